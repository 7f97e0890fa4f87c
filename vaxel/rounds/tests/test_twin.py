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
