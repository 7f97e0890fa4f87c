"""Which lists of objects a PDF has, where each ends, and how much of one is unpacked."""

import random
import zlib

import pytest

from vaxel.files.domain.pdf import _unpacked, check_pdf
from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.files.tests.specimens import object_stream, pdf

SCRIPT = object_stream(b"<</S/JavaScript/JS(app.alert(1))>>")
ALONE = b"7 0 obj <</A /XRef>> endobj\n% " + b"x" * 2500 + b"\n"
NAMES_OTHERS = b"5 0 obj <</Type /ObjStm>>\nstream\n/ObjStm /ObjStm\nendstream endobj\n"


def identified(by):
    return pdf(object_stream(b"<<>>").replace(b"/Length", b"/ID [" + by + b"] /Length"))


@pytest.mark.parametrize("by", [b"(a\\\nb)", b"(((((a)))))", b"(a) (b)"])
def test_a_text_that_ends_is_no_hiding_place(by):
    check_pdf(identified(by))


@pytest.mark.parametrize("by", [b"((((((a))))))", b"(a"])
def test_a_text_deeper_than_five_or_without_an_end_is(by):
    with pytest.raises(Unfit) as no:
        check_pdf(identified(by))
    assert no.value.reason == Reason.BROKEN


@pytest.mark.parametrize(
    "content",
    [ALONE, b"% " + b"x" * 2500 + b"\n" + ALONE, object_stream(b"<<>>").replace(b"/Type", b"/A /XRef /Type")],
    ids=["alone", "far in", "beside another"],
)
def test_a_name_that_begins_no_list_is_passed_over(content):
    check_pdf(pdf(content))


@pytest.mark.parametrize("before", [ALONE, NAMES_OTHERS], ids=["alone", "named in a list"])
def test_and_what_comes_after_it_is_looked_at(before):
    with pytest.raises(Unfit) as no:
        check_pdf(pdf(before + SCRIPT))
    assert no.value.reason == Reason.ACTIVE


def test_no_more_is_unpacked_than_was_asked_for():
    packed = zlib.compress(random.Random(7).randbytes(50_000))
    assert len(_unpacked(packed, 100)) == 100
