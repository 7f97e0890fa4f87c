"""Counties that have agreed, and two joint answers: Blekinge's is adopted, Dalarna's has gone stale since.

Gävleborg's agreement waits for half of its parties. Orsa's contact is vacant, but its approver signs.
"""

import datetime as dt

from django.db.models import Q

from vaxel.calendar import FOREVER, clock
from vaxel.network.actor import ActiveMandate, Actor
from vaxel.network.commands.agreements import Shared, Wording, draft_agreement, propose_agreement, sign_agreement
from vaxel.network.domain.agreements import Permits, Renewal, ResourceKind
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Body, Mandate, Person
from vaxel.notices import cancel
from vaxel.rounds.commands import joint
from vaxel.rounds.commands.answers import save_draft, submit
from vaxel.rounds.domain.combining import Way
from vaxel.rounds.domain.state import Outcome, outcome
from vaxel.rounds.models import Delivery, JointAnswer, Round
from vaxel.rounds.queries.answers import standing_answer
from vaxel.rounds.queries.joint import proposed

DALARNA, GAVLEBORG, BLEKINGE = "20", "21", "10"
MORA = "2062"
ROUND = "Redovisning av samverkan kring barn och unga"
YEARS = 2
TEXT = (
    "Regionen och kommunerna vill att barn och unga ska möta **en** kedja av stöd. Länsforum följer överenskommelsen "
    "varje höst. Ett exempel: parterna är verkliga, men det här har ingen av dem skrivit under."
)
WORDS = (
    "Svårast är att hinna träffas och att vi skriver samma sak i två system. I de mindre kommunerna hänger mycket på "
    "enskilda personer."
)
MORA_NOW = "Olika system, och att socialtjänsten inte längre har någon som kan kalla till möten på dagtid."


def agree(sweden):
    _approvers(sweden, "2034", "2081")
    _agreement(sweden, DALARNA, "Samverkan för psykisk hälsa i Dalarna", age=320, permits=set(Permits))
    _agreement(sweden, BLEKINGE, "Blekinges länsöverenskommelse", age=210, permits={Permits.JOINT_ANSWER})
    waiting = {Permits.JOINT_ANSWER, Permits.STEERING_INFORMATION}
    _agreement(sweden, GAVLEBORG, "Länsöverenskommelse Gävleborg", age=18, permits=waiting, signed=0.5)


def _approvers(sweden, *codes):
    """Where nobody could sign: the contact is vacant (Orsa), or answers are decided in two steps (Borlänge)."""
    since = sweden.day.replace(year=sweden.day.year - YEARS)
    for code in codes:
        place = next(one for one in sweden.places.values() if one.code == code)
        person = Person.objects.create(name=f"Attestanten, {place.name}", email=f"attestant@{place.body_id}.example")
        Mandate.objects.create(
            body_id=place.body_id,
            person=person,
            role=Role.APPROVER,
            title="socialchef",
            valid_from=since,
            valid_to=FOREVER,
        )


def _agreement(sweden, code, title, *, age, permits, signed=1.0):
    county = Body.objects.get(pk=sweden.county_ids[code])
    day = sweden.day - dt.timedelta(days=age)
    by = _coordinator(county.pk)
    parties = _signatories(county.pk, sweden)
    region = next(body for body in parties if sweden.places[body].code == code)
    with clock.standing_at(_at(day)):
        made = draft_agreement(county, _wording(title, day, permits, region, county.pk), by=by)
        propose_agreement(made, by=by)
    for place, actor in enumerate(parties.values()):
        if place < signed * len(parties):
            with clock.standing_at(_at(day + dt.timedelta(days=3 + place))):
                sign_agreement(made, by=actor)


def _wording(title, day, permits, region, county):
    resources = (
        Shared("Gemensam samordnare", ResourceKind.FUNCTION, 75, region),
        Shared("Lärandeplattform", ResourceKind.SYSTEM, None, county),
    )
    ends = day.replace(year=day.year + 1, day=min(day.day, 28))
    return Wording(title, day, ends, Renewal.YEARLY, 3, frozenset(permits), TEXT, resources)


def _at(day):
    return dt.datetime.combine(day, dt.time(9, 30), dt.UTC)


def _coordinator(county):
    return _actors({county}, [Role.COORDINATOR])[county]


def _signatories(county, sweden):
    """Body → who signs for it, in one order: its contact, or its approver where that is who decides."""
    below = {
        body.pk: body
        for body in Body.objects.filter(ties_up__parent=county, kind__in=[Kind.REGION, Kind.MUNICIPALITY]).order_by(
            "pk"
        )
        if body.pk in sweden.places
    }
    approvers, contacts = _actors(below, [Role.APPROVER]), _actors(below, [Role.CONTACT])
    return {
        pk: (approvers if body.decides_in_two_steps or pk not in contacts else contacts)[pk]
        for pk, body in below.items()
        if pk in approvers or pk in contacts
    }


def _actors(bodies, roles):
    """Body → someone who holds one of the roles there today."""
    rows = Mandate.objects.at(clock.today()).filter(Q(body__in=bodies), role__in=roles).exclude(person=None)
    return {row.body_id: _actor(row) for row in rows.select_related("person").order_by("-pk")}


def _actor(mandate):
    active = ActiveMandate(mandate.pk, mandate.body_id, "", Role(mandate.role), mandate.title)
    return Actor(mandate.person.public_id, mandate.person.name, (active,), active)


def answer_jointly(sweden):
    round_ = Round.objects.select_related("frame", "template_version").get(title=ROUND)
    _joint(round_, sweden, BLEKINGE)
    _joint(round_, sweden, DALARNA)
    _mora_changes(round_, sweden)
    cancel(prefix=f"round:{round_.pk}:")  # no mail leaves an example


def _joint(round_, sweden, code):
    """Figures summed, the words the county's own; adopted by all within a week."""
    county, by = sweden.county_ids[code], _coordinator(sweden.county_ids[code])
    with clock.standing_at(clock.now() - dt.timedelta(days=9)):
        for question in ("gemensamma-medel", "sip-barn"):
            joint.take(round_, county, question, str(Way.SUM), by=by)
        joint.save_joint(round_, county, {"samverkan-svart": WORDS}, by=by)
        joint.propose_joint(round_, county, by=by)
    signatories = _signatories(county, sweden)
    seen = proposed(JointAnswer.objects.get(round=round_, node=county)).hash
    for place, delivery in enumerate(_covered(round_, signatories)):
        when = clock.now() - dt.timedelta(days=8, hours=-6 * place)
        with clock.standing_at(when):
            joint.adopt(delivery, seen, by=signatories[delivery.body_id], key=None, received_at=when)


def _covered(round_, bodies):
    rows = Delivery.objects.select_related("round", "body").filter(round=round_, body__in=bodies).order_by("position")
    return [row for row in rows if outcome(row.state) != Outcome.DECLINED]


def _mora_changes(round_, sweden):
    """Yesterday: what sixteen had adopted covers something else since."""
    mora = next(place.body_id for place in sweden.places.values() if place.code == MORA)
    delivery = Delivery.objects.select_related("round__template_version", "body").get(round=round_, body=mora)
    by, own = _signatories(sweden.county_dalarna, sweden)[mora], standing_answer(delivery)
    changed = {"samverkan-svart": MORA_NOW, "sip-barn": "31"}
    before = dict(own.values) if own else {"gemensamma-medel": 14_000_000}
    when = clock.now() - dt.timedelta(days=1)
    with clock.standing_at(when):
        save_draft(delivery, before | changed, by=by)
        submit(delivery, by=by, key=None, received_at=when)
