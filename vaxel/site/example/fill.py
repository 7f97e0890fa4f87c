"""Fills an empty database with the example year, in one transaction: all of it or nothing."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from vaxel import journal
from vaxel.calendar import clock
from vaxel.calendar.domain.days import next_working_day
from vaxel.network.actor import SYSTEM
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import Round, RoundSender, Template, TemplateVersion
from vaxel.site.example.land import Land, land
from vaxel.site.example.live import let_sweden_answer
from vaxel.site.example.people import people
from vaxel.site.example.year import TEMPLATES, YEAR, ExampleRound
from vaxel.site.models import ExampleWorld
from vaxel.ui.refusal import Refusal


@transaction.atomic
def fill(say=lambda sentence: None):
    """Refuses a database that already holds rounds or people: invented answers never stand among real ones."""
    _refuse_what_is_real()
    day = clock.today()
    ExampleWorld.objects.create(day=day)
    people(day)
    say("Människor och uppdrag är på plats.")
    sweden = land(day)
    templates = {title: _template(title, content, sweden) for title, content in TEMPLATES.items()}
    for plan in YEAR:
        round_ = make_round(plan, sweden, templates)
        if round_.state != RoundState.DRAFT:
            let_sweden_answer(plan, round_, sweden)
        say(f"{plan.title}")
    return sweden


def _refuse_what_is_real():
    from vaxel.network.models import Body, Person

    if ExampleWorld.objects.exists():
        raise Refusal("Exempelåret finns redan i den här databasen. Börja om med en tom databas för att fylla den på nytt.")
    if Person.objects.exists() or Round.objects.exists():
        raise Refusal("Databasen innehåller människor eller förfrågningar. Exempelåret läggs bara i en tom databas.")
    if not Body.objects.filter(kind=Kind.MUNICIPALITY).exists():
        raise Refusal("Nätverket är inte inläst. Kör först: vaxel reference load")


def _template(title, content, sweden: Land):
    owner = sweden.county_dalarna if "i länet" in title and "individuell" in title else sweden.secretariat
    template = Template.objects.create(owner_id=owner, title=title)
    return TemplateVersion.objects.create(template=template, number=1, content=content)


@dataclass(frozen=True)
class Dates:
    opens: dt.date
    due: dt.date
    sent_at: dt.datetime


def dates(plan: ExampleRound, day: dt.date) -> Dates:
    """Laid relative to the day; a due day that is no working day moves to the next."""
    opens = next_working_day(day + dt.timedelta(days=plan.opens)) if plan.opens < -1 else day + dt.timedelta(days=plan.opens)
    due = next_working_day(day + dt.timedelta(days=plan.due))
    return Dates(opens, due, dt.datetime.combine(opens, dt.time(8, 10), dt.UTC))


def make_round(plan: ExampleRound, sweden: Land, templates, *, when: Dates | None = None) -> Round:
    when = when or dates(plan, sweden.day)
    is_sent = plan.state != RoundState.DRAFT
    owner = sweden.county_dalarna if plan.owner == "county" else sweden.secretariat
    by = sweden.holder("coordinator" if plan.owner == "county" else "secretariat").person_id
    version = templates.get(plan.template)
    round_ = Round.objects.create(
        kind=plan.kind,
        state=RoundState.DRAFT,
        owner_id=owner,
        title=plan.title,
        text=plan.text,
        replaces=plan.replaces,
        legal_basis=plan.basis,
        minutes=plan.minutes,
        is_public=plan.public,
        template_version=version,
        audience=sweden.audience(plan),
        route=plan.route,
        opens=when.opens,
        due=when.due,
        compile_due=next_working_day(when.due + dt.timedelta(days=14)),
        forward_text=f"Hej! Här är något som gäller er: {plan.title}. Läs, bekräfta mottagandet och svara i Växel.",
        created_by=by,
    )
    RoundSender.objects.create(round=round_, body_id=owner)
    if is_sent:
        _send(round_, plan, when, sweden, by)
    return round_


def _send(round_, plan, when, sweden, by):
    from vaxel.rounds.commands.example import open_at  # noqa: F401 - replaced below

    raise NotImplementedError
