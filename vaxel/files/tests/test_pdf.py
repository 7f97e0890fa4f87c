"""What a PDF is taken for, what it hides, and how much of it is looked at."""

import re
import tracemalloc
import zlib

import pytest

from vaxel.files.domain.pdf import MOST_INFLATED, _name, check_pdf
from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.files.tests.specimens import object_stream, pdf

SCRIPT = b"<</S/JavaScript/JS(app.alert(1))>>"
END = b"startxref\n9\n%%EOF\n"
PICTURE = b"3 0 obj <</Filter /ASCII85Decode /Length 3>>\nstream\nabc\nendstream endobj\n"


def why(content):
    with pytest.raises(Unfit) as no:
        check_pdf(content)
    return no.value.reason


def bare(*parts):
    return b"".join([b"%PDF-1.7\n", *parts, END])


def packed(content, kind=b"ObjStm", more=b""):
    return b"5 0 obj <</Type /%s %s>>\nstream\n" % (kind, more) + content + b"\nendstream endobj\n"


@pytest.mark.parametrize("letters", [b"/Aj", b"/#41j", b"/A#6a", b"/A#6A", b"/#41#6a"])
def test_a_name_is_known_however_its_letters_are_written(letters):
    assert re.fullmatch(_name("Aj"), letters)


@pytest.mark.parametrize("letters", [b"Aj", b"/aj", b"/A", b"/Ajj", b"/#6aj", b"/A j", b"/A#6"])
def test_no_other_name_is_taken_for_it(letters):
    assert not re.fullmatch(_name("Aj"), letters)


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\x00", b" ", b"\t", b"\r\n", b" " * 1019], ids=len)
def test_marks_and_blanks_may_stand_before_the_heading(before):
    assert check_pdf(before + pdf()) == 2


@pytest.mark.parametrize("before", [b"X", b"%", b"\n<html>", b" " * 1020], ids=len)
def test_nothing_else_may_and_no_more_of_them(before):
    assert why(before + pdf()) == Reason.NOT_WHAT_IT_SAYS


def test_its_end_stands_in_the_last_four_thousand_bytes():
    after = b" " * (4096 - len(END))
    assert check_pdf(pdf() + after) == 2
    assert why(pdf() + after + b" ") == Reason.BROKEN


@pytest.mark.parametrize(
    "hidden",
    [
        packed(zlib.compress(SCRIPT), b"XRef"),
        packed(zlib.compress(b"4 0 <</S /JavaScript")) + object_stream(b"harmless"),
        packed(zlib.compress(b"x" * 16_370 + SCRIPT, 0)),
        packed(zlib.compress(b"x" * 30_000 + SCRIPT, 0)),
        b"4 0 obj <</Note /ObjStm>> endobj\n" + object_stream(SCRIPT),
        PICTURE + object_stream(SCRIPT),
        packed(zlib.compress(SCRIPT), b"XRef", b"/DecodeParms <</Columns 4 /Predictor 12>> /Filter /FlateDecode"),
    ],
    ids=len,
)
def test_what_runs_is_found_in_any_list_of_objects(hidden):
    assert why(pdf(hidden)) == Reason.ACTIVE


def test_what_runs_is_found_behind_much_that_packs_well():
    machine = zlib.compressobj(0)
    stored = machine.compress(b"x" * 16_000) + machine.flush(zlib.Z_FULL_FLUSH)
    assert why(pdf(packed(stored + _raw(bytes(2**20) + SCRIPT)))) == Reason.ACTIVE


def _raw(content):
    """Without the heading, to follow something that is packed already."""
    machine = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return machine.compress(content) + machine.flush()


@pytest.mark.parametrize("way", [b"ASCIIHexDecode", b"ASCII85Decode", b"LZWDecode", b"RunLengthDecode", b"Crypt"])
def test_a_list_packed_in_a_way_we_do_not_unpack_is_refused(way):
    assert why(pdf(packed(b"x", more=b"/Filter [/%s /FlateDecode]" % way))) == Reason.BROKEN


def test_a_list_is_not_woven_unless_it_says_where_objects_lie():
    woven = b"/DecodeParms <</Predictor 12>>"
    assert why(pdf(packed(zlib.compress(b"x"), more=woven))) == Reason.BROKEN
    assert check_pdf(pdf(packed(zlib.compress(b"x"), b"XRef", woven))) == 2


