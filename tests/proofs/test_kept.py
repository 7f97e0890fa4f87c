"""docs/proof.md says what docs/proof/*.json holds, and a proof that fails is said to."""

import json
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from proofs import kept
from proofs.promise import all_met, at_least, at_most, exactly, said, scaled
from vaxel.site.serving import checkout


@pytest.fixture
def one(monkeypatch, tmp_path):
    """A house with one proof that gives these figures."""
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "proof")
    monkeypatch.setattr(kept, "PAGE", tmp_path / "proof.md")

    def house(*figures):
        proof = SimpleNamespace(NAME="once", PROMISE="Sent once.", run=lambda scale: figures)
        monkeypatch.setattr(checkout, "modules", lambda package: {"once": proof})

    return house


def test_the_page_is_what_was_kept():
    assert kept.PAGE.read_text(encoding="utf-8") == kept.page(kept.all_kept()), "vaxel prove NAME --keep writes it"


def test_every_proof_of_the_checkout_keeps_the_contract():
    for proof in checkout.modules("proofs").values():
        assert proof.PROMISE
        assert callable(proof.run)


def test_a_proof_that_holds(one, capsys):
    one(exactly("lost", 0, 0), said("bodies", 100_000))
    call_command("prove", "--keep")
    told = capsys.readouterr().out
    assert told.startswith("✓ once")
    assert "100 000" in told
    assert "| lost | 0 | 0 | ✓ |" in kept.PAGE.read_text(encoding="utf-8")


def test_json_for_machines(one, capsys):
    one(at_most("seconds", 2, 30), at_least("cases", 10, 10))
    call_command("prove", "once", "--json")
    found = json.loads(capsys.readouterr().out)["once"]
    assert found["ok"]
    assert [figure["goal"] for figure in found["figures"]] == ["≤ 30", "≥ 10"]
    assert "cores" in found["machine"]


def test_one_figure_short_of_its_goal_is_no_success(one):
    one(exactly("lost", 1, 0), exactly("double", 0, 0))
    with pytest.raises(CommandError, match="once") as refused:
        call_command("prove", "--keep")
    assert refused.value.returncode == 1
    assert "**no**" in kept.PAGE.read_text(encoding="utf-8")


def test_a_trial_is_told_as_one_and_what_is_not_taken_is_named(one):
    one(exactly("lost", 0, 0))
    call_command("prove", "--scale", "0.01", "--keep")
    page = kept.PAGE.read_text(encoding="utf-8")
    assert "| in a trial of 0.01 |" in page
    assert "0 of 1 meet their goals" in page
    assert "`supply-chain`" in page.split("Not taken yet:")[1].split("\n")[0]


def test_a_proof_without_a_goal_proves_nothing():
    assert not all_met([said("bodies", 3)])
    assert not all_met([])


@pytest.mark.parametrize("wrong", [("twice",), ("--scale", "0"), ("--scale", "2")])
def test_wrong_use(one, wrong):
    one(exactly("lost", 0, 0))
    with pytest.raises(CommandError) as refused:
        call_command("prove", *wrong)
    assert refused.value.returncode == 2


def test_a_part_of_the_scale_is_never_nothing():
    assert (scaled(100_000, 1), scaled(1000, 0.01), scaled(20, 0.001)) == (100_000, 10, 1)


def test_without_a_checkout_it_says_where(settings, tmp_path):
    settings.CHECKOUT = tmp_path
    with pytest.raises(CommandError, match="vaxel prove"):
        call_command("prove")
