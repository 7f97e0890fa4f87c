"""Both kinds of database, each the proof's own, with every table."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from benchmarks.own_database import standing_at
from proofs.servers import ordinary, postgres, tables
from vaxel.site.database import database as as_the_product_does


def both() -> Iterator[tuple[str, AbstractContextManager[str]]]:
    """Name → a context that gives the address."""
    yield "SQLite", sqlite()
    yield "PostgreSQL", own_postgres()


@contextmanager
def sqlite() -> Iterator[str]:
    with ordinary.workplace("sqlite") as folder:
        yield tables.sqlite(folder)


@contextmanager
def own_postgres() -> Iterator[str]:
    with postgres.server() as server, ordinary.workplace("tables") as folder:
        yield tables.postgresql(server, folder)


def both_here() -> Iterator[tuple[str, AbstractContextManager[None]]]:
    """As `both`, and Django of this very process stands at it."""
    for name, database in both():
        yield name, _here(database)


@contextmanager
def _here(database: AbstractContextManager[str]) -> Iterator[None]:
    with database as url, standing_at(as_the_product_does(url)):
        yield
