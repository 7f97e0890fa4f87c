"""Zips that lie, overlap, hide another or are cut off; and honest ones at the limit."""

import io
import random
import zipfile
import zlib

import pytest

from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.files.domain.zips import is_zip_too, open_zip, reading
from vaxel.files.tests.costs import memory, work
from vaxel.files.tests.specimens import lying, zipped

LISTED, HEADING, LAST = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
EMPTY = zipped({})
STEP = 2**20
SMALL = 30 * 2**20


def why(content):
    with pytest.raises(Unfit) as no:
        open_zip(content)
    return no.value.reason


def names(content):
    with open_zip(content) as archive:
        return archive.namelist()


def stored(**parts):
    return zipped(parts, zipfile.ZIP_STORED)


def noise(size):
    return random.Random(1).randbytes(size)


def patched(content, mark, place, new):
    """The same with other bytes so far behind the first such mark."""
    at = content.index(mark) + place
    return content[:at] + new + content[at + len(new) :]


def test_so_many_entries_and_no_more():
    assert len(names(zipped({f"{one:x}": b"" for one in range(4000)}))) == 4000
    assert why(zipped({f"{one:x}": b"" for one in range(4001)})) == Reason.BOMB


def test_a_list_that_may_be_too_long_is_not_even_read():
    """The one entry is in the list as well."""
    assert names(stored(x=LISTED * 7999)) == ["x"]
    assert why(stored(x=LISTED * 8000)) == Reason.BOMB


@pytest.mark.parametrize(
    ("size", "declared"),
    [(2_200_000, 250 * 2**20), (10, SMALL), (2**18, 120 * (2**18 + 100))],
    ids=["all entries", "small", "ratio"],
)
def test_what_is_declared_is_weighed_before_anything_is_unpacked(size, declared):
    """At the limit it is looked at and found to be less than it says; one byte more, and it is not."""
    content = stored(x=noise(size))

    assert why(lying(content, declared)) == Reason.BROKEN
    assert why(lying(content, declared + 1)) == Reason.BOMB


def test_entries_that_share_bytes_are_a_bomb_however_small():
    content = stored(a=noise(1000))
    place, last = content.index(LISTED), content.index(LAST)
    listed = content[place:last] + content[place:last].replace(b"a", b"b")
    end = patched(content[last:], LAST, 8, b"\x02\x00\x02\x00" + len(listed).to_bytes(4, "little"))
    assert why(content[:place] + listed + end) == Reason.BOMB


def test_no_entry_is_packed_to_more_than_there_is():
    content = stored(a=noise(1000))
    for more, reason in ((0, Reason.BROKEN), (1, Reason.BOMB)):
        said = (len(content) + more).to_bytes(4, "little") * 2
        assert why(patched(content, LISTED, 20, said)) == reason


@pytest.mark.parametrize("declared", [0, 1, STEP - 1, STEP, STEP + 1, 2 * STEP - 1])
def test_one_that_unfolds_to_more_than_it_says_is_a_bomb(declared):
    assert why(lying(zipped({"x": bytes(2 * STEP)}), declared)) == Reason.BOMB


@pytest.mark.parametrize("declared", [2 * STEP + 1, 3 * STEP])
def test_one_that_unfolds_to_less_is_broken(declared):
    assert why(lying(zipped({"x": bytes(2 * STEP)}), declared)) == Reason.BROKEN


@pytest.mark.parametrize("size", [0, 1, STEP - 1, STEP, STEP + 1, STEP + 5, STEP + 100, 3 * STEP])
def test_an_honest_one_is_taken_whatever_its_size(size):
    assert names(zipped({"x": bytes(size)})) == ["x"]
    assert names(stored(x=bytes(size))) == ["x"]


def test_one_that_breaks_off_is_broken():
    content = zipped({"x": noise(1000)})
    assert why(patched(content, LISTED, 20, (500).to_bytes(4, "little"))) == Reason.BROKEN


def unfolded(packed):
    machine = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
    for start in range(0, len(packed), STEP):
        machine.decompress(packed[start : start + STEP])


def test_a_bomb_is_not_unfolded_to_its_end():
    machine = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    piece = machine.compress(bytes(10 * STEP)) + machine.flush(zlib.Z_FULL_FLUSH)
    content = lying(patched(stored(x=piece * 128), LISTED, 10, b"\x08\x00"), 5)
    assert why(content) == Reason.BOMB
    assert memory(lambda: why(content)) < 4 * len(content) + 8 * STEP
    assert work(lambda: why(content)) < work(lambda: unfolded(piece * 16))


@pytest.mark.parametrize("method", [1, 6, 9, 12, 14, 93])
def test_another_way_of_packing_is_broken_even_with_nothing_in_it(method):
    content = stored(x=b"")
    for mark, place in ((HEADING, 8), (LISTED, 10)):
        content = patched(content, mark, place, method.to_bytes(2, "little"))
    assert why(content) == Reason.BROKEN


