"""dev.py: what is done is not done again, and what is lacking is said with the command that mends it."""

import socket
import subprocess
import sys

import pytest

from devtools import check, environment, machine, run, stamps
from devtools.places import ROOT
from devtools.terminal import Stop, quietly

pytestmark = pytest.mark.static


@pytest.fixture
def work(tmp_path, monkeypatch):
    """A step that counts how often it was done: `work()` is True when it was done now."""
    monkeypatch.setattr(stamps, "TOOL", tmp_path / ".tool")
    monkeypatch.setattr(stamps, "ROOT", tmp_path)
    source, made = tmp_path / "source", tmp_path / "made"
    source.write_text("1")

    def attempt(act=made.touch):
        return stamps.unless_done("a step", act, reads=[source], makes=[made])

    attempt.source, attempt.made = source, made
    return attempt


class TestSteps:
    def test_done_once(self, work):
        assert [work(), work()] == [True, False]

    def test_again_when_what_it_reads_has_changed(self, work):
        work()
        work.source.write_text("2")
        assert [work(), work()] == [True, False]

    def test_again_when_what_it_made_is_gone(self, work):
        work()
        work.made.unlink()
        assert work()

    def test_again_when_it_failed(self, work):
        with pytest.raises(ZeroDivisionError):
            work(lambda: 1 / 0)
        assert work()


class TestWhatIsLacking:
    def test_venv(self, monkeypatch):
        monkeypatch.setattr(machine.importlib.util, "find_spec", lambda name: None)
        with pytest.raises(Stop, match="python3-venv"):
            machine.require_venv()

    @pytest.mark.parametrize(("user", "words"), [(0, "apt-get update"), (1000, "sudo apt-get update")])
    def test_the_command_is_this_persons(self, monkeypatch, user, words):
        monkeypatch.setattr(machine.os, "geteuid", lambda: user)
        monkeypatch.setattr(machine.shutil, "which", lambda name: f"/usr/bin/{name}")
        assert machine.apt_install("chromium").startswith(words)

    def test_chromium_is_not_installed_by_one_who_may_not(self, monkeypatch):
        monkeypatch.delenv("VAXEL_CHROMIUM", raising=False)
        monkeypatch.setattr(machine.os, "geteuid", lambda: 1000)
        monkeypatch.setattr(machine.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
        assert not machine.install_chromium()
        assert "sudo apt-get install" in machine.no_chromium()

    def test_libreoffice_is_not_installed_by_one_who_may_not(self, monkeypatch):
        monkeypatch.delenv("VAXEL_LIBREOFFICE", raising=False)
        monkeypatch.setattr(machine.os, "geteuid", lambda: 1000)
        monkeypatch.setattr(machine.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
        assert not machine.install_libreoffice()
        assert "sudo apt-get install" in machine.no_libreoffice()

    def test_npm_without_node_is_none(self, monkeypatch):
        monkeypatch.setattr(machine.shutil, "which", lambda name: "/usr/bin/npm" if name == "npm" else None)
        assert machine.machines_npm() is None

    def test_a_taken_port(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            with pytest.raises(Stop, match=f"--port {port + 1}"):
                run.run(["--port", str(port)])


def test_a_failure_shows_what_was_said(tmp_path, monkeypatch):
    monkeypatch.setattr("devtools.terminal.TOOL", tmp_path)
    with pytest.raises(Stop, match="the reason"):
        quietly([sys.executable, "-c", "print('the reason'); raise SystemExit(3)"])


def test_an_unknown_command_is_wrong_use():
    ended = subprocess.run([sys.executable, ROOT / "dev.py", "dance"], capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "dev.py" in ended.stdout


SIDE_BY_SIDE = ["-n", "3", "--dist", "worksteal"]


@pytest.mark.parametrize(
    ("given", "passed"),
    [
        ([], SIDE_BY_SIDE),
        (["--no-static"], [*SIDE_BY_SIDE, "-m", "not static"]),
        (["--no-static", "-m", "browser"], ["-m", "browser"]),
        (["vaxel/rounds", "-k", "send"], ["vaxel/rounds", "-k", "send"]),
    ],
)
def test_what_reaches_pytest(monkeypatch, given, passed):
    monkeypatch.setattr(environment, "setup", lambda: None)
    monkeypatch.setattr(machine, "chromium", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(check, "_static", lambda: None)
    monkeypatch.setattr(check, "_pytest", list)
    monkeypatch.setattr(check.os, "cpu_count", lambda: 3)
    assert check.test(given) == passed
