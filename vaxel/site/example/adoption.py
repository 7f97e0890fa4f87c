"""How far Sweden has come with the six programmes and one older method, over three years. Invented, and plainly so."""

import datetime as dt
from dataclasses import dataclass

from vaxel.adoption.commands.framing import lay_vector
from vaxel.adoption.commands.steps import SEEN_ALONE
from vaxel.adoption.commands.things import create_thing, link_round
from vaxel.adoption.domain.ledger import Entry, byte_of
from vaxel.adoption.domain.stages import AdoptionStage as Stage
from vaxel.adoption.models import AdoptionStep, Evidence, Opening, Standing, Thing
from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.models import Round
from vaxel.site.example.chance import draw, pick, whole
from vaxel.site.example.need import need_of
from vaxel.site.example.peers import look_at_falun
from vaxel.site.example.retiring import retire

BATCH = 1000
PRINCIPALS = (Kind.MUNICIPALITY, Kind.REGION)


@dataclass(frozen=True)
class Spreading:
    """`age`: days since it was first spread; `pace`: how much of the way the middling body has come by now."""

    name: str
    about: str
    age: int
    pace: float
    kind: str = "vård- och insatsprogram"


def _programme(name, age, pace):
    about = (
        f"Samlad kunskap om **{name}** för dem som möter patienter, brukare och familjer: vad som hjälper, hur det "
        "görs och hur det följs upp. Ett exempel: siffrorna är påhittade."
    )
    return Spreading(f"Vård- och insatsprogram {name}", about, age, pace)


OLD_METHOD = "Självskattningshäftet"
THINGS = (
    _programme("självskadebeteende", 1090, 0.95),
    _programme("schizofreni och liknande tillstånd", 960, 0.8),
    _programme("ADHD", 820, 0.9),
    _programme("ångest och depression", 500, 0.55),
    _programme("tidiga insatser för barn och unga", 260, 0.4),
    _programme("missbruk och beroende", 120, 0.25),
    Spreading(
        OLD_METHOD,
        "Ett häfte på papper som fylls i före ett första samtal. Påhittat för exemplet. Det har ersatts av frågor i "
        "de nyare programmen och är på väg att fasas ut.",
        1090,
        0.85,
        "metod",
    ),
)
LINE = (Stage.EXPLORING, Stage.INSTALLING, Stage.INITIAL_USE, Stage.FULL_USE)
REASONS = ("Vi köper insatsen av grannkommunen.", "Ansvaret ligger hos regionen i vårt län.")
GROUNDS = (
    "Beslut i nämnden. Två utbildade på varje enhet.",
    "Ingår i introduktionen för nyanställda.",
    "Följs i verksamhetsplanen varje tertial.",
)


def spread(sweden):
    """By the commands what is laid up; the bodies' steps at once, as they would have been registered."""
    by = sweden.actor("secretariat")
    for plan in THINGS:
        thing = create_thing(
            by=by,
            owner_id=by.body_id,
            name=plan.name,
            kind=plan.kind,
            description=plan.about,
            target_kinds=[str(kind) for kind in PRINCIPALS],
            need_indicator="Unga som söker för psykisk ohälsa, per 1 000 invånare",
            since=sweden.day - dt.timedelta(days=plan.age),
        )
        _link(thing, by)
        _register(plan, thing, sweden)
        lay_vector(thing)
        if plan.name == OLD_METHOD:
            retire(thing, sweden)
        else:
            need_of(thing, sweden, by)
    look_at_falun(sweden)


def _link(thing, by):
    title = thing.name.replace("insatsprogram ", "insatsprogram: ", 1)
    for round_ in Round.objects.filter(title=title):
        link_round(thing, round_, by=by)


def _register(plan, thing, sweden):
    counties = set(sweden.county_ids.values())
    steps = [
        step
        for place in sweden.places.values()
        if place.body_id not in counties and len(place.code) in {2, 4}
        for step in _steps(plan, thing, place, sweden)
    ]
    AdoptionStep.objects.bulk_create(steps, batch_size=BATCH)
    opened = [step for step in steps if step.opens_on <= sweden.day]
    Opening.objects.bulk_create(
        [Opening(step=step, at=step.registered_at + SEEN_ALONE) for step in opened], batch_size=BATCH
    )
    Evidence.objects.bulk_create(
        [Evidence(step=step, text=said) for step in steps if (said := _said(plan, step))], batch_size=BATCH
    )
    _stand(thing, steps, {step.pk for step in opened})


def _steps(plan, thing, place, sweden):
    """The course of one body: later in some counties than others, and some say nothing, or that it is not for them."""
    chance = draw("adoption", plan.name, place.code)
    if chance < 0.07:
        return
    start = sweden.day - dt.timedelta(days=plan.age)
    if chance < 0.085:
        yield _step(thing, place, Stage.NOT_RELEVANT, start + dt.timedelta(days=whole(30, 90, place.code)), sweden)
        return
    ahead = plan.pace * (0.3 + 0.5 * draw("county", plan.name, place.county) + 0.9 * draw("own", plan.name, place.code))
    for number, stage in enumerate(LINE):
        part = (number + 0.25 + 0.8 * draw("step", plan.name, place.code, number)) / (4.2 * ahead)
        day = start + dt.timedelta(days=int(plan.age * part) + whole(0, 20, plan.name, place.code, stage))
        if part > 1 or day > sweden.day:
            return
        yield _step(thing, place, stage, day, sweden)
    if plan.name == OLD_METHOD and draw("stopped", place.code) < 0.3:
        yield _step(thing, place, Stage.RETIRED, sweden.day - dt.timedelta(days=whole(16, 40, place.code)), sweden)


def _step(thing, place, stage, day, sweden):
    registered = min(
        dt.datetime.combine(day, dt.time(9, 30), dt.UTC) + dt.timedelta(days=whole(0, 12, place.code, stage)),
        clock.now(),
    )
    holder = sweden.contacts.get(place.body_id)
    return AdoptionStep(
        thing=thing,
        body_id=place.body_id,
        stage=stage,
        happened_on=min(day, swedish_day(registered)),
        registered_at=registered,
        opens_on=swedish_day(registered) + SEEN_ALONE,
        person_id=holder.person_id if holder else None,
        mandate_id=holder.mandate_id if holder else None,
    )


def _said(plan, step):
    if step.stage == Stage.NOT_RELEVANT:
        return pick(REASONS, plan.name, step.body_id)
    grounded = step.stage == Stage.FULL_USE and draw("ground", plan.name, step.body_id) < 0.5
    return pick(GROUNDS, plan.name, step.body_id) if grounded else ""


def _stand(thing, steps, opened):
    found: dict[int, list[Entry]] = {}
    for step in steps:
        entry = Entry(step.pk, Stage(step.stage), step.happened_on, None, step.pk in opened)
        found.setdefault(step.body_id, []).append(entry)
    Standing.objects.bulk_create(
        [Standing(thing=thing, body_id=body, stage=byte_of(mine)) for body, mine in found.items()], batch_size=BATCH
    )


def thing_named(name) -> Thing:
    return Thing.objects.get(name=name)
