"""`vaxel export DIR`: everything in formats that anybody can open, for leaving Växel or for an archive.

One CSV per table (UTF-8, semicolons, guarded against formulas), every attachment as the file it was, and LÄS-MIG.txt
that says what is what. What signs in or signs is never in it: that is a backup's.
"""

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

from vaxel import __version__
from vaxel.calendar.clock import now
from vaxel.files.domain.guarding import guard
from vaxel.files.domain.names import clean_name
from vaxel.files.models import Attachment
from vaxel.journal.rows import Table, read, selected
from vaxel.site.keeping.snapshot import snapshot
from vaxel.site.keeping.tables import tables
from vaxel.ui.refusal import Refusal

# Passwords, keys, second steps and addresses that let in whoever knows them; bytes come as files, and what Växel makes
# for itself says nothing by itself.
SECRET = ("accounts_apireply", "accounts_apitoken", "accounts_feedkey", "accounts_invitation", "accounts_user")
SECRET += ("account_", "auth_", "django_", "mfa_", "rounds_answeringlink", "notices_webhook", "notices_message")
SECRET_COLUMNS = {"signals_signal": ("public_id",)}  # the public's way back to what it said
MADE = ("search_entry", "files_blob", "rounds_statevector", "adoption_stagevector", "rounds_unfoldedmark")


def export(connection: Any, folder: Path) -> list[str]:
    """The names of what was written, fingerprints last."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise Refusal(_("%s är inte tom. Varje uttag får en egen mapp.") % folder)
    (folder / "tabeller").mkdir()
    with snapshot(connection) as seen:
        for table in tables():
            if not table.name.startswith(SECRET) and table.name not in MADE:
                _table(seen, folder / "tabeller" / f"{table.name}.csv", table)
        _attachments(seen, folder / "filer")
    (folder / "LÄS-MIG.txt").write_text(_about(), encoding="utf-8")
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    _fingerprints(folder, names)
    return names


def _table(seen: Any, path: Path, table: Table) -> None:
    hidden = SECRET_COLUMNS.get(table.name, ())
    header = [column.name for column in table.columns if column.kind != "bytes" and column.name not in hidden]
    readable = table.only(header)
    with path.open("w", encoding="utf-8-sig", newline="", errors="replace") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(header)
        order = seen.ops.quote_name(table.key)
        for row in read(seen, f"{selected(seen, readable)} ORDER BY {order}"):
            writer.writerow([guard(value) if isinstance(value, str) else value for value in row])


def _attachments(seen: Any, folder: Path) -> None:
    """By whose it is and its own name; the table files_attachment has the same identity."""
    for kept in Attachment.objects.using(seen.alias).order_by("id").iterator(50):
        place = folder / clean_name(f"{kept.owner_type}-{kept.owner_id}")
        place.mkdir(parents=True, exist_ok=True)
        (place / clean_name(f"{kept.pk}-{kept.name}")).write_bytes(bytes(kept.blob.content))


def _about() -> str:
    told = [
        _("Uttag ur Växel %(version)s, %(moment)s. Tider är UTC; belopp i hela ören där namnet slutar på _ore."),
        _(
            "tabeller/: en CSV-fil per tabell (UTF-8, semikolon). En kolumn som slutar på _id pekar på id i en annan tabell."
        ),
        _("filer/: varje bilaga som den kom, i en mapp för det den hör till; files_attachment.csv är förteckningen."),
        _("journal_entry, journal_note och journal_seal är journalen: hur kedjan räknas om står i docs/adr/0031."),
        _("SHA256SUMS: fingeravtryck av allt här, för sha256sum --check."),
        _(
            "Lösenord, nycklar, svarslänkar och annat som släpper in någon är inte med. Allt annat är det, personuppgifter också: vakta mappen."
        ),
    ]
    facts = {"version": __version__, "moment": now().isoformat(timespec="seconds")}
    return "\n\n".join([told[0] % facts, *told[1:], *_words()]) + "\n"


def _words() -> Iterator[str]:
    """What each table is, in its model's own words."""
    for model in sorted(apps.get_models(), key=lambda each: each._meta.db_table):
        if (model.__doc__ or "") and not (model.__doc__ or "").startswith(f"{model.__name__}("):
            yield f"{model._meta.db_table}: {' '.join((model.__doc__ or '').split())}"


def _fingerprints(folder: Path, names: list[str]) -> None:
    lines = []
    for name in names:
        with (folder / name).open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {name}\n")
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
