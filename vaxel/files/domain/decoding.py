"""Text out of bytes as Swedish offices write them: UTF-8 with or without mark, UTF-16 with mark, Windows-1252."""

import re

from vaxel.files.domain.unfit import Reason, Unfit

CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(content: bytes) -> str:
    return content.decode(encoding_of(content))


def encoding_of(content: bytes) -> str:
    """Raises Unfit where the bytes are no text: half a picture, a program, a workbook renamed."""
    for encoding in _likely(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not CONTROL.search(text):
            return encoding
    raise Unfit(Reason.NOT_TEXT)


def _likely(content: bytes) -> tuple[str, ...]:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return (encoding,)
    return ("utf-8", "windows-1252")
