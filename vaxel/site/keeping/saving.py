"""`vaxel backup DIR`: one moment of every table, while Växel is in use; the manifest last."""

import os
import shutil
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from vaxel import __version__
from vaxel.calendar.clock import now
from vaxel.journal.rows import Table, read, selected
from vaxel.site.keeping import keys, lines, manifest
from vaxel.site.keeping.identities import last_id
from vaxel.site.keeping.manifest import Manifest, Saved
from vaxel.site.keeping.snapshot import snapshot
from vaxel.site.keeping.tables import LEFT_OUT, tables
from vaxel.ui.refusal import Refusal

OWNER_ALONE = 0o700


def save(connection: Any, folder: Path, *, with_keys: bool = True) -> Manifest:
    _claim(folder)
    try:
        made = _save(connection, folder, with_keys=with_keys)
        _settle(folder)
        manifest.write(folder, made)
    except OSError as error:
        _empty(folder)  # or what was written would fill the disk that was full
        raise Refusal(
            _("säkerhetskopian gick inte att skriva i %(folder)s (%(said)s). Ingen halv kopia ligger kvar.")
            % {"folder": folder, "said": error.strerror or error}
        ) from error
    return made


def _claim(folder: Path) -> None:
    """An empty folder that its owner alone may read. One that holds something is never written over."""
    try:
        folder.mkdir(mode=OWNER_ALONE, parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Refusal(_("%s är inte tom. Varje säkerhetskopia får en egen mapp.") % folder)
        folder.chmod(OWNER_ALONE)
        (folder / "tables").mkdir(mode=OWNER_ALONE)
    except OSError as error:
        raise Refusal(
            _("kan inte skriva i %(folder)s: %(said)s.") % {"folder": folder, "said": error.strerror}
        ) from error


def _save(connection: Any, folder: Path, *, with_keys: bool) -> Manifest:
    with snapshot(connection) as seen:
        saved = [_table(seen, folder, table) for table in tables()]
        return Manifest(
            made_at=now().isoformat(timespec="seconds"),
            version=__version__,
            database=seen.vendor,
            head=_head(seen),
            migrations=[list(row) for row in read(seen, "SELECT app, name FROM django_migrations ORDER BY id")],
            tables=saved,
            files=keys.save(folder, with_keys=with_keys),
            left_out=LEFT_OUT,
        )


def _table(seen: Any, folder: Path, table: Table) -> Saved:
    quoted = seen.ops.quote_name(table.key)
    rows = read(seen, f"{selected(seen, table)} ORDER BY {quoted}")
    columns = [[column.name, column.kind] for column in table.columns]
    path = folder / "tables" / f"{table.name}.jsonl.gz"
    count, sha256 = lines.write(path, table, rows)
    return Saved(table.name, table.key, columns, count, sha256, last_id(seen, table))


def _head(seen: Any) -> str:
    found = list(read(seen, "SELECT number, hash FROM journal_seal ORDER BY number DESC LIMIT 1"))
    return f"{found[0][0]}:{found[0][1]}" if found else ""


def _settle(folder: Path) -> None:
    """On the disk, all of it, before the manifest says that it is."""
    for path in folder.rglob("*"):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
