from types import SimpleNamespace

import pytest

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.counting import Counts
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.pages.round.sentence import Said, heading, lead

ROUND = SimpleNamespace(kind=RoundKind.ACCOUNT, state=RoundState.OPEN)
MAILING = SimpleNamespace(kind=RoundKind.MAILING, state=RoundState.OPEN)
MUNICIPALITIES, REGIONS = Said(Kind.MUNICIPALITY, 288, 281), Said(Kind.REGION, 21, 21)


@pytest.mark.parametrize(
    ("round_", "said", "place", "sentence"),
    [
        (ROUND, [MUNICIPALITIES], "", "281 av 288 tillfrågade kommuner har svarat."),
        (
            ROUND,
            [Said(Kind.MUNICIPALITY, 15, 13)],
            "Dalarnas län",
            "13 av 15 tillfrågade kommuner i Dalarnas län har svarat.",
        ),
        (ROUND, [MUNICIPALITIES, REGIONS], "", "281 av 288 kommuner och alla 21 regioner har svarat."),
        (
            ROUND,
            [Said(Kind.MUNICIPALITY, 6, 6), Said(Kind.REGION, 3, 2)],
            "",
            "Alla 6 kommuner och 2 av 3 regioner har svarat.",
        ),
        (ROUND, [Said(Kind.MUNICIPALITY, 288, 288)], "", "Alla 288 kommuner har svarat."),
        (ROUND, [Said(Kind.MUNICIPALITY, 290, 0)], "", "Ingen av 290 tillfrågade kommuner har svarat än."),
        (
            MAILING,
            [Said(Kind.MUNICIPALITY, 290, 0), Said(Kind.REGION, 21, 0)],
            "",
            "Ingen av 310 tillfrågade har bekräftat mottagandet än.",
        ),
        (ROUND, [], "", "Ingen har tillfrågats här."),
        (MAILING, [Said(Kind.MUNICIPALITY, 290, 12)], "", "12 av 290 tillfrågade kommuner har bekräftat mottagandet."),
        (ROUND, [MUNICIPALITIES, REGIONS, Said(Kind.COUNTY, 21, 0)], "", "302 av 310 tillfrågade har svarat."),
    ],
)
def test_the_page_opens_with_how_many_have_answered(round_, said, place, sentence):
    assert heading(round_, said, Said("", 310, 302), place) == sentence


def test_what_waits_to_be_passed_on_goes_before_everything_else():
    assert heading(ROUND, [MUNICIPALITIES], Said("", 288, 281), waiting=4) == "Fyra väntar på att ni skickar vidare."


def test_the_lead_says_what_is_not_there_and_why():
    said = lead(ROUND, Counts(asked=288), 7, not_asked=2, vacant=1, median_days=11.2)
    assert " ".join(said) == (
        "Sju har inte svarat än, hos en av dem är uppdraget vakant. Två är inte tillfrågade. "
        "Mediantiden från utskick till svar är 11 dagar."
    )


def test_decliners_are_not_missing():
    assert lead(ROUND, Counts(asked=288, declined=2), 0) == ["Två avstod."]


def test_nothing_missing_is_not_mentioned():
    assert lead(ROUND, Counts(), 0) == []


def test_a_closed_round_speaks_in_the_past():
    closed = SimpleNamespace(kind=RoundKind.ACCOUNT, state=RoundState.CLOSED)
    assert lead(closed, Counts(), 1) == ["En svarade inte."]
    mailing = SimpleNamespace(kind=RoundKind.MAILING, state=RoundState.CLOSED)
    assert lead(mailing, Counts(), 7) == ["Sju bekräftade inte."]
