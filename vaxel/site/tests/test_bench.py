"""How `vaxel bench` finds, words and ends; what is measured is the benchmarks' own matter."""

import json
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from vaxel.site.serving import benches

GOOD = {"ratio": 0.1, "goal": "≤ 0.25", "ok": True, "figures": {"bodies": 100_000, "equal": True, "ms": 6.4637}}


@pytest.fixture
def one(monkeypatch):
    """A house with one benchmark that gives this result."""

    def house(result):
        bench = SimpleNamespace(NAME="totals", DESCRIPTION="All totals.", run=lambda: result)
        monkeypatch.setattr(benches, "all_benches", lambda: {"totals": bench})

    return house


def test_a_table_for_people(one, capsys):
    one(GOOD)
    call_command("bench")
    told = capsys.readouterr().out
    assert told.startswith("✓ totals")
    assert [line.split()[-1] for line in told.splitlines()[-3:]] == ["000", "✓", "6.46"]


def test_json_for_machines(one, capsys):
    one(GOOD)
    call_command("bench", "totals", "--json")
    assert json.loads(capsys.readouterr().out) == {"totals": GOOD}


def test_short_of_the_goal_is_no_success(one):
    one({**GOOD, "ok": False})
    with pytest.raises(CommandError, match="totals") as refused:
        call_command("bench")
    assert refused.value.returncode == 1


def test_an_unknown_name_is_wrong_use(one):
    one(GOOD)
    with pytest.raises(CommandError, match="totals") as refused:
        call_command("bench", "speed")
    assert refused.value.returncode == 2


def test_every_benchmark_of_the_checkout_keeps_the_contract():
    for bench in benches.all_benches().values():
        assert bench.DESCRIPTION
        assert callable(bench.run)


def test_without_a_checkout_it_says_where(settings, tmp_path):
    settings.CHECKOUT = tmp_path
    with pytest.raises(CommandError, match="vaxel bench"):
        benches.all_benches()