def test_an_entry_stands_where_the_list_says_or_it_is_broken():
    """Whatever its sizes would make of it."""
    content = lying(stored(x=noise(100)), 1)
    assert why(content.replace(HEADING, b"PK\x03\x05")) == Reason.BROKEN
    assert why(patched(content, LISTED, 42, (len(content) - 8).to_bytes(4, "little"))) == Reason.BROKEN


def test_more_may_be_said_of_an_entry_before_its_bytes():
    entry, out = zipfile.ZipInfo("x"), io.BytesIO()
    entry.extra = b"\x99\x99\x04\x00mera"
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(entry, b"innehall", zipfile.ZIP_DEFLATED)
    assert names(out.getvalue()) == ["x"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        HEADING,
        patched(stored(x=b"x"), LISTED, 6, b"\xff\x00"),
        patched(stored(å=b"x"), LISTED, 46, b"\xff\xff"),
        stored(x=b"x")[:-4],
    ],
    ids=["nothing", "heading", "a later version", "name", "cut off"],
)
def test_a_list_that_cannot_be_read_is_broken(content):
    assert why(content) == Reason.BROKEN


def within(content, times):
    for _deeper in range(times):
        content = stored(x=content)
    return content


def test_two_zips_within_a_zip_are_looked_into_and_no_third():
    assert names(within(EMPTY, 1)) == ["x"]
    assert names(within(zipped({"y": b"y"}), 2)) == ["x"]
    assert why(within(zipped({"y": b"y"}), 3)) == Reason.BOMB


def test_what_is_wrong_with_an_inner_one_is_said_of_all():
    assert why(within(zipped({"../y": b"y"}), 2)) == Reason.BROKEN
    assert why(zipped({"a": b"text", "x": zipped({"../y": b"y"}), "z": b""})) == Reason.BROKEN


@pytest.mark.parametrize("flags", [b"\x01\x00", b"\x01\x08"])
def test_what_needs_a_password_is_locked(flags):
    assert why(patched(stored(x=b"x"), LISTED, 8, flags)) == Reason.LOCKED


def test_a_zip_within_a_zip_is_small():
    """The noise is there so that all of it together is not packed too well."""
    limit = zipped({"x": HEADING + bytes(SMALL - 4), "y": noise(300_000)})
    assert why(limit) == Reason.BROKEN
    assert why(zipped({"x": HEADING + bytes(SMALL - 3), "y": noise(300_000)})) == Reason.BOMB


@pytest.mark.parametrize("comment", [b"", b"hej", bytes(300), bytes(65_535), LAST, LAST * 3, b"x" * 30 + LAST], ids=len)
@pytest.mark.parametrize("before", [b"", b"%PDF-1.7", LAST, LAST + bytes(100)], ids=len)
@pytest.mark.parametrize("zip_file", [EMPTY, zipped({"x": b"x"})], ids=["empty", "one part"])
def test_a_zip_is_found_behind_anything(zip_file, before, comment):
    assert is_zip_too(before + zip_file[:-2] + len(comment).to_bytes(2, "little") + comment)


@pytest.mark.parametrize(
    "content",
    [b"", LAST, b"It is said to end with PK\x05\x06.", EMPTY + b"x", EMPTY[:-1], zipped({"x": b"x"}) + bytes(66_000)],
    ids=len,
)
def test_what_no_reader_of_zips_opens_is_none(content):
    assert not is_zip_too(content)


@pytest.mark.parametrize(
    ("method", "change"),
    [
        (zipfile.ZIP_STORED, lambda content: patched(content, HEADING, 40, b"??")),
        (zipfile.ZIP_DEFLATED, lambda content: patched(content, HEADING, 31, b"\xff\xff\xff")),
        (zipfile.ZIP_BZIP2, lambda content: patched(content, HEADING, 31, b"?????")),
        (zipfile.ZIP_STORED, lambda content: patched(content, LISTED, 20, (9000).to_bytes(4, "little") * 2)),
        (zipfile.ZIP_STORED, lambda content: patched(content, LISTED, 8, b"\x01")),
        (zipfile.ZIP_STORED, lambda content: content[9:]),
    ],
    ids=["sum", "packing", "other packing", "end", "password", "beginning"],
)
def test_a_damaged_part_is_broken_to_whoever_reads_it(method, change):
    archive = zipfile.ZipFile(io.BytesIO(change(zipped({"x": noise(500)}, method))))
    with pytest.raises(Unfit) as no, reading(archive, archive.infolist()[0]) as part:
        part.read()
    assert no.value.reason == Reason.BROKEN
