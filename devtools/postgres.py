"""A database of CI's own on the PostgreSQL that is there: `create` prints its URL, `drop URL` removes it. In .venv.

The server is VAXEL_TEST_POSTGRES, else postgres@127.0.0.1:5432. Only databases named vaxel_ci_… are ever touched.
"""

import os
import sys
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

SERVER = os.environ.get("VAXEL_TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432/")


def create() -> str:
    name = f"vaxel_ci_{os.getpid()}"
    _do("CREATE DATABASE {}", name)
    return urlsplit(SERVER)._replace(path=f"/{name}").geturl()


def drop(url: str) -> None:
    """With the one that Django made for its tests, should they have been interrupted."""
    name = urlsplit(url).path.strip("/")
    if not name.startswith("vaxel_ci_"):
        raise ValueError(f"{name} is not CI's own")
    for mine in (name, f"test_{name}"):
        _do("DROP DATABASE IF EXISTS {} WITH (FORCE)", mine)


def _do(statement: str, name: str) -> None:
    url = urlsplit(SERVER)._replace(path="/postgres").geturl()
    with psycopg.connect(url, autocommit=True, connect_timeout=5) as connection:
        connection.execute(sql.SQL(statement).format(sql.Identifier(name)))


if __name__ == "__main__":
    try:
        print(create()) if sys.argv[1] == "create" else drop(sys.argv[2])
    except psycopg.OperationalError as error:
        server = urlsplit(SERVER)
        sys.exit(
            f"The tests need PostgreSQL, and none let us in at {server.hostname}:{server.port or 5432}:\n"
            f"  {str(error).strip().splitlines()[0]}\n"
            "Start one there, or name another: VAXEL_TEST_POSTGRES=postgres://user:password@host:5432/ .ci/run"
        )
