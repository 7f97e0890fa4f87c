"""Which signals are alike: a golden table of believable ones, and what must hold for any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.signals.domain.likeness import ALIKE, Said, alike
from vaxel.signals.domain.stems import stems_of

WRITTEN = {
    "väntan": "Unga väntar fyra månader på samtalsstöd. Elevhälsan hänvisar till första linjen, men väntan är lång.",
    "väntan2": "Barn och unga får vänta på samtalsstöd hos första linjen. Väntetiden är fem månader, säger elevhälsan.",
    "spel": "Fler elever sover dåligt efter nattligt spelande, säger skolsköterskorna.",
    "spel2": "Spelandet om nätterna gör att eleverna sover för lite. Skolsköterskan ser det varje vecka.",
    "blanketter": "För många olika blanketter när man söker stöd till sitt barn. Samma uppgifter fylls i fyra gånger.",
    "träffpunkt": "Träffpunkten för äldre har stängt och det finns ingenstans att gå på dagarna.",
    "enkät": "Två nationella enkäter frågar samma sak om samverkan. Slå ihop dem.",
}
PAIRS = [("väntan", "väntan2"), ("spel", "spel2")]


def said(name, *, kind="need", place=1, county=20):
    return Said(list(WRITTEN).index(name) + 1, stems_of(WRITTEN[name]), kind, place, county)


ALL = [said(name) for name in WRITTEN]


@pytest.mark.parametrize(("one", "other"), [*PAIRS, *(pair[::-1] for pair in PAIRS)])
def test_the_same_thing_in_other_words_comes_first(one, other):
    assert [found.key for found in alike(said(one), ALL)][:1] == [said(other).key]


@pytest.mark.parametrize("one", ["blanketter", "träffpunkt", "enkät"])
def test_what_is_about_something_else_is_like_nothing(one):
    assert alike(said(one), ALL) == []


def test_near_and_of_the_same_kind_comes_before_far():
    near, far = said("väntan2", place=1), Said(99, stems_of(WRITTEN["väntan2"]), "early_sign", 7, 12)
    assert [found.key for found in alike(said("väntan"), [far, near])] == [near.key, 99]


def test_place_and_kind_alone_make_nothing_alike():
    one, other = Said(1, stems_of("Träffpunkten har stängt."), "need", 1, 20), said("enkät")
    assert alike(one, [other]) == []


def test_it_says_which_words_they_share():
    (found, *_more) = alike(said("väntan"), ALL)
    assert "samtalsstöd" in found.shared


def pair(kind="need", place=1, county=20):
    """Two that have one word of two in common: the cosine is 0.285, before any lift."""
    return Said(1, frozenset({"vänta", "elev"}), "need", 1, 20), Said(
        2, frozenset({"vänta", "spel"}), kind, place, county
    )


LIFTS = [
    ({"kind": "retire", "place": 2, "county": 12}, 0.285),
    ({"kind": "need", "place": 2, "county": 12}, 0.313),
    ({"kind": "retire", "place": 2, "county": 20}, 0.308),
    ({"kind": "retire", "place": 1, "county": 20}, 0.327),
    ({"kind": "retire", "place": 1, "county": 12}, 0.327),
    ({"kind": "need", "place": 2, "county": 20}, 0.336),
    ({"kind": "need", "place": 1, "county": 20}, 0.356),
]


@pytest.mark.parametrize(("other", "score"), LIFTS)
def test_the_kind_lifts_by_a_tenth_and_the_place_by_more_than_the_county(other, score):
    one, two = pair(**other)
    assert [found.score for found in alike(one, [two])] == [score]


def test_two_without_a_county_do_not_share_one():
    one, two = Said(1, frozenset({"vänta", "elev"}), "need", 1), Said(2, frozenset({"vänta", "spel"}), "retire", 2)
    assert [found.score for found in alike(one, [two])] == [0.285]


def test_the_same_words_are_as_alike_as_can_be_and_no_more():
    one, same = Said(1, frozenset({"vänta"}), "need", 1), Said(2, frozenset({"vänta"}), "need", 1)
    assert [found.score for found in alike(one, [same])] == [1.0]


@pytest.mark.parametrize(("place", "found"), [(1, [0.25]), (2, [])])
def test_a_quarter_alike_is_just_worth_a_look(place, found):
    one = Said(1, frozenset({"vänta", "elev"}), "need", 1)
    two = Said(2, frozenset({"vänta", "spel", "natt"}), "retire", place)
    assert [each.score for each in alike(one, [two])] == found


def test_the_rarest_shared_words_are_told_first_and_six_at_most():
    shared = frozenset("abcdefgh")
    common = [Said(9 + place, frozenset("abc"), "need", 3) for place in range(3)]
    one, two = Said(1, shared, "need", 1), Said(2, shared, "need", 1)
    (first, *_rest) = alike(one, [two, *common])
    assert first.shared == tuple("defgha")


def test_no_more_than_were_asked_for_and_the_lowest_number_first_among_equals():
    one, *others = (Said(number, frozenset({"vänta"}), "need", 1) for number in (1, 9, 8, 7, 6, 5, 4))
    assert [found.key for found in alike(one, others)] == [4, 5, 6, 7, 8]
    assert [found.key for found in alike(one, others, limit=2)] == [4, 5]


words = st.frozensets(st.sampled_from("skola vänta stöd natt spel äldre samtal".split()), max_size=7)
anyone = st.builds(Said, st.integers(1, 9), words, st.sampled_from(["need", "retire"]), st.integers(1, 3))


@given(anyone, st.lists(anyone, max_size=8, unique_by=lambda one: one.key))
def test_never_itself_never_below_the_line_and_the_most_alike_first(one, others):
    found = alike(one, others)
    scores = [each.score for each in found]
    assert one.key not in {each.key for each in found}
    assert scores == sorted(scores, reverse=True)
    assert all(ALIKE <= score <= 1 for score in scores)


@given(words, st.permutations(list(WRITTEN)))
def test_the_order_they_come_in_does_not_matter(_stems, order):
    first = alike(said("väntan"), ALL)
    assert alike(said("väntan"), [said(name) for name in order]) == first
