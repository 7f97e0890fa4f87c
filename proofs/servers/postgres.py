"""A PostgreSQL of the proof's own: made, crashed, followed by a standby, promoted, thrown away."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

from proofs.servers import ordinary, ports

PATIENCE = 60  # seconds for a start, recovery after a crash included
SETTINGS = {
    "listen_addresses": "'127.0.0.1'",
    "max_connections": 200,
    "shared_buffers": "'256MB'",
    "max_wal_senders": 8,
    "wal_level": "replica",
    "hot_standby": "on",
    "log_min_messages": "warning",
    "logging_collector": "off",
}


class Server:
    """One cluster in one folder. fsync and synchronous_commit are on, as in production: that is what is proved."""

    def __init__(self, folder: Path, **settings: object):
        self.folder, self.port = folder, ports.free()
        self.settings = {**SETTINGS, "port": self.port, "unix_socket_directories": f"'{folder}'", **settings}

    def create(self) -> None:
        _run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--data-checksums")
        self.configure()

    def configure(self, **settings: object) -> None:
        self.settings.update(settings)
        lines = "\n".join(f"{name} = {value}" for name, value in self.settings.items())
        own = self.data / "proof.conf"
        own.write_text(lines + "\n")
        main = self.data / "postgresql.conf"
        if "proof.conf" not in main.read_text():
            main.write_text(main.read_text() + "\ninclude 'proof.conf'\n")
        own.chmod(0o644)

    def start(self, *, wait: bool = True) -> None:
        arguments = ["-D", self.data, "-l", self.log, "-t", str(PATIENCE), "-w" if wait else "-W"]
        try:
            _run("pg_ctl", "start", *arguments)
        except RuntimeError as error:
            raise RuntimeError(f"{error}\n{self.log.read_text()[-1000:]}") from error

    def stop(self, mode: str = "fast") -> None:
        """`immediate` is a crash of the whole server: nothing is written down first."""
        _run("pg_ctl", "stop", "-D", self.data, "-m", mode, "-t", str(PATIENCE))

    def crash_backend(self) -> None:
        """One of its processes is killed: PostgreSQL then throws out everybody and recovers from its log, by itself."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            row = connection.execute("SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'").fetchone()
        assert row
        os.kill(row[0], signal.SIGKILL)

    def kill(self) -> None:
        """The machine lost its power: every process of it, at once."""
        postmaster = self.pid()
        children = subprocess.run(["pgrep", "-P", str(postmaster)], capture_output=True, text=True, check=False)
        all_of_it = (postmaster, *map(int, children.stdout.split()))
        for pid in all_of_it:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        _wait_until_dead(all_of_it)
        # After a power cut the number in them is nobody's. Here the dead may keep theirs until somebody asks after them.
        for lock in (self.data / "postmaster.pid", *self.folder.glob(".s.PGSQL.*.lock")):
            lock.unlink()

    def promote(self) -> None:
        _run("pg_ctl", "promote", "-D", self.data, "-t", str(PATIENCE))

    def let_in(self, network: str) -> None:
        with (self.data / "pg_hba.conf").open("a") as file:
            file.write(f"host all all {network} trust\n")
        self.reload()

    def reload(self) -> None:
        _run("pg_ctl", "reload", "-D", self.data)

    def followed_by(self, name: str) -> str:
        """`sync` where it waits for that standby, `async` where it does not, empty where nobody follows by that name."""
        query = "SELECT sync_state FROM pg_stat_replication WHERE application_name = %s"
        with psycopg.connect(self.url()) as connection:
            row = connection.execute(query, [name]).fetchone()
        return row[0] if row else ""

    def unfollow(self) -> None:
        """A standby that loses its line to the primary: what comes after is not in it."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET primary_conninfo = ''")
        self.reload()

    def answers(self) -> bool:
        try:
            with psycopg.connect(self.url(), connect_timeout=2) as connection:
                connection.execute("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def wait_until_it_answers(self, patience: float = PATIENCE) -> float:
        """Seconds it took."""
        began = time.monotonic()
        while not self.answers():
            if time.monotonic() - began > patience:
                raise TimeoutError(f"PostgreSQL in {self.folder} does not answer; its log: {self.log}")
            time.sleep(0.05)
        return time.monotonic() - began

    def new_database(self, name: str = "vaxel") -> str:
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return self.url(name)

    def url(self, database: str = "postgres") -> str:
        return f"postgres://postgres@127.0.0.1:{self.port}/{database}"

    def pid(self) -> int:
        return int((self.data / "postmaster.pid").read_text().split()[0])

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "log"


@contextmanager
def server(**settings: object) -> Iterator[Server]:
    with ordinary.workplace("postgres") as folder:
        made = Server(folder, **settings)
        made.create()
        made.start()
        try:
            yield made
        finally:
            _end(made)


@contextmanager
def standby(primary: Server, name: str = "standby") -> Iterator[Server]:
    """A copy that follows the primary. `primary` is told to wait for it by `configure(synchronous_standby_names=…)`."""
    with ordinary.workplace("standby") as folder:
        made = Server(folder)
        source = f"host=127.0.0.1 port={primary.port} user=postgres application_name={name}"
        _run("pg_basebackup", "-D", made.data, "-d", source, "-R", "-X", "stream", "-c", "fast")
        made.configure()
        made.start()
        try:
            yield made
        finally:
            _end(made)


def _wait_until_dead(pids: Iterable[int]) -> None:
    began = time.monotonic()
    while any(map(_lives, pids)):
        if time.monotonic() - began > PATIENCE:
            raise TimeoutError("PostgreSQL's processes were killed and live on")
        time.sleep(0.02)


def _lives(pid: int) -> bool:
    """One that nobody has asked after is still listed, and dead."""
    said = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(said.strip()) and not said.startswith("Z")


def _end(made: Server) -> None:
    if (made.data / "postmaster.pid").exists():
        subprocess.run(_command("pg_ctl", "stop", "-D", made.data, "-m", "immediate"), check=False, **_quiet())


def _run(name: str, *arguments: object) -> None:
    done = subprocess.run(_command(name, *arguments), check=False, text=True, **_quiet())
    if done.returncode:
        raise RuntimeError(f"{name} said: {(done.stderr or done.stdout).strip()}")


def _command(name: str, *arguments: object) -> list[str]:
    return [program(name), *map(str, arguments)]


def program(name: str) -> str:
    return str(_bin() / name)


def _quiet() -> dict:
    """pg_ctl leaves a server behind that keeps its own standard output: a file, never a pipe of ours."""
    return {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "cwd": "/", **ordinary.ordinary()}


def _bin() -> Path:
    """Where Debian and others put the server's programs: not on PATH."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    said = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=True)
    return Path(said.stdout.strip())
