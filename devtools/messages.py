"""Collect the strings to translate into each package's locale/en, without gettext's own programs. Runs in .venv:

.venv/bin/python -m devtools.messages     keeps every translation, adds what is new (empty), drops what is gone
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from devtools.extraction import Text, in_code, in_template
from devtools.places import ROOT

PACKAGE = ROOT / "vaxel"
STILL = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Message:
    """A Swedish string of the source."""

    text: Text
    context: str | None
    path: Path
    line: int

    @property
    def key(self) -> tuple[str, str | None]:
        """What a catalogue knows it by."""
        return (self.text if isinstance(self.text, str) else self.text[0]), self.context

    @property
    def place(self) -> str:
        return self.path.relative_to(PACKAGE).as_posix()


def owners() -> list[Path]:
    """Every package that may have strings: one catalogue each."""
    return sorted(path.parent for path in PACKAGE.glob("*/__init__.py"))


def messages(owner: Path) -> list[Message]:
    """In code and templates, tests left out."""
    return [message for path in _sources(owner) for message in messages_of(path)]


def messages_of(path: Path) -> Iterator[Message]:
    source = path.read_text(encoding="utf-8")
    found = in_code(source) if path.suffix == ".py" else in_template(source)
    yield from (Message(text, context, path, line) for text, context, line in found)


def _sources(owner: Path) -> list[Path]:
    found = (path for suffix in ("py", "html", "txt", "xml") for path in owner.rglob(f"*.{suffix}"))
    return sorted(path for path in found if not _is_apart(path.relative_to(owner)))


def _is_apart(path: Path) -> bool:
    return bool({"tests", "static", "migrations"} & set(path.parts)) or path.name.startswith("test_")


def catalogue(owner: Path) -> Path:
    return owner / "locale" / "en" / "LC_MESSAGES" / "django.po"


def read(path: Path) -> Catalog:
    if not path.exists():
        return _empty()
    with path.open("rb") as file:
        return read_po(file, locale="en")


def _empty() -> Catalog:
    """A heading without dates: a collected file changes only where strings did."""
    return Catalog(
        locale="en",
        project="Växel",
        version="",
        header_comment="# Swedish to English. Written by: .venv/bin/python -m devtools.messages",
        creation_date=STILL,
        revision_date=STILL,
        last_translator="",
        language_team="",
        msgid_bugs_address="",
        fuzzy=False,
    )


def collect(owner: Path) -> int:
    """Write the package's catalogue anew; how many are still without English."""
    known, fresh = read(catalogue(owner)), _empty()
    for message in messages(owner):
        fresh.add(message.text, locations=[(message.place, message.line)], context=message.context)
    for message in fresh:
        old = known.get(message.id, message.context) if message.id else None
        if old and type(old.id) is type(message.id):
            message.string = old.string
            message.flags |= old.flags & {"fuzzy"}
    if len(fresh):
        _write(fresh, catalogue(owner))
    return sum(1 for message in fresh if message.id and not _whole(message.string))


def _write(catalog: Catalog, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=120, include_lineno=False, sort_by_file=True)


def _whole(string: str | tuple[str, ...]) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


def translated() -> set[tuple[str, str | None]]:
    """What has an English wording anywhere: Django merges the catalogues. A fuzzy one is a guess, not a translation."""
    return {
        (message.id if isinstance(message.id, str) else message.id[0], message.context)
        for owner in owners()
        for message in read(catalogue(owner))
        if message.id and not message.fuzzy and _whole(message.string)
    }


if __name__ == "__main__":
    for owner in owners():
        print(f"{owner.name:<12}{collect(owner):>5} without English")
