"""The process tree, as a person meets it: start, an address that answers, one signal that stops it all."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests import databases

pytestmark = pytest.mark.static  # on a database of its own, whatever DATABASE_URL says
TABLES = ["migrate", "--verbosity", "0"]


def _environment(data):
    """A database file of its own, whatever DATABASE_URL says: this is about processes."""
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    return {**kept, "VAXEL_DATA": str(data)}


def _vaxel(data, *arguments):
    command = [sys.executable, "-m", "vaxel.site.cli", *arguments]
    return subprocess.Popen(
        command, env=_environment(data), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, process_group=0
    )


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _status(port, path):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return None


def _wait_for(wanted, seconds=30):
    deadline = time.monotonic() + seconds
    while not (found := wanted()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return found


def _children(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    if not databases.copied_to(folder / "vaxel.sqlite3"):
        assert _vaxel(folder, *TABLES).wait(120) == 0
    return folder


@pytest.fixture
def tree(data):
    """All three parts at a port of their own; killed with the test whatever happens."""
    port = _free_port()
    process = _vaxel(data, "serve", "--all", "--port", str(port), "--workers", "1")
    assert _wait_for(lambda: _status(port, "/static/ui/vendor/htmx.min.js")), process.stdout.read()
    yield process, port
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)


def test_it_answers_says_where_and_stops_on_a_signal(tree):
    process, port = tree
    assert _status(port, "/static/ui/vendor/htmx.min.js") == 200
    assert len(_wait_for(lambda: len(_children(process.pid)) == 3 and _children(process.pid))) == 3
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 0, said
    assert f"http://127.0.0.1:{port}/" in said
    assert "Traceback" not in said
    assert _status(port, "/") is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent is gone")
def test_nothing_is_left_behind_when_it_is_killed(tree):
    process, port = tree
    children = _children(process.pid)
    process.kill()
    process.wait()
    assert _wait_for(lambda: not any(_alive(child) for child in children))
    assert _wait_for(lambda: _status(port, "/") is None)


def test_a_part_that_falls_is_started_again(tree):
    process, _ = tree
    first = _wait_for(lambda: len(_children(process.pid)) == 3 and _children(process.pid))
    os.kill(first[-1], signal.SIGKILL)
    assert _wait_for(lambda: len(_children(process.pid)) == 3 and first[-1] not in _children(process.pid))


def test_without_tables_it_refuses_in_words(tmp_path):
    process = _vaxel(tmp_path, "serve")
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "vaxel migrate" in said


def test_a_taken_port_is_refused_in_words(data):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = _vaxel(data, "serve", "--port", str(taken.getsockname()[1]))
        said, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "--port" in said
    assert "Traceback" not in said
