"""Fills an empty database with the example year, in one transaction: all of it or nothing."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from vaxel import search
from vaxel.calendar import clock
from vaxel.calendar.domain.days import is_working_day, next_working_day
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Body, Person
from vaxel.notices import cancel
from vaxel.rounds.commands.rounds import close, create_round, feed_back
from vaxel.rounds.commands.send import send
from vaxel.rounds.commands.templates import create_template
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import Round
from vaxel.site.example import adoption
from vaxel.site.example.by_link import answer_by_link
from vaxel.site.example.joint import agree, answer_jointly
from vaxel.site.example.land import Land, land
from vaxel.site.example.live import let_sweden_answer
from vaxel.site.example.money import money
from vaxel.site.example.once import THE_YEAR_BEFORE, carry_over
from vaxel.site.example.people import people
from vaxel.site.example.reminders import reminders
from vaxel.site.example.signals import signals
from vaxel.site.example.year import COUNTY_TEMPLATES, TEMPLATES, YEAR, ExampleRound
from vaxel.site.models import ExampleWorld
from vaxel.ui.refusal import Refusal


@transaction.atomic
def fill(say=lambda _sentence: None):
    """Refuses a database that already holds rounds or people: invented answers never stand among real ones."""
    _refuse_what_is_real()
    with search.left_to_the_end():  # what was written in bulk, too
        return _filled(say)


def _filled(say):
    day = clock.today()
    ExampleWorld.objects.create(day=day)
    people(day)
    say("Människor och uppdrag är på plats.")
    sweden = land(day)
    templates, rounds = make_templates(sweden), {}
    for plan in (*YEAR, THE_YEAR_BEFORE):
        round_ = rounds[plan.key] = make_round(plan, sweden, templates)
        if plan.state != RoundState.DRAFT:
            let_sweden_answer(plan, round_, sweden)
            _end(plan, round_, sweden)
        say(plan.title)
    carry_over(rounds)
    answer_by_link(rounds)
    agree(sweden)
    answer_jointly(sweden)
    say("Länsöverenskommelserna och de gemensamma svaren är på plats.")
    adoption.spread(sweden)
    say("Sverige har registrerat hur långt införandet har kommit.")
    signals(sweden)
    say("Signalerna underifrån är på plats.")
    money(sweden)
    say("Överenskommelserna om medel är beslutade.")
    reminders(sweden)
    say("Påminnelserna har gått ut, till dem som inte har svarat.")
    return sweden


def _refuse_what_is_real():
    if ExampleWorld.objects.exists():
        raise Refusal(
            "Exempelåret finns redan i den här databasen. Börja om med en tom databas för att fylla den på nytt."
        )
    if Person.objects.exists() or Round.objects.exists():
        raise Refusal("Databasen innehåller människor eller förfrågningar. Exempelåret läggs bara i en tom databas.")
    if not Body.objects.filter(kind=Kind.MUNICIPALITY).exists():
        raise Refusal("Nätverket är inte inläst. Kör först: vaxel reference load")


def make_templates(sweden: Land):
    """Title → the version to send, each owned by who asks it."""
    return {title: _template(title, content, sweden) for title, content in TEMPLATES.items()}


def _template(title, content, sweden):
    by = sweden.actor("coordinator" if title in COUNTY_TEMPLATES else "secretariat")
    return create_template(by=by, owner_id=by.body_id, title=title, content=content).versions.get()


@dataclass(frozen=True)
class Dates:
    opens: dt.date
    due: dt.date
    sent_at: dt.datetime


def dates(plan: ExampleRound, day: dt.date) -> Dates:
    """Laid relative to the day, on working days: what was sent moves back to one, what is due moves forward."""
    opens = day + dt.timedelta(days=plan.opens)
    while not is_working_day(opens):
        opens -= dt.timedelta(days=1)
    due = next_working_day(day + dt.timedelta(days=plan.due))
    return Dates(opens, due, dt.datetime.combine(opens, dt.time(8, 10), dt.UTC))


def make_round(plan: ExampleRound, sweden: Land, templates, *, when: Dates | None = None) -> Round:
    """By the commands everyone uses, standing at the moment it was done."""
    when = when or dates(plan, sweden.day)
    by = sweden.actor("coordinator" if plan.owner == "county" else "secretariat")
    with clock.standing_at(min(when.sent_at, clock.now()) - dt.timedelta(hours=20)):
        round_ = create_round(
            by=by, owner_id=by.body_id, kind=plan.kind, title=plan.title, **_fields(plan, when, sweden, templates)
        )
    if plan.state != RoundState.DRAFT:
        with clock.standing_at(when.sent_at):
            send(round_, by=by, received_at=when.sent_at)
        Round.objects.filter(pk=round_.pk).update(announced_at=when.sent_at)  # no mail leaves an example
    return Round.objects.get(pk=round_.pk)


def _fields(plan, when, sweden, templates):
    return {
        "text": plan.text,
        "replaces": plan.replaces,
        "legal_basis": plan.basis,
        "consulted": plan.consulted,
        "minutes": plan.minutes,
        "is_public": plan.public,
        "template_version": templates.get(plan.template),
        "audience": sweden.audience(plan),
        "route": plan.route,
        "opens": when.opens,
        "due": when.due,
        "compile_due": next_working_day(when.due + dt.timedelta(days=14)),
        "forward_text": f"Hej! Här är något som gäller er: {plan.title}. Läs, bekräfta mottagandet och svara i Växel.",
    }


def _end(plan, round_, sweden):
    """Closes and feeds back what has come that far, when it did."""
    by = sweden.actor("coordinator" if plan.owner == "county" else "secretariat")
    closed = dt.datetime.combine(round_.due + dt.timedelta(days=3), dt.time(9), dt.UTC)
    if plan.state in (RoundState.CLOSED, RoundState.FED_BACK):
        with clock.standing_at(closed):
            close(round_, by=by)
    if plan.state == RoundState.FED_BACK:
        with clock.standing_at(closed + dt.timedelta(days=21)):
            feed_back(round_, plan.feedback, by=by)
    cancel(prefix=f"round:{round_.pk}:")
