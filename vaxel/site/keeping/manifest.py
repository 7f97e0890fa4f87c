"""What a backup says of itself: MANIFEST, written last. A folder without one is a backup that was never finished."""

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from vaxel.journal.rows import Column, Table
from vaxel.ui.refusal import Refusal

NAME = "manifest.json"
FORMAT = "vaxel-backup-1"


@dataclass(frozen=True)
class Saved:
    """One table: so many rows, in the order of their key, and the SHA-256 of its lines before they were packed."""

    name: str
    key: str
    columns: list[list[str]]  # [name, kind], as in journal/rows.py
    rows: int
    sha256: str
    last_id: int | None  # the highest identity ever given out: none is given out twice, here nor after a restore

    @property
    def table(self) -> Table:
        return Table(self.name, self.key, tuple(Column(*column) for column in self.columns))

    @property
    def file(self) -> str:
        return f"tables/{self.name}.jsonl.gz"


@dataclass(frozen=True)
class Manifest:
    made_at: str
    version: str
    database: str
    head: str  # the journal's, `number:hash`: compare it with one that is kept elsewhere
    migrations: list[list[str]]
    tables: list[Saved]
    files: dict[str, str]  # beside the tables, name → SHA-256
    left_out: dict[str, str]
    format: str = FORMAT
    guard: str = field(
        default="Holds personal data, password hashes and, in keys/, what signs links and contracts. Guard the folder."
    )


def write(folder: Path, manifest: Manifest) -> None:
    """Whole or not at all: a folder whose disk filled or whose power went has no manifest."""
    draft = folder / f"{NAME}.draft"
    with draft.open("w", encoding="utf-8") as file:
        json.dump(asdict(manifest), file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(folder / NAME)
    settle(folder)


def settle(folder: Path) -> None:
    """A new name is on the disk first when its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(folder: Path) -> Manifest:
    path = folder / NAME
    if not path.exists():
        raise Refusal(
            _("%(folder)s är ingen hel säkerhetskopia: %(name)s fattas. Den skrivs sist, när allt annat är på plats.")
            % {"folder": folder, "name": NAME}
        )
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["format"] != FORMAT:
            raise Refusal(_("%s är gjord i ett annat format än den här versionen läser.") % folder)
        return Manifest(**{**told, "tables": [Saved(**each) for each in told["tables"]]})
    except (KeyError, TypeError, ValueError) as error:
        raise Refusal(
            _("%(name)s i %(folder)s går inte att läsa: %(said)s.") % {"name": NAME, "folder": folder, "said": error}
        ) from error


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
