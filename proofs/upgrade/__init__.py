"""Each earlier release, filled by its own commands, is migrated to today's tables and back.

At each step all rows of all tables and columns that both have are hashed. What a release stored and today's does not
must be there again on the way back. Its own package does the filling, on today's locked dependencies.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from proofs.promise import Figure, said
from proofs.servers import ordinary, postgres, vaxel
from proofs.upgrade.releases import Release, releases, take_out
from proofs.upgrade.rows import Database
from proofs.upgrade.there_and_back import there_and_back

NAME = "upgrade"
PROMISE = "A database of an earlier release with data migrates, equal by row hashes, and back."


def run(scale: float) -> Iterator[Figure]:
    """The whole: every release, its example year, on both databases. In short: the newest, empty but for what is planted."""
    whole = scale >= 1
    told = releases() if whole else releases()[-2:-1]
    yield said("releases", [f"{each.version} ({each.commit[:10]}: {each.brought})" for each in told])
    for kind in ("SQLite", "PostgreSQL") if whole else ("SQLite",):
        for release in told:
            yield from of(release, kind, fill=whole)


def of(release: Release, kind: str, *, fill: bool) -> Iterator[Figure]:
    with ExitStack() as stack:
        folder = stack.enter_context(ordinary.workplace("upgrade"))
        url = _new_database(kind, folder, stack)
        old, new = _environments(release, url, folder)
        database = Database(url)
        _fill(old, database, whole=fill)
        yield from there_and_back(f"{kind}, {release.version}", old, new, database, verify=fill)


def _new_database(kind: str, folder: Path, stack: ExitStack) -> str:
    if kind == "SQLite":
        return f"sqlite:///{folder}/vaxel.sqlite3"
    return stack.enter_context(postgres.server()).new_database()


def _environments(release: Release, url: str, folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    package = take_out(release, folder / "old")
    new = vaxel.environment(url, folder, PYTHONSAFEPATH="1", DJANGO_SETTINGS_MODULE="vaxel.site.settings")
    return {**new, "PYTHONPATH": str(package)}, new


def _fill(old: dict[str, str], database: Database, *, whole: bool) -> None:
    vaxel.run(old, "migrate", "--verbosity", "0")
    if whole:
        vaxel.run(old, "reference", "load")
        vaxel.run(old, "example")
    _plant(database)


def _plant(database: Database) -> None:
    """What no example year holds, and a migration must carry: a login, and two reminders of the first form."""
    database.change("INSERT INTO django_session VALUES ('of-one-proof', 'data', '2030-01-01 08:00:00+00:00')")
    if "key" not in database.columns().get("rounds_reminder", ()):
        return
    rows = database.ask("SELECT round_id, body_id FROM rounds_delivery ORDER BY id LIMIT 2")
    for number, (round_, body) in enumerate(rows, 1):
        database.change(
            "INSERT INTO rounds_reminder (key, at, reached, round_id, body_id) VALUES "
            f"('{round_}:{body}:2026-05-0{number}', '2026-05-0{number} 08:00:00+00:00', 'contact', {round_}, {body})"
        )