@pytest.mark.parametrize(
    "ordinary",
    [
        packed(zlib.compress(b"x"), more=b"/Filter /FlateDecode"),
        PICTURE + object_stream(b"x"),
        b"4 0 obj <</Note /ObjStm>> endobj\n" + PICTURE,
        object_stream(b"/Type /Java") + object_stream(b"Script"),
    ],
    ids=["packed", "after a picture", "before a picture", "two halves of a word"],
)
def test_an_ordinary_list_is_taken(ordinary):
    assert check_pdf(pdf(ordinary)) == 2


def unfolding_to(size, then=b""):
    """So many zeros packed, ending where the reader ends a bite; then something more."""
    machine = zlib.compressobj(1)
    content = machine.compress(bytes(size)) + machine.flush(zlib.Z_FULL_FLUSH)
    nothing = b"\x00\x00\x00\xff\xff"
    times = next(number for number in range(2**14) if (len(content) + number * len(nothing) - 2) % 2**14 == 0)
    return content + nothing * times + _raw(then)


def test_lists_may_unfold_to_less_than_the_limit_together():
    half = packed(unfolding_to(MOST_INFLATED // 2))
    assert check_pdf(pdf(half, packed(unfolding_to(MOST_INFLATED // 2 - 1)))) == 2
    assert why(pdf(half, half)) == Reason.BOMB
    assert MOST_INFLATED == 40 * 2**20


def test_the_last_byte_of_a_bomb_is_counted_too():
    assert why(pdf(packed(unfolding_to(MOST_INFLATED - 1, b"x")))) == Reason.BOMB


def test_a_bomb_is_never_unfolded():
    """Sixteen times the limit, in pieces that each unfold by themselves."""
    machine = zlib.compressobj()
    start = machine.compress(b"") + machine.flush(zlib.Z_FULL_FLUSH)
    piece = machine.compress(bytes(MOST_INFLATED // 4)) + machine.flush(zlib.Z_FULL_FLUSH)
    content = pdf(packed(start + piece * 64))
    tracemalloc.start()
    try:
        assert why(content) == Reason.BOMB
        assert tracemalloc.get_traced_memory()[1] < 2.2 * MOST_INFLATED
    finally:
        tracemalloc.stop()


def test_so_many_lists_and_no_more_are_looked_at():
    one = b"1 0 obj <</Type /ObjStm>>\nstream\n\nendstream endobj\n"
    assert check_pdf(pdf(one * 50_000)) == 2
    assert why(pdf(one * 50_001)) == Reason.BROKEN


PAGES = b"<</Type /Pages /Count %d>>\n"


@pytest.mark.parametrize(
    ("parts", "pages"),
    [
        ([b"<</Type /Page>> <</Type/Page /Parent 2 0 R>> <</Type  /Page>>"], 3),
        ([b"<</Type /Pages>> <</Type /Page>> <</Type /Page>>"], 2),
        ([b"nothing"], None),
        ([PAGES % 4, PAGES % 11, PAGES % 7], 11),
        ([b"<</Type /Outlines /Count 99>> <</Count 3 /Type /Pages>>"], 3),
        ([b"<</Count 3 /Kids [] /Type /Pages>> <</Type /Outlines /Count 99>>"], 3),
        ([b"<</Type /Pages>> <</Type /Outlines /Count 99>> <<>> <</Type /Page>>"], 1),
        ([PAGES % 1 * 999, PAGES % 7], 7),
        ([PAGES % 1 * 1000, PAGES % 7], 1),
        ([b"<</Type /Pages", b" " * 1992, b"/Count 7>>"], 7),
        ([b"<</Type /Pages", b" " * 1993, b"/Count 7>>"], None),
        ([b" " * 9, b"<</Count 7", b" " * 1992, b"/Type /Pages>>"], 7),
        ([b" " * 9, b"<</Count 7", b" " * 1993, b"/Type /Pages>>"], None),
    ],
    ids=lambda given: None if isinstance(given, list) else str(given),
)
def test_the_pages_are_what_the_root_says_or_those_one_can_see(parts, pages):
    assert check_pdf(bare(*parts)) == pages


def test_a_list_may_begin_with_the_number_itself():
    assert check_pdf(pdf(object_stream(b"/Count 7 /Type /Pages"), pages=0)) == 7
