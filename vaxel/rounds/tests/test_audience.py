"""Rulebook: which rules over the network can be sent to, and how each that cannot is refused."""

import pytest

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.audience import Audience, AudienceError, parse


@pytest.mark.parametrize(
    ("rule", "audience"),
    [
        ({"kinds": ["municipality"]}, Audience(kinds=(Kind.MUNICIPALITY,))),
        ({"bodies": [7, "8"]}, Audience(bodies=(7, 8))),
        ({"bodies": [7], "kinds": []}, Audience(bodies=(7,))),
        (
            {
                "kinds": ["municipality", "region"],
                "healthcare_regions": [3],
                "counties": ["17", 20],
                "groups": ["A1", 2],
                "bodies": [7],
                "except": [9],
            },
            Audience((Kind.MUNICIPALITY, Kind.REGION), (3,), (17, 20), ("A1", "2"), (7,), (9,)),
        ),
    ],
)
def test_a_rule_is_read(rule, audience):
    assert parse(rule) == audience


def test_an_area_is_a_healthcare_region_or_a_county():
    assert parse({"kinds": ["unit"], "healthcare_regions": [3], "counties": [17, 20]}).areas == (3, 17, 20)


NOBODY, NO_KIND, NO_BODY = "Ingen mottagare är vald", "en nivå som inte finns", "inte är en organisation"


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ({}, NOBODY),
        ({"counties": [17], "groups": ["A1"], "except": [9]}, NOBODY),  # they narrow, and there is nothing to narrow
        ({"kinds": ["kommun"]}, NO_KIND),
        ({"kinds": ["municipality", None]}, NO_KIND),
        ({"bodies": ["Mora"]}, NO_BODY),
        ({"bodies": [None]}, NO_BODY),
        ({"kinds": ["municipality"], "healthcare_regions": ["norra"]}, NO_BODY),
        ({"kinds": ["municipality"], "counties": [[]]}, NO_BODY),
        ({"kinds": ["municipality"], "except": [""]}, NO_BODY),
        ({"kinds": ["municipality"], "towns": [1], "cities": [2]}, "Urvalet innehåller ”cities”, som inte finns"),
    ],
)
def test_what_is_no_rule_is_refused_in_words(rule, says):
    with pytest.raises(AudienceError, match=says) as refused:
        parse(rule)
    assert says in str(refused.value.sentence)
