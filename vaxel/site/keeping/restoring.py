"""`vaxel restore DIR`: everything is checked first, then laid back in one transaction: whole, or not at all."""

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext as _

from vaxel.journal.guard import erasable
from vaxel.journal.rows import read
from vaxel.search import fts
from vaxel.site.keeping import lines, manifest
from vaxel.site.keeping.identities import set_last_id
from vaxel.site.keeping.loading import load
from vaxel.site.keeping.manifest import Manifest, Saved, sha256_of
from vaxel.site.keeping.tables import LEFT_OUT, SEEDED
from vaxel.ui.refusal import Refusal

OF_ITS_OWN = {"django_migrations", *SEEDED, *LEFT_OUT}


def restore(connection: Any, folder: Path) -> Manifest:
    made = manifest.read(folder)
    _check(folder, made)
    _meet(connection, made)
    with erasable(connection.alias), transaction.atomic(connection.alias):
        _require_empty(connection)
        _clear_seeds(connection)
        for saved in made.tables:
            _lay_back(connection, folder, saved)
    call_command("migrate", database=connection.alias, verbosity=0)  # from an older version's tables to this one's
    fts.refill(connection)  # a database that had no tables got its triggers only now
    return made


def _check(folder: Path, made: Manifest) -> None:
    for saved in made.tables:
        lines.check(folder / saved.file, saved.sha256)
    for name, sha256 in made.files.items():
        path = folder / name
        if not path.exists() or sha256_of(path) != sha256:
            raise Refusal(_("%s fattas eller är ändrad. Ingenting har lagts tillbaka.") % path)


def _meet(connection: Any, made: Manifest) -> None:
    """The database stands where the backup did. One without tables is brought there; a later one cannot go back."""
    executor = MigrationExecutor(connection)
    saved = {(app, name) for app, name in made.migrations}
    if unknown := saved - set(executor.loader.graph.nodes):
        raise Refusal(
            _(
                "säkerhetskopian är från Växel %(version)s, som är nyare än den här (%(name)s är okänd). Uppgradera först."
            )
            % {"version": made.version, "name": ".".join(min(unknown))}
        )
    applied = set(MigrationRecorder(connection).applied_migrations())
    if applied - saved:
        raise Refusal(
            _(
                "säkerhetskopian är från en äldre version av Växel (%(version)s) än databasens tabeller. "
                "Lägg tillbaka den i en databas utan tabeller, så förs den hit efteråt."
            )
            % {"version": made.version}
        )
    if saved - applied:
        executor.migrate(_ends(executor.loader.graph, saved))


def _ends(graph: Any, saved: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """The last step of each app, as the backup had it."""
    return [
        key
        for key in sorted(saved)
        if not any(child.key in saved and child.key[0] == key[0] for child in graph.node_map[key].children)
    ]


def _require_empty(connection: Any) -> None:
    quoted = connection.ops.quote_name
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            if name in OF_ITS_OWN or name.startswith(
                ("search_words", "sqlite_")
            ):  # SQLite's own: what ANALYZE has counted
                continue
            cursor.execute(f"SELECT 1 FROM {quoted(name)} LIMIT 1")  # noqa: S608 - our own tables
            if cursor.fetchone():
                raise Refusal(
                    _("databasen är inte tom (%s har rader). En säkerhetskopia läggs bara tillbaka i en tom databas.")
                    % name
                )


def _clear_seeds(connection: Any) -> None:
    quoted = connection.ops.quote_name
    with connection.cursor() as cursor:
        for name in SEEDED:
            cursor.execute(f"DELETE FROM {quoted(name)}")  # noqa: S608 - our own tables


def _lay_back(connection: Any, folder: Path, saved: Saved) -> None:
    load(connection, saved.table, lines.read(folder / saved.file, saved.table))
    quoted = connection.ops.quote_name
    ((rows,),) = read(connection, f"SELECT count(*) FROM {quoted(saved.name)}")  # noqa: S608 - our own tables
    if rows != saved.rows:
        raise Refusal(
            _("%(table)s fick %(rows)d rader i stället för %(wanted)d. Ingenting har lagts tillbaka.")
            % {
                "table": saved.name,
                "rows": rows,
                "wanted": saved.rows,
            }
        )
    if saved.last_id is not None:
        set_last_id(connection, saved.table, saved.last_id)
