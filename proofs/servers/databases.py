"""Both kinds of database, each the proof's own."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from proofs.servers import ordinary, postgres


def both() -> Iterator[tuple[str, AbstractContextManager[str]]]:
    """Name → a context that gives the address."""
    yield "SQLite", sqlite()
    yield "PostgreSQL", own_postgres()


@contextmanager
def sqlite() -> Iterator[str]:
    with ordinary.workplace("sqlite") as folder:
        yield f"sqlite:///{folder}/vaxel.sqlite3"


@contextmanager
def own_postgres() -> Iterator[str]:
    with postgres.server() as server:
        yield server.new_database()


@contextmanager
def _for_benchmarks() -> Iterator[None]:
    """A cluster of the proof's own where `own_database(postgres=True)` makes its databases."""
    with postgres.server() as server:
        before = os.environ.get("VAXEL_BENCH_POSTGRES")
        os.environ["VAXEL_BENCH_POSTGRES"] = server.url()
        try:
            yield
        finally:
            os.environ.pop("VAXEL_BENCH_POSTGRES")
            if before:
                os.environ["VAXEL_BENCH_POSTGRES"] = before


@contextmanager
def in_this_process(own: Callable[..., AbstractContextManager[str]], *, on_postgres: bool) -> Iterator[str]:
    """`own` is benchmarks' `own_database`: Django of this very process stands at it."""
    with _for_benchmarks() if on_postgres else nullcontext(), own(postgres=on_postgres) as vendor:
        yield vendor


def used(own: Callable[..., AbstractContextManager[str]]) -> Iterator[tuple[str, AbstractContextManager[str]]]:
    yield "SQLite", in_this_process(own, on_postgres=False)
    yield "PostgreSQL", in_this_process(own, on_postgres=True)
