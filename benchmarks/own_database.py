"""A database made for one measurement and dropped after it: nobody's data is touched."""

import contextlib
import os
import tempfile
import uuid
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.utils import ConnectionHandler

from vaxel.site.database import database

LOCAL_POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"


@contextlib.contextmanager
def own_database(*, postgres=None):
    """The installation's own kind of database unless `postgres` says which; yields "sqlite" or "postgresql"."""
    postgres = is_postgres() if postgres is None else postgres
    before = dict(connections.settings["default"])
    with _postgres(before) if postgres else _sqlite() as config, standing_at(config):
        call_command("migrate", verbosity=0)
        yield connections["default"].vendor


@contextlib.contextmanager
def standing_at(config):
    """Every thread and process started meanwhile connects there."""
    before = dict(connections.settings["default"])
    _use(config)
    try:
        yield
    finally:
        connections["default"].close()
        _use(before)


def is_postgres():
    return connections.settings["default"]["ENGINE"].endswith("postgresql")


def _use(config):
    with contextlib.suppress(AttributeError):
        connections["default"].close()
        del connections["default"]
    connections.settings["default"] = ConnectionHandler({"default": config}).settings["default"]


@contextlib.contextmanager
def _sqlite():
    with tempfile.TemporaryDirectory(prefix="vaxel-bench-") as folder:
        yield database(f"sqlite:///{Path(folder) / 'bench.sqlite3'}")


@contextlib.contextmanager
def _postgres(before):
    import psycopg

    server = {**before} if before["ENGINE"].endswith("postgresql") else database(_server_url())
    name = f"vaxel_bench_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(**_parameters(server, "postgres"), autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        try:
            yield {**server, "NAME": name, "CONN_MAX_AGE": 60}
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _server_url():
    return os.environ.get("VAXEL_BENCH_POSTGRES", LOCAL_POSTGRES)


def postgres_parameters():
    """For psycopg without Django: the database in use now."""
    now = connections.settings["default"]
    return _parameters(now, now["NAME"])


def _parameters(config, name):
    found = {"host": config["HOST"], "port": config["PORT"], "user": config["USER"], "password": config["PASSWORD"]}
    return {key: value for key, value in found.items() if value} | {"dbname": name}


assert settings.configured
