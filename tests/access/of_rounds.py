import uuid

from tests.access.objects import Twins, made_for, made_for_address
from vaxel.calendar.clock import today
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.agreements import Wording, draft_agreement, propose_agreement, sign_agreement
from vaxel.network.domain.agreements import Permits
from vaxel.network.domain.kinds import Role
from vaxel.rounds.commands.joint import propose_joint, save_joint
from vaxel.rounds.models import Round, SectionPart


@made_for("round")
def rounds(world):
    """The secretariat's round to Dalarna's municipalities, and one of Halland's own to Laholm."""
    own = world.sent(audience={"kinds": ["municipality"], "counties": [world.dalarna.pk]})
    by = world.actor(world.halland, Role.COORDINATOR)
    questions = world.version(owner=world.halland)
    other = world.sent(by=by, owner=world.halland, audience={"bodies": [world.laholm.pk]}, template_version=questions)
    return Twins(own={"round": own.pk}, other={"round": other.pk})


@made_for("round", "body")
def parts(world):
    found = rounds(world)
    return Twins(own={**found.own, "body": world.mora.pk}, other={**found.other, "body": world.laholm.pk})


@made_for_address("delivery_approve")
def units_parts(world):
    """A unit of Mora's, whose answer Mora approves, and one that is the region's."""
    round = world.sent(audience={"bodies": [world.school.pk, world.clinic.pk]})
    return Twins(own={"round": round.pk, "body": world.school.pk}, other={"round": round.pk, "body": world.clinic.pk})


@made_for_address("round_remind")
def parts_of_a_level(world):
    """Dalarna's own part: its coordinator reminds there, the sender everywhere."""
    found = rounds(world)
    return Twins(own=found.own, other=found.other, query=f"?nod={world.dalarna.pk}")


@made_for("round", "node")
def joint_answers(world):
    """A joint answer that Dalarna has put forward for Mora, and one of Halland's for Laholm."""
    return Twins(
        own=_put_forward(world, world.dalarna, world.mora), other=_put_forward(world, world.halland, world.laholm)
    )


def _put_forward(world, county, body):
    terms = Wording("Samverkan", today(), permits=frozenset({Permits.JOINT_ANSWER}))
    agreement = propose_agreement(draft_agreement(county, terms, by=SYSTEM, party_ids=[body.pk]), by=SYSTEM)
    sign_agreement(agreement, by=world.actor(body, Role.CONTACT))
    by = world.secretary if county == world.dalarna else world.actor(county, Role.COORDINATOR)
    owner = None if county == world.dalarna else county
    questions = world.version(owner=owner)
    round = world.sent(by=by, owner=owner, audience={"bodies": [body.pk]}, template_version=questions)
    sam = world.actor(county, Role.COORDINATOR)
    save_joint(round, county.pk, {"q1": "5"}, by=sam)
    propose_joint(round, county.pk, by=sam)
    return {"round": round.pk, "node": county.pk}


def _adopting(world):
    found = joint_answers(world)
    bodies = {"own": world.mora.pk, "other": world.laholm.pk}
    return Twins(
        own={"round": found.own["round"], "body": bodies["own"]},
        other={"round": found.other["round"], "body": bodies["other"]},
    )


@made_for_address("joint_adopt")
def to_adopt(world):
    return _adopting(world)


@made_for_address("joint_aside")
def to_stand_aside(world):
    return _adopting(world)


def _besides(maker, **more):
    def make(world):
        found = maker(world)
        return Twins(own={**found.own, **more}, other={**found.other, **more})

    make.__name__ = f"{maker.__name__}_with_{'_'.join(more)}"
    return make


made_for("round", "document")(_besides(rounds, document=uuid.uuid4()))
made_for("round", "extension")(_besides(rounds, extension="pdf"))
made_for("round", "form")(_besides(rounds, form="csv"))
made_for("round", "workbook")(_besides(rounds, workbook=10**9))
made_for("round", "body", "workbook")(_besides(parts, workbook=10**9))


@made_for("round", "body", "part")
def sections(world):
    """One of a county's own answer that Mora, below it, has been given; and Halland's, given to Laholm."""
    return Twins(own=_given(world, world.dalarna, world.mora), other=_given(world, world.halland, world.laholm))


def _given(world, county, body):
    delivery = world.delivery(world.sent(audience={"bodies": [county.pk]}), county)
    part = SectionPart.objects.create(delivery=delivery, section_id="s1", body=body, given_at=world.now())
    return {"round": delivery.round_id, "body": county.pk, "part": part.pk}


made_for("round", "body", "part", "file")(_besides(sections, file=uuid.uuid4()))
made_for("round", "body", "file")(_besides(parts, file=uuid.uuid4()))


@made_for("token", "extension")
def questions_by_link(world):
    return Twins(own={"token": "ingen-har-skickat-den", "extension": "pdf"})


@made_for("token", "document")
def documents_by_link(world):
    return Twins(own={"token": "ingen-har-skickat-den", "document": uuid.uuid4()})


@made_for("token", "workbook")
def workbooks_by_link(world):
    return Twins(own={"token": "ingen-har-skickat-den", "workbook": 1})


@made_for("token", "file")
def files_by_link(world):
    return Twins(own={"token": "ingen-har-skickat-den", "file": uuid.uuid4()})


@made_for("template")
def templates(world):
    """The questions of the secretariat's round, which its receivers may read, and of Halland's."""
    found = rounds(world)
    return Twins(own={"template": _template(found.own)}, other={"template": _template(found.other)})


def _template(arguments):
    return Round.objects.get(pk=arguments["round"]).template_version.template_id


made_for("template", "extension")(_besides(templates, extension="pdf"))
