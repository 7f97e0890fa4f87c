"""File names as people may have written them, made safe to show, store and send."""

import re
import unicodedata

LONGEST = 150
FORBIDDEN = re.compile(r'[<>:"|?*]+')  # Windows refuses them in a name


def clean_name(name: str) -> str:
    """No folders, no control or direction-turning characters, at most 150 characters, the extension kept.

    "..\\\\hemligt\\\\Årsrapport: 2019.pdf" becomes "Årsrapport- 2019.pdf".
    """
    name = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    name = "".join(letter for letter in name if unicodedata.category(letter)[0] != "C")
    name = " ".join(FORBIDDEN.sub("-", name).split()).rstrip(". ")
    stem, dot, extension = name.rpartition(".")
    if not dot:
        return name[:LONGEST] or "fil"
    extension = extension[:10].strip()
    return (stem[: LONGEST - len(extension) - 1].strip(". ") or "fil") + "." + extension


def extension_of(name: str) -> str:
    """ "pdf"; empty where the name has none."""
    return clean_name(name).rpartition(".")[2].lower() if "." in clean_name(name) else ""
