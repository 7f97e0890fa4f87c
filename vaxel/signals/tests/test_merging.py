"""Merging keeps every original and its author; the answer goes to all; taking apart puts it back."""

import pytest

from vaxel.network.domain.kinds import Role
from vaxel.notices.models import Message
from vaxel.signals.commands import authoring, becoming, handling, merging
from vaxel.signals.models import LedTo, Signal, SignalStep
from vaxel.signals.queries.similar import similar
from vaxel.ui.refusal import Refusal


@pytest.fixture
def pair(world, signals):
    return signals.of(world.mora), signals.of(world.falun, title="Lång väntan på samtalsstöd för unga")


def merged(signals, pair):
    first, second = pair
    merging.merge(second, first, "Samma sak.", by=signals.county, **signals.now())
    return first, second


def test_those_that_are_alike_are_suggested(signals, pair, world):
    other = signals.of(world.orsa, title="Två enkäter frågar detsamma", text="Slå ihop de nationella enkäterna.")
    found = [line.signal for line in similar(pair[0], signals.county)]
    assert (pair[1] in found, other in found) == (True, False)


def test_the_answer_goes_to_every_author(signals, pair, world):
    first, second = merged(signals, pair)
    handling.answer(first, "Vi har startat en grupp.", by=signals.county, **signals.now())
    for one in (first, second):
        assert SignalStep.objects.get(signal=one, step="answer").note.text == "Vi har startat en grupp."
    answered = Message.objects.filter(subject__startswith="Svar på er signal").values_list("to", flat=True)
    assert len(set(answered)) == 2
    second.refresh_from_db()
    assert (second.state, second.title) == ("merged", "Lång väntan på samtalsstöd för unga")


def test_it_follows_up_and_can_be_taken_out_there(signals, pair, world):
    first, second = merged(signals, pair)
    handling.send_up(first, "Gäller fler.", by=signals.county, **signals.now())
    assert Signal.objects.visible_to(signals.centre).count() == 2
    second.refresh_from_db()
    merging.unmerge(second, "Gällde något annat.", by=signals.centre, **signals.now())
    assert (second.state, second.head_id, second.desk) == ("taken", None, world.north)
    handling.answer(first, "Bara till den ena.", by=signals.centre, **signals.now())
    assert not SignalStep.objects.filter(signal=second, step="answer").exists()


def test_one_that_others_are_merged_into_is_not_merged_away(signals, pair, world):
    first, _second = merged(signals, pair)
    third = signals.of(world.orsa)
    with pytest.raises(Refusal, match="åt andra hållet"):
        merging.merge(first, third, "Samma.", by=signals.county, **signals.now())
    with pytest.raises(Refusal):
        merging.merge(first, first, "Samma.", by=signals.county, **signals.now())


def test_only_who_handles_both(signals, pair, world):
    elsewhere = signals.of(world.laholm)
    with pytest.raises(Refusal) as no:
        merging.merge(pair[0], elsewhere, "Samma.", by=signals.county, **signals.now())
    assert no.value.status == 403


def test_merged_into_what_has_already_led_to_something(signals, pair):
    first, second = pair
    link = becoming.become(first, "round", by=signals.county, **signals.now())
    merged(signals, pair)
    assert LedTo.objects.filter(signal=second, object_id=link.object_id, joined=True).exists()
    merging.unmerge(second, "Fel.", by=signals.county, **signals.now())
    assert not LedTo.objects.filter(signal=second).exists()


def test_who_wrote_takes_theirs_back_out_of_the_merge(signals, pair, world):
    _first, second = merged(signals, pair)
    authoring.withdraw(second, by=world.actor(world.falun), **signals.now())
    assert (second.state, second.head_id) == ("withdrawn", None)


def test_every_reason_is_wanted(signals, pair):
    first, second = pair
    tries = [
        lambda: merging.merge(second, first, " ", by=signals.county, **signals.now()),
        lambda: handling.answer(first, "", by=signals.county, **signals.now()),
        lambda: handling.send_up(first, "\n", by=signals.county, **signals.now()),
    ]
    for attempt in tries:
        with pytest.raises(Refusal) as no:
            attempt()
        assert no.value.field == "text"
    assert SignalStep.objects.exclude(step="written").count() == 0


def test_two_seats_at_the_same_desk_take_over_from_each_other(signals, pair, world):
    colleague = world.actor(world.dalarna, Role.COORDINATOR, another=1)
    handling.take_on(pair[0], by=signals.county, **signals.now())
    handling.take_on(pair[0], by=colleague, **signals.now())
    assert pair[0].taken_by == colleague.person_id


def test_the_same_form_again_with_other_words_is_a_new_answer(signals, pair):
    same = signals.now()
    for words in ("Vi tittar på det.", "Vi tittar på det.", "Nu är det ordnat."):
        handling.answer(pair[0], words, by=signals.county, **same)
    assert SignalStep.objects.filter(signal=pair[0], step="answer").count() == 2
