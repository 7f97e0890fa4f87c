import pytest

from vaxel.files.domain.decoding import decode, encoding_of
from vaxel.files.domain.unfit import Reason, Unfit


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("Åre".encode(), "utf-8"),
        (b"\xef\xbb\xbf" + "Åre".encode(), "utf-8-sig"),
        (b"\xff\xfe" + "Åre".encode("utf-16-le"), "utf-16"),
        (b"\xfe\xff" + "Åre".encode("utf-16-be"), "utf-16"),
        ("Åre".encode("windows-1252"), "windows-1252"),
    ],
)
def test_text_is_read_as_it_was_written(content, encoding):
    assert encoding_of(content) == encoding
    assert decode(content) == "Åre"


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbf\xff", b"\xff\xfex", b"a\x00b", b"a\x1bb", b"\x7f", b"\xfe\xff\x00\x07", b"\x81"]
)
def test_what_is_no_text_is_refused(content):
    with pytest.raises(Unfit) as no:
        decode(content)
    assert no.value.reason == Reason.NOT_TEXT
