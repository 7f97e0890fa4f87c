"""The documented example does what it says, run as it stands against a real server; twice does nothing twice."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from vaxel.network.domain.kinds import Role
from vaxel.rounds.models import Round

CLIENT = Path(__file__).resolve().parents[2] / "docs" / "api" / "client.py"


@pytest.mark.django_db(transaction=True)
def test_the_example_sends_a_round_and_reads_its_compilation(live_server, program, world):
    key = program(world.secretariat, Role.SECRETARIAT).secret
    env = {**os.environ, "VAXEL_URL": live_server.url, "VAXEL_KEY": key, "PYTHONIOENCODING": "utf-8"}
    for _ in range(2):
        ran = subprocess.run([sys.executable, CLIENT], env=env, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        assert "Skickad till 3, 0 har svarat." in ran.stdout
        assert "Hur många har fått stöd? Sammanlagt: –" in ran.stdout
    assert Round.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_refusal_is_told_in_its_own_words(live_server, world):
    env = {**os.environ, "VAXEL_URL": live_server.url, "VAXEL_KEY": "fel", "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run([sys.executable, CLIENT], env=env, capture_output=True, text=True, check=False)
    assert "Skicka er nyckel" in ran.stderr
