"""No cell we write may wake as a formula in someone's spreadsheet."""

import re

# A leading space does not save us: some spreadsheets trim it. The wide forms are what an Asian keyboard types.
LIVE = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]")
LOOKS_GUARDED = re.compile(rf"'*{LIVE.pattern}")  # a person's own apostrophe before it gets one more, and keeps its own
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]|[\ufffe\uffff]")  # XML knows no such characters
LONGEST_CELL = 32_767


def guard(text: str) -> str:
    """For CSV: an apostrophe before what would be read as a formula. Numbers are not strings and need none."""
    return "'" + text if LOOKS_GUARDED.match(text) else text


def unguard(text: str) -> str:
    """Our own apostrophe off again, when a CSV we wrote comes back."""
    return text[1:] if text.startswith("'") and LOOKS_GUARDED.match(text[1:]) else text


def printable(text: str) -> str:
    """For xlsx: without what XML cannot hold, and no longer than a cell may be."""
    return ILLEGAL.sub("", text)[:LONGEST_CELL]
