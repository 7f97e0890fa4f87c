"""The command's contract: 0 done, 1 refused in words, 2 wrong use."""

import os
import subprocess
import sys

import pytest
from django.core.management import BaseCommand, CommandError
from django.db import OperationalError

from vaxel import __version__
from vaxel.site import cli
from vaxel.ui.refusal import Refusal


class Answering(BaseCommand):
    """Stands in for any command; does what the test wants."""

    outcome: Exception | None = None

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int)

    def handle(self, **options):
        if self.outcome:
            raise self.outcome


@pytest.fixture
def answering(monkeypatch):
    monkeypatch.setattr("django.core.management.load_command_class", lambda *_: Answering())
    monkeypatch.setattr("django.db.connections.close_all", lambda: None)

    def answer(outcome):
        monkeypatch.setattr(Answering, "outcome", outcome)
        return cli.main(["serve"])

    return answer


def test_version(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"vaxel {__version__}\n"


def test_the_overview_names_each_command_once(capsys):
    assert cli.main([]) == 0
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    assert {"serve", "worker", "tick", "migrate"} <= set(names)
    assert len(set(names)) == len(names)
    assert "runserver" not in names, "Django's own commands are manage.py's"


def test_an_unknown_command_is_wrong_use(capsys):
    assert cli.main(["dance"]) == 2
    told = capsys.readouterr().err
    assert "dance" in told
    assert "serve" in told


@pytest.mark.usefixtures("answering")
def test_a_wrong_option_is_wrong_use(capsys):
    with pytest.raises(SystemExit) as left:
        cli.main(["serve", "--port", "many"])
    assert left.value.code == 2
    assert "--port" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("outcome", "code", "words"),
    [
        (None, 0, ""),
        (Refusal("Koden 9999 finns inte. Rätta rad 3."), 1, "vaxel serve: Koden 9999 finns inte. Rätta rad 3.\n"),
        (CommandError("no such file"), 1, "vaxel serve: no such file\n"),
        (CommandError("which one?", returncode=2), 2, "vaxel serve: which one?\n"),
    ],
)
def test_how_it_ends(answering, capsys, outcome, code, words):
    assert answering(outcome) == code
    assert capsys.readouterr().err == words


def test_a_database_without_tables_is_said_in_words(answering, capsys):
    assert answering(OperationalError("no such table: rounds_round")) == 1
    assert "vaxel migrate" in capsys.readouterr().err


def test_a_fault_of_ours_is_not_hidden(answering):
    with pytest.raises(ZeroDivisionError):
        answering(ZeroDivisionError())


@pytest.mark.static
@pytest.mark.parametrize(
    "environment", [{"DATABASE_URL": "mongo://x"}, {"VAXEL_DATA": "/proc/vaxel"}, {"VAXEL_SMTP_PORT": "smtp"}]
)
def test_settings_that_do_not_work_are_said_in_words(environment):
    command = [sys.executable, "-m", "vaxel.site.cli", "migrate"]
    ended = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "duger inte" in ended.stderr
    assert "Traceback" not in ended.stderr
