"""Text as a SIE file can hold it: CP437 ("PC8"), no control characters, no backslash.

Swedish letters are there. What is not is exchanged by the table below; what the table does not know becomes its base
letter, and what has none is written as its number: nothing disappears without a trace.
"""

import unicodedata

ENCODING = "cp437"
TABLE = {
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "€": "EUR", "…": "...", "×": "x", "•": "-", "§": "par. ",
    "”": '"', "“": '"', "„": '"', "’": "'", "‘": "'", "‚": "'", "´": "'", "™": "(TM)", "®": "(R)", "©": "(C)",
    "Ø": "Ö", "ø": "ö", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ł": "l", "Ł": "L", "œ": "oe", "Œ": "OE",
    "đ": "d", "Đ": "D", "ŋ": "n", "Ŋ": "N", "ŧ": "t", "Ŧ": "T", "ı": "i",
    "\\": "/",  # a text that ends in one would open its own closing quote to a reader that knows only \"
    "\xa0": " ", "\u202f": " ", "\u2009": " ", "\xad": "",
}  # fmt: skip


def as_sie(text: str) -> str:
    """On one line, every letter in CP437."""
    letters = (replaced(letter) for letter in unicodedata.normalize("NFC", text))
    return " ".join("".join(letters).split())


def replaced(letter: str) -> str:
    if letter in TABLE:
        return TABLE[letter]
    category = unicodedata.category(letter)
    if category in {"Cc", "Cf"} or category[0] == "Z":  # controls and spaces of all kinds
        return " "
    return letter if _holds(letter) else _base(letter)


def _base(letter: str) -> str:
    base = "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    return base if base.strip() and _holds(base) else f"[U+{ord(letter):04X}]"


def _holds(text: str) -> bool:
    try:
        text.encode(ENCODING)
    except UnicodeEncodeError:
        return False
    return True
