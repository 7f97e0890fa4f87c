"""A signal's whole way: county, resource centre, nation, merged, a round, answered, fed back."""

import pytest

from vaxel.notices.models import Message
from vaxel.rounds.commands.rounds import close, edit_round, feed_back, send
from vaxel.rounds.models import Round
from vaxel.signals.commands import becoming, handling, merging
from vaxel.signals.models import LedTo, Signal, SignalStep
from vaxel.ui.refusal import Refusal

LED_TO = "Vi tar fram ett gemensamt stöd för första samtalet."


def up_to_the_nation(signals, *ones):
    for one in ones:
        handling.send_up(one, "Gäller fler län.", by=signals.county, **signals.now())
        handling.send_up(one, "Gäller hela landet.", by=signals.centre, **signals.now())


def test_from_a_municipality_to_what_it_led_to(world, signals):
    first, second = signals.of(world.mora), signals.of(world.falun, title="Unga får vänta på stöd")
    assert (first.desk, first.level, first.state) == (world.dalarna, "county", "new")
    handling.take_on(first, by=signals.county, **signals.now())
    up_to_the_nation(signals, first, second)
    assert (first.desk, first.state, first.taken_by) == (world.secretariat, "new", None)
    merging.merge(second, first, "Samma sak.", by=signals.nation, **signals.now())

    round_ = Round.objects.get(pk=becoming.become(first, "round", by=signals.nation, **signals.now()).object_id)
    assert set(LedTo.objects.values_list("signal_id", flat=True)) == {first.pk, second.pk}
    handling.answer(first, "Vi frågar alla kommuner.", by=signals.nation, **signals.now())
    edit_round(
        round_,
        by=signals.nation,
        revision=round_.revision,
        due=world.today(),
        audience={"kinds": ["municipality"]},
        template_version=world.version(),
    )
    send(round_, by=signals.nation, received_at=world.now())
    close(round_, by=signals.nation)
    feed_back(round_, LED_TO, by=signals.nation)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("closed", "merged")
    for one, by in ((first, world.actor(world.mora)), (second, world.actor(world.falun))):
        assert SignalStep.objects.get(signal=one, step="fed_back").note.text == LED_TO
        assert SignalStep.objects.get(signal=one, step="answer").note.text == "Vi frågar alla kommuner."
        told = Message.objects.filter(
            to=signals.author_address(by), subject__startswith="Det här blev det av er signal"
        )
        assert told.count() == 1


def test_mail_says_nothing_of_what_was_written(world, signals):
    by = signals.county
    one = signals.of(world.mora, title="Ledsen flicka", text="Någon i nian mår dåligt.")
    handling.answer(one, "Ring elevhälsan.", by=by, **signals.now())
    everything = " ".join(f"{mail.subject} {mail.text}" for mail in Message.objects.all())
    assert Message.objects.count() == 2
    assert not any(word in everything for word in ("Ledsen", "nian", "elevhälsan"))


def test_the_county_that_sent_it_on_reads_and_leaves_it(world, signals):
    one = signals.of(world.mora)
    handling.send_up(one, "Gäller fler.", by=signals.county, **signals.now())
    assert Signal.objects.visible_to(signals.county).get() == one
    with pytest.raises(Refusal) as no:
        handling.answer(one, "Hej", by=signals.county, **signals.now())
    assert no.value.status == 403


def test_a_double_click_is_one_step(world, signals):
    one, by, same = signals.of(world.mora), signals.county, signals.now()
    first = handling.send_up(one, "Gäller fler.", by=by, **same)
    assert handling.send_up(one, "Gäller fler.", by=by, **same) == first
    assert SignalStep.objects.filter(signal=one, step="send_up").count() == 1
