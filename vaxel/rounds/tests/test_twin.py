"""Which questions are twins: the golden table, and what holds of any two texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.domain.twin import is_near, likeness

TWINS = [
    ("Hur mycket av medlen har ni använt?", "Hur mycket av medlen har ni använt?"),
    ("Hur mycket av medlen har ni använt?", "Hur mycket av 2026 års medel har använts?"),
    ("Hur mycket av medlen användes till barn och unga?", "Hur mycket av medlen har använts för barn och unga?"),
    ("Har ni en aktuell handlingsplan?", "Finns en aktuell handlingsplan"),
    ("Hur många har gått en utbildning?", "Hur många har gått utbildningen?"),
    ("Hur många planer upprättades förra året?", "Hur många planer upprättades under 2025?"),
    ("Har brukarorganisationer deltagit i dialog?", "Har brukarorganisationerna deltagit i dialogen?"),
    ("Vilket stöd vill ni ha från länet?", "Vilket stöd vill kommunen ha från länet?"),
    ("Vad har medlen använts till?", "Vad har medlen använts till i kommunen?"),
]
OTHERS = [
    ("Hur många kvinnor har fått stöd?", "Hur många män har fått stöd?"),
    ("Hur mycket av medlen har ni använt?", "Hur mycket av medlen har ni inte använt?"),
    ("Hur mycket av medlen har ni använt?", "Har ni en aktuell handlingsplan?"),
    ("När väntas planen vara beslutad?", "Har ni en aktuell handlingsplan?"),
    ("Antal besök för psykisk ohälsa", "Antal besök för fysisk ohälsa"),
    ("Är innehållet rätt i sak?", "Går det att genomföra hos er?"),
    ("Vad har varit svårt?", "Vad har varit bra?"),
    ("", "Hur många?"),
    ("?", "!"),
]


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_twins(one, other):
    assert is_near(one, other), likeness(one, other)


@pytest.mark.parametrize("turn", ["inte", "utan", "ej", "aldrig"])
def test_a_word_that_turns_the_question_round_makes_another_question(turn):
    plain, turned = "Antal planer som antagits av nämnden", f"Antal planer som {turn} antagits av nämnden"
    assert likeness(plain, turned) == 0.0
    assert likeness(turned, turned) == 1.0


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("Antal planer", "Antal planer", 1.0),
        ("ANTAL PLANER!", "antal – planer?", 1.0),
        ("Antal planer 2026", "Antal planer 1999", 1.0),  # years do not count
        ("Antal 2099", "Antal 2100", 2 / 3),  # 2100 is no year
        ("Hur är det?", "Hur är det?", 1.0),  # small words count where there are no others
        ("Hur många planer?", "planer många", 1.0),
        ("planer", "besök", 0.0),
        ("planer besök", "planer", 2 / 3),
        ("plan", "planen", 4 / 5),  # four threes of letters in the one, six in the other, four in both
        ("planer", "planerade besök", (4 / 5 + 4 / 5 + 0) / 3),
        ("planera", "plant", 2 / 3),
        ("ab", "ac", 0.5),  # half is still the same word
        ("abc", "axy", 0.0),  # a third is not
    ],
)
def test_how_much_of_both_texts_finds_its_match(one, other, share):
    assert likeness(one, other) == pytest.approx(share)
    assert likeness(other, one) == pytest.approx(share)


def test_four_fifths_are_near():
    assert is_near("a b c d e", "a b c d f")
    assert not is_near("a b c d", "a b c e")


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_others(one, other):
    assert not is_near(one, other), likeness(one, other)


texts = st.text(alphabet="abcdeåäö 2026?", max_size=40)


@given(texts, texts)
def test_the_order_does_not_matter_and_it_is_a_share(one, other):
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert 0 <= likeness(one, other) <= 1 + 1e-9


@given(st.text(alphabet="abcåäö ", min_size=1).filter(str.strip))
def test_a_text_is_its_own_twin(text):
    assert is_near(text, text)
