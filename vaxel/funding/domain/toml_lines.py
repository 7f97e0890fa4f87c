"""Where in a TOML text a word stands: tomllib tells values, but a person who mistyped wants the line."""

import re
from collections.abc import Mapping

Path = tuple[str | int, ...]  # ("stream", 1, "pot_kr"): the second [[stream]]'s pot
HEADER = re.compile(r"\s*\[(\[)?\s*([^\[\]]+?)\s*\]")
KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def lines_of(text: str) -> Mapping[Path, int]:
    """Every header and key, from line 1. Best effort: what stands inside a text of several lines may mislead it."""
    found: dict[Path, int] = {}
    at: Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := HEADER.match(line):
            at = _opened(_parts(header[2]), bool(header[1]), found)
            found.setdefault(at, number)
            found.setdefault(at[:1], number)
        elif key := KEY.match(line):
            found.setdefault((*at, *_parts(key[1])), number)
    return found


def line_of(path: Path, found: Mapping[Path, int]) -> int:
    """The word's own line, else that of what it stands in."""
    while path and path not in found:
        path = path[:-1]
    return found.get(path, 1)


def _opened(words: Path, several: bool, found: Mapping[Path, int]) -> Path:
    """[[stream]] opens the next, [stream.amounts] is a part of the last."""
    numbers = [path[1] for path in found if len(path) > 1 and path[0] == words[0] and isinstance(path[1], int)]
    if several and len(words) == 1:
        return (words[0], len(set(numbers)))
    return (words[0], max(numbers), *words[1:]) if numbers else words


def _parts(written: str) -> Path:
    return tuple(part.strip("\"'") for part in PART.findall(written)) or (written,)
