import pytest

from vaxel.network.domain.kinds import Kind
from vaxel.privacy.domain.regime import Regime, lacking, needs_another, regime_of
from vaxel.privacy.domain.wanted import GONE, Wanted

HER = Wanted.of(["Bo Ek", "bo.ek@falun.example", "+46 70-917 36 55", " ", "a"])


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Ring Bo Ek.", f"Ring {GONE}."),
        ("BO  EK och bo.ek@falun.example", f"{GONE} och {GONE}"),
        ("Bo Ekström i Borlänge", "Bo Ekström i Borlänge"),
        ("tel +46709173655 eller +46 (70) 917 36 55", f"tel {GONE} eller {GONE}"),
        ({"q1": ["Bo Ek", 7], "Bo Ek": None}, {"q1": [GONE, 7], GONE: None}),
    ],
)
def test_words_are_taken_out_whole_in_any_spelling(said, left):
    assert HER.taken_out(said) == left
    assert HER.are_in(said) == (said != left)


def test_nothing_wanted_takes_nothing_out():
    nobody = Wanted.of(["", "  "])
    assert nobody.taken_out("Bo Ek") == "Bo Ek"
    assert not nobody.are_in("Bo Ek")


def test_of_others_texts_only_what_stands_beside_is_shown():
    said = f"{'x' * 500} Bo Ek ringde. {'y' * 500}"
    (shown,) = HER.shown(said)
    assert "Bo Ek" in shown
    assert len(shown) < 200


def test_whoever_has_a_probe_in_every_spelling():
    for said in ("bo ek", "BO EK", "Bo Ek", "0709 17 36 55"):
        assert any(probe.lower() in said.lower() for probe in HER.probes)


def test_an_authority_erases_by_decision_of_two_and_a_private_body_need_not():
    assert regime_of(Kind.MUNICIPALITY) is Regime.AUTHORITY
    assert regime_of(Kind.USER_ORGANISATION) is Regime.PRIVATE
    assert regime_of(Kind.SECRETARIAT, "private") is Regime.PRIVATE
    assert lacking(Regime.AUTHORITY, " ", "Slutat.") == "reference"
    assert lacking(Regime.PRIVATE, "", "") == "reason"
    assert lacking(Regime.PRIVATE, "", "Slutat.") is None
    assert [needs_another(one) for one in Regime] == [True, False]
