"""The contract as PDF, opened by a real reader: its tags, language, title, and what it claims to be; then its seals."""

import asyncio
import io
import stat
import threading
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pytest

from vaxel.funding.documents import seal_key
from vaxel.funding.documents.contract_pdf import ContractSheet, Signer, contract_pdf
from vaxel.funding.documents.seal import UnreadablePdfError, fingerprint, seal, seals_of, unaltered
from vaxel.text.domain.section_diff import Section

TITLE = "Avtal om Åre, 2017"
HASH = "ab" * 32


@pytest.fixture(scope="module")
def printed():
    clauses = (
        Section("medel", "Medel & <annat> #1", "Vi får **6 000 000 kronor** och *mer*.\n\n- ett\n- två\n  1. först"),
        Section(
            "odd",
            "Udda $x$",
            "Rad\nrad [länk](https://example.org) `kod` ![bild](x.png)\n\n> sagt\n\n---\n\n```\n#let x\n```",
        ),
    )
    signers = (Signer("Region Dalarna"), Signer("SKR", "Anna", ("Anna Ek, chef", "12 maj 2017")))
    return contract_pdf(ContractSheet(TITLE, clauses, signers, HASH, (("Belopp", "6 000 000 kr"),), "Avtal 1"))


@pytest.fixture(autouse=True)
def own_data(settings, tmp_path):
    settings.DATA, settings.SEAL_KEY = tmp_path, ""


def opened(pdf):
    return pikepdf.open(io.BytesIO(pdf))


def tags(node, found):
    """Every structure type below, in reading order."""
    for child in node if isinstance(node, pikepdf.Array) else [node]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            found.append(str(child.S))
        if isinstance(child, pikepdf.Dictionary) and "/K" in child:
            tags(child.K, found)
    return found


def claims(pdf):
    """What the file says it is: (PDF/A part and level, PDF/UA part)."""
    with opened(pdf) as file, file.open_metadata() as said:
        return said.pdfa_status, said.get("{http://www.aiim.org/pdfua/ns/id/}part")


def test_it_claims_archive_and_reading_aloud(printed):
    assert claims(printed) == ("2A", "1")


def test_it_is_tagged_in_swedish_with_a_title(printed):
    with opened(printed) as file:
        assert str(file.Root.Lang) == "sv"
        assert bool(file.Root.MarkInfo.Marked)
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        with file.open_metadata() as said:
            assert said["dc:title"] == TITLE
        found = tags(file.Root.StructTreeRoot.K, [])
    assert found.count("/H1") == 1
    assert found.count("/H2") == 3, "each clause and the signatures"
    assert found.count("/H3") == 2, "each party"
    assert {"/L", "/LI", "/LBody"} <= set(found)


def test_what_people_write_is_never_markup(printed):
    from vaxel.files.domain.sniff import sniff

    assert sniff("avtal.pdf", printed).extension == "pdf"
    with opened(printed) as file:
        outline = [str(one.title) for one in file.open_outline().root[0].children]
    assert outline[:2] == ["Medel & <annat> #1", "Udda $x$"]


def test_a_sealed_file_is_intact_ours_and_still_for_the_archive(printed):
    sealed = seal(printed, reason="Avtal 1")
    (found,) = seals_of(sealed)
    assert (found.intact, found.reason) == (True, "Avtal 1")
    assert found.fingerprint == fingerprint(seal_key.own_certificate())
    assert claims(sealed) == ("2A", "1")
    with opened(sealed) as file:
        (field,) = file.Root.AcroForm.Fields
        assert int(field.F) & 4, "PDF/A wants it printed"
        assert not int(field.F) & 2, "and not hidden"
    assert sealed.startswith(printed), "what was printed is there to the byte"


def test_several_seals_all_verify(printed):
    twice = seal(seal(printed, reason="först"), reason="sedan")
    assert [(one.reason, one.intact) for one in seals_of(twice)] == [("först", True), ("sedan", True)]
    assert unaltered(seals_of(twice), {fingerprint(seal_key.own_certificate())})


def test_it_seals_for_whoever_stands_in_an_event_loop(printed):
    """A server of another kind, a test with a browser."""

    async def asked():
        return seals_of(seal(printed, reason="x"))

    with ThreadPoolExecutor(1) as thread:  # where no other test's loop runs
        assert thread.submit(asyncio.run, asked()).result()[0].intact


@pytest.mark.parametrize("place", [600, 5000, -4000])
def test_one_changed_byte_is_found(printed, place):
    sealed = bytearray(seal(printed, reason="x"))
    sealed[place] ^= 1
    try:
        found = seals_of(bytes(sealed))
    except UnreadablePdfError:
        return
    assert not unaltered(found, {fingerprint(seal_key.own_certificate())})


def test_a_page_added_after_the_seal_is_found(printed):
    from pyhanko.pdf_utils import writer
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    out = IncrementalPdfFileWriter(io.BytesIO(seal(printed, reason="x")))
    stream = out.add_object(writer.generic.StreamObject(stream_data=b"q Q"))
    out.insert_page(writer.PageObject(stream, (0, 0, 100, 100)))
    changed = io.BytesIO()
    out.write(changed)
    (found,) = seals_of(changed.getvalue())
    assert not found.intact


def test_somebody_elses_seal_is_intact_but_not_ours(printed, settings, tmp_path):
    ours = fingerprint(seal_key.own_certificate())
    settings.DATA = tmp_path / "other"
    found = seals_of(seal(printed, reason="x"))
    assert found[0].intact
    assert not unaltered(found, {ours})


def test_an_unsealed_file_has_no_seal_and_a_broken_one_is_said_to_be(printed):
    assert seals_of(printed) == []
    assert not unaltered([], {"x"})
    for broken in (b"", b"hej", b"%PDF-1.7\n" + bytes(range(256)), printed[:2000]):
        with pytest.raises(UnreadablePdfError):
            seals_of(broken)


def test_the_key_is_made_once_for_its_owners_eyes_alone(settings, tmp_path):
    found = []
    threads = [threading.Thread(target=lambda: found.append(seal_key.own_certificate())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert stat.S_IMODE((tmp_path / "seal.pem").stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["seal.pem"]


def test_a_named_key_is_used_and_one_that_will_not_do_is_told(settings, tmp_path):
    made = seal_key.own_certificate()
    (tmp_path / "seal.pem").rename(tmp_path / "annan.pem")
    settings.SEAL_KEY = str(tmp_path / "annan.pem")
    assert seal_key.own_certificate() == made
    (tmp_path / "annan.pem").write_text("x")
    with pytest.raises(seal_key.SealKeyError, match="VAXEL_SEAL_KEY"):
        seal_key.own_certificate()
    settings.SEAL_KEY = str(tmp_path / "borta.pem")
    with pytest.raises(seal_key.SealKeyError, match="borta"):
        seal_key.own_certificate()
