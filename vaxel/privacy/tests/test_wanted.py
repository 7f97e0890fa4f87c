import pytest

from vaxel.network.domain.kinds import Kind
from vaxel.privacy.domain.regime import Regime, lacking, needs_another, regime_of
from vaxel.privacy.domain.wanted import GONE, Wanted

PHONE = "+46 70-917 36 55"


def her():
    return Wanted.of(["Bo Ek", "bo.ek@falun.example", PHONE, " ", "a"])


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
    assert her().taken_out(said) == left
    assert her().are_in(said) == (said != left)


@pytest.mark.parametrize("said", [["Bo Ek"], (1, "ring Bo Ek"), {"q": ["x", {"y": "Bo Ek"}]}, {"Bo Ek": None}])
def test_words_are_found_however_deep_they_lie(said):
    assert her().are_in(said)
    assert not Wanted.of(["Eva Ek"]).are_in(said)


def test_a_name_goes_whole_though_a_part_of_it_is_wanted_too():
    assert Wanted.of(["Anna", "Anna Berg"]).taken_out("Anna Berg ringde Anna") == f"{GONE} ringde {GONE}"


def test_the_longest_come_first_each_once_and_none_shorter_than_three_letters():
    given = ["Åsa", "Li", "Ek  Bo", "Bo Ek", "Anna Berg", "Ek Bo"]
    assert Wanted.of(given).words == ("Anna Berg", "Bo Ek", "Ek Bo", "Åsa")


def test_nothing_wanted_takes_nothing_out():
    nobody = Wanted.of(["", "  "])
    assert nobody.taken_out("Bo Ek") == "Bo Ek"
    assert nobody.taken_out("Bo, Ek.") == "Bo, Ek."
    assert not nobody.are_in("Bo Ek")
    assert not nobody.are_in("Bo, Ek.")


def test_of_others_texts_only_what_stands_beside_is_shown():
    said = f"{'x' * 500} Bo Ek {'y' * 500}"
    assert her().shown(said) == [f"…{'x' * 89} Bo Ek {'y' * 89}…"]


@pytest.mark.parametrize("said", ["Bo Ek", f"{'x' * 89} Bo Ek {'y' * 89}"])
def test_a_text_that_ends_so_near_is_shown_whole(said):
    assert her().shown(said) == [said]


def test_each_place_is_shown_by_itself():
    assert her().shown({"q1": "Ring Bo Ek", "q2": "Nej", "q3": ["bo ek"]}) == ["Ring Bo Ek", "bo ek"]


@pytest.mark.parametrize("said", ["bo ek", "BO EK", "Bo Ek", "0709 17 36 55", "+46709173655"])
def test_whoever_has_a_probe_in_every_spelling(said):
    assert any(probe in said for probe in her().probes)


def test_a_database_is_asked_for_the_longest_part_as_it_may_be_written_and_for_a_phones_end():
    assert Wanted.of(["Eva von McAllister"]).probes == {"McAllister", "mcallister", "MCALLISTER", "Mcallister"}
    assert Wanted.of([PHONE]).probes == {"5"}
    assert Wanted.of(["0709 17 36 54"]).probes == {"4"}


def test_an_authority_erases_by_decision_of_two_and_a_private_body_need_not():
    assert regime_of(Kind.MUNICIPALITY) is Regime.AUTHORITY
    assert regime_of(Kind.MUNICIPALITY, "private") is Regime.AUTHORITY, "only of the secretariat may it be said"
    assert regime_of(Kind.SECRETARIAT) is Regime.AUTHORITY
    assert regime_of(Kind.USER_ORGANISATION) is Regime.PRIVATE
    assert regime_of(Kind.SECRETARIAT, "private") is Regime.PRIVATE
    assert lacking(Regime.AUTHORITY, " ", "Slutat.") == "reference"
    assert lacking(Regime.PRIVATE, "", "") == "reason"
    assert lacking(Regime.PRIVATE, "", "Slutat.") is None
    assert [needs_another(one) for one in Regime] == [True, False]
