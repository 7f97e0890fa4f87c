"""Who may. Doing follows the mandate in use and today's ties; reading follows the round's frame (models/reading.py).

Predicates answer True or False; a Rule is the same for an address (`@access(READS_ROUND)`); `require` is for commands.
"""

from django.db.models import Exists, Q
from django.utils.translation import gettext as _

from vaxel.accounts.access import Rule
from vaxel.calendar import clock
from vaxel.composed import composed, once_a_moment
from vaxel.network.actor import Reader
from vaxel.network.domain.kinds import PRINCIPALS, Kind, Role, Tree
from vaxel.network.models import Body, Closure
from vaxel.network.permissions import signs_for
from vaxel.rounds.domain.kinds import OWN_HAND, RoundState
from vaxel.rounds.domain.state import DONE, outcome
from vaxel.rounds.link_actor import LinkActor, acts_by_link
from vaxel.rounds.models import (
    CoWorker,
    Delivery,
    FrameRange,
    JointCover,
    JointVersion,
    Round,
    RoundSender,
    SectionPart,
    Template,
)
from vaxel.rounds.models.reading import OWN_ARENA, covered_by, is_open_to_its_own
from vaxel.ui.refusal import Refusal

SENDING = frozenset({Role.SECRETARIAT, Role.COORDINATOR, Role.PROCESS_LEADER, Role.CONTROLLER})
COORDINATING = frozenset({Role.SECRETARIAT, Role.COORDINATOR, Role.CONTACT, Role.PROCESS_LEADER})
ACTING = COORDINATING | {Role.APPROVER, Role.CONTROLLER}
CONFIRMING = ACTING | {Role.REGISTRAR}


def require(allowed, sentence=None):
    if not allowed:
        raise Refusal(
            sentence or _("Ert uppdrag ger inte rätt till det. Byt uppdrag, eller be den som har rätt."), status=403
        )


def acts_at(actor, body_id, roles) -> bool:
    """Does the mandate in use give one of the roles at the body?"""
    return actor.is_system or (actor.role in roles and actor.body_id == body_id)


def is_below(body_id, node_id, day=None, tree=Tree.GOVERNANCE) -> bool:
    return below(node_id, day, tree).filter(descendant=body_id).exists()


def below(node_id, day=None, tree=Tree.GOVERNANCE):
    return Closure.objects.at(day or clock.today()).filter(tree=tree, ancestor=node_id)


# -- the round -------------------------------------------------------------------------------------------------------


def creates_round(actor) -> bool:
    return actor.is_system or actor.role in SENDING


def sends_round(actor, round) -> bool:
    return acts_at(actor, round.owner_id, SENDING)


def is_sender(actor, round) -> bool:
    """Acts, with the mandate in use, for the owner or another sender."""
    if sends_round(actor, round):
        return True
    return actor.role in SENDING and actor.body_id in other_senders(round.pk)


def edits_round(actor, round) -> bool:
    """The senders; while it is a draft also those invited to work on it."""
    if is_sender(actor, round):
        return True
    if round.state != RoundState.DRAFT or actor.person_id is None:
        return False
    return CoWorker.objects.filter(round=round, person__public_id=actor.person_id).exists()


def reads_round(actor, round) -> bool:
    return bool(_read(round.pk, actor.is_system, actor.body_ids, actor.person_id, clock.today()))


@composed
def _read(round_id, is_system, body_ids, person_id, day):
    reader = Reader(body_ids, person_id, is_system=is_system)
    return Round.objects.visible_to(reader, day).filter(pk=round_id).values_list("pk")[:1]


def reads_as_sender(actor, round) -> bool:
    """By any mandate held today: sees names, loads and every answer of the round."""
    bodies = actor.body_ids
    if actor.is_system or round.owner_id in bodies or round.assessor_id in bodies:
        return True
    return not bodies.isdisjoint(other_senders(round.pk))


@once_a_moment
def other_senders(round_id) -> frozenset[int]:
    return frozenset(_senders(round_id))


@composed
def _senders(round_id):
    return RoundSender.objects.filter(round=round_id).values_list("body_id", flat=True)


# -- one body's part -------------------------------------------------------------------------------------------------


def acts_for(actor, delivery) -> bool:
    return acts_at(actor, delivery.body_id, ACTING) or acts_by_link(actor, delivery)


def confirms(actor, delivery) -> bool:
    return acts_at(actor, delivery.body_id, CONFIRMING) or acts_by_link(actor, delivery)


def manages_links(actor, delivery) -> bool:
    """The body itself, those who register for it, and the sender: each can take a link back."""
    if isinstance(actor, LinkActor):
        return False
    return acts_for(actor, delivery) or registers_for(actor, delivery) or is_sender(actor, delivery.round)


def fills(actor, deliveries) -> set:
    """Ids of those whose draft may be filled from a workbook: one's own, and those one registers for. One query."""
    own = {one.pk for one in deliveries if acts_for(actor, one)}
    rest = [one for one in deliveries if one.pk not in own]
    if not rest or actor.is_system or actor.role not in COORDINATING:
        return {one.pk for one in deliveries} if actor.is_system else own
    mine = set(registered_below(actor.body_id).values_list("descendant", flat=True))
    return own | {one.pk for one in rest if one.body_id in mine}


def registered_below(node_id):
    """The bodies a county's coordinator, or a principal's contact for its units, registers answers for."""
    return below(node_id).filter(ancestor__kind__in=OWN_ARENA)


def gives_sections(actor, delivery) -> bool:
    """As `acts_for`, but never by a link: whoever holds one lets nobody else in."""
    return acts_at(actor, delivery.body_id, ACTING)


def holds_part(actor, part) -> bool:
    """Whoever got the section, with the mandate in use: the colleague while at the body, or those who act for the unit
    while it is below the body.
    """
    if part.person_id:
        return actor.body_id == part.delivery.body_id and actor.person_id == part.person.public_id
    return acts_at(actor, part.body_id, COORDINATING) and is_below(part.body_id, part.delivery.body_id)


def reads_part(actor, part) -> bool:
    """By any mandate held today."""
    return any(holds_part(actor.using(mandate), part) for mandate in actor.mandates)


def decides(actor, delivery) -> bool:
    """The body's own second mandate. That it is another person than the one who sent for decision is checked there."""
    return acts_at(actor, delivery.body_id, {Role.APPROVER})


def approves_unit(actor, delivery) -> bool:
    """A unit's answer is approved by its own region or municipality, never by anybody else."""
    if actor.is_system:
        return True
    if actor.role != Role.APPROVER or delivery.body.kind != Kind.UNIT:
        return False
    return below(actor.body_id).filter(descendant=delivery.body_id, ancestor__kind__in=PRINCIPALS).exists()


def registers_for(actor, delivery) -> bool:
    """A county's coordinator for the bodies of the county, a principal's contact for its units."""
    if actor.is_system:
        return True
    if actor.role not in COORDINATING:
        return False
    return registered_below(actor.body_id).filter(descendant=delivery.body_id).exists()


def requests_completion(actor, delivery) -> bool:
    """Whoever compiles: the senders, and the nodes above in the frame; and whoever is to assess what is sent."""
    assessor = delivery.round.assessor_id
    if assessor is not None and not actor.is_system and acts_at(actor, assessor, ACTING):
        return True
    return is_sender(actor, delivery.round) or (
        actor.role in COORDINATING and delivery.body_id != actor.body_id and _covers(delivery, [actor.body_id])
    )


def may_open_answer(actor, delivery) -> bool:
    """The sender, the own body and the compilers above in the frame; peers see aggregates."""
    if actor.is_system or delivery.body_id in actor.body_ids or reads_as_sender(actor, delivery.round):
        return True
    return outcome(delivery.state) in DONE and _covers(delivery, actor.body_ids)


def _covers(delivery, nodes) -> bool:
    place = {"start__lte": delivery.position, "stop__gt": delivery.position}
    return FrameRange.objects.filter(frame=delivery.round.frame_id, node__in=nodes, **place).exists()


# -- a level's part --------------------------------------------------------------------------------------------------


def coordinates(actor, node_id) -> bool:
    return acts_at(actor, node_id, COORDINATING)


def compiles(actor, round, node_id) -> bool:
    """The whole is compiled by its senders; a level's part by that level."""
    if is_sender(actor, round) and node_id in {None, round.owner_id, actor.body_id}:
        return True
    return coordinates(actor, node_id) and has_part(round, node_id)


def has_part(round, node_id) -> bool:
    return FrameRange.objects.filter(frame=round.frame_id, node=node_id).exists()


def adopts(actor, delivery) -> bool:
    """A joint answer is adopted for the body itself, by whoever signs for it; nobody approves another principal."""
    return delivery.body.kind in PRINCIPALS and signs_for(actor, delivery.body)


def writes_joint(actor, round, node_id) -> bool:
    """The county's own people write its joint answer."""
    county = Body.objects.filter(pk=node_id, kind=Kind.COUNTY).exists()
    return county and round.kind not in OWN_HAND and coordinates(actor, node_id) and has_part(round, node_id)


def reads_joint(actor, round, node_id) -> bool:
    """The county and its bodies; once it is put forward also the sender and the levels above the county."""
    if actor.is_system or node_id in actor.body_ids:
        return actor.is_system or has_part(round, node_id)
    if not JointVersion.objects.filter(joint__round=round, joint__node=node_id).exists():
        return False
    if reads_as_sender(actor, round):
        return True
    covers = JointCover.objects.filter(version__joint__round=round, version__joint__node=node_id)
    covered = Delivery.objects.filter(pk__in=covers.values("delivery"))
    return covered.filter(Q(body__in=actor.body_ids) | Q(Exists(covered_by(actor.body_ids)))).exists()


def names_of_missing_visible(actor, round, node_id=None) -> bool:
    """Names of those who have not answered go to the sender and the own county (for units: the principal) alone."""
    if reads_as_sender(actor, round):
        return True
    if node_id is None or round.frame_id is None:
        return False
    own = set(_own_arenas(round.frame_id, actor.body_ids))
    if node_id in own or not own:
        return bool(own)
    inside = Closure.objects.at(round.frame.as_of).filter(tree=Tree.GOVERNANCE, descendant=node_id)
    return inside.filter(ancestor__in=own).exists()


@composed
def _own_arenas(frame_id, body_ids):
    mine = FrameRange.objects.filter(frame=frame_id, node__in=body_ids, node__kind__in=OWN_ARENA)
    return mine.values_list("node", flat=True)


# -- a body's load ---------------------------------------------------------------------------------------------------


def reads_load(actor, body_id) -> bool:
    """The body itself, and its county (for a unit: its principal), whose coordinators may move a date or help."""
    if actor.is_system or body_id in actor.body_ids:
        return True
    above = Closure.objects.at(clock.today()).filter(tree=Tree.GOVERNANCE, descendant=body_id)
    return above.filter(ancestor__in=actor.body_ids, ancestor__kind__in=OWN_ARENA).exists()


# -- templates -------------------------------------------------------------------------------------------------------


def edits_template(actor, template) -> bool:
    return acts_at(actor, template.owner_id, SENDING)


def reads_template(actor, template) -> bool:
    """Its own body, and whoever may read a round that asks its questions (they may copy it)."""
    if actor.is_system or template.owner_id in actor.body_ids:
        return True
    return Round.objects.visible_to(actor).filter(template_version__template=template).exists()


# -- addresses -------------------------------------------------------------------------------------------------------


def _round_rule(name, predicate):
    def allows(request, round, **_parts):
        found = next(iter(_round(round)), None)
        request.round = found  # kept: the page need not fetch it again
        return found is not None and predicate(request.actor, found)

    return Rule(name, allows)


@composed
def _round(round_id):
    return Round.objects.filter(pk=round_id).select_related("owner", "frame", "template_version__template")


SHOWN_WITH = ("round__owner", "round__frame", "round__template_version__template", "body", "via", "waits_at")


def _delivery_rule(name, predicate):
    def allows(request, round, body, **_parts):
        found = next(iter(_delivery(round, body)), None)
        if found is None or not _seen(request.actor, found):
            return False
        request.delivery = found  # kept: the page need not fetch it again
        return predicate(request.actor, found)

    return Rule(name, allows)


@composed
def _delivery(round_id, body_id):
    return Delivery.objects.filter(round=round_id, body=body_id).select_related(*SHOWN_WITH)


def _seen(actor, delivery):
    if is_open_to_its_own(actor, delivery):
        return True
    return Delivery.objects.visible_to(actor).filter(pk=delivery.pk).exists()


def _template_rule(name, predicate):
    def allows(request, template, **_parts):
        found = Template.objects.filter(pk=template).first()
        return found is not None and predicate(request.actor, found)

    return Rule(name, allows)


def _part_rule(name, predicate):
    def allows(request, round, body, part, **_parts):
        rows = SectionPart.objects.filter(pk=part, delivery__round=round, delivery__body=body)
        found = rows.select_related("delivery", "person").first()
        return found is not None and predicate(request.actor, found)

    return Rule(name, allows)


HOLDS_PART = _part_rule("holds_part", holds_part)
READS_PART = _part_rule("reads_part", reads_part)
READS_TEMPLATE = _template_rule("reads_template", reads_template)
EDITS_TEMPLATE = _template_rule("edits_template", edits_template)
CREATES_ROUND = Rule("creates_round", lambda request, **_: creates_round(request.actor))
READS_ROUND = _round_rule("reads_round", reads_round)
EDITS_ROUND = _round_rule("edits_round", edits_round)
SENDS_ROUND = _round_rule("sends_round", sends_round)
RUNS_ROUND = _round_rule("runs_round", is_sender)
READS_DELIVERY = _delivery_rule("reads_delivery", lambda actor, delivery: True)
ACTS_FOR_DELIVERY = _delivery_rule("acts_for_delivery", acts_for)
GIVES_SECTIONS = _delivery_rule("gives_sections", gives_sections)
CONFIRMS_DELIVERY = _delivery_rule("confirms_delivery", confirms)
DECIDES_DELIVERY = _delivery_rule("decides_delivery", decides)
APPROVES_UNIT = _delivery_rule("approves_unit", approves_unit)
REGISTERS_FOR_DELIVERY = _delivery_rule("registers_for_delivery", registers_for)
REQUESTS_COMPLETION = _delivery_rule("requests_completion", requests_completion)
MANAGES_LINKS = _delivery_rule("manages_links", manages_links)
READS_ANSWERS = _delivery_rule("reads_answers", may_open_answer)
# A body's own register is read by everyone with a mandate there, and kept by those who confirm and register.
READS_REGISTER = Rule("reads_register", lambda request, body, **_: body in request.actor.body_ids)
KEEPS_REGISTER = Rule("keeps_register", lambda request, body, **_: acts_at(request.actor, body, CONFIRMING))
ADOPTS_DELIVERY = _delivery_rule("adopts_delivery", adopts)


READS_LOAD = Rule("reads_load", lambda request, body_id, **_: reads_load(request.actor, body_id))


def _compile_allows(request, round, node=None, **_parts):
    found = Round.objects.filter(pk=round).first()
    at_node = node or node_asked(request)
    return found is not None and compiles(request.actor, found, at_node)


def node_asked(request):
    """A level's own part is named in the address (`?nod=12`) or in the form."""
    written = request.POST.get("nod") or request.GET.get("nod") or ""
    return int(written) if written.isascii() and written.isdigit() and len(written) <= 18 else None


COMPILES = Rule("compiles", _compile_allows)


def _joint_rule(name, predicate):
    def allows(request, round, node, **_parts):
        found = Round.objects.select_related("frame").filter(pk=round).exclude(frame=None).first()
        return found is not None and predicate(request.actor, found, node)

    return Rule(name, allows)


WRITES_JOINT = _joint_rule("writes_joint", writes_joint)
READS_JOINT = _joint_rule("reads_joint", reads_joint)


def _relay_allows(request, round, **_parts):
    """A body that coordinates passes on what it may itself read, in its own part."""
    found = Round.objects.filter(pk=round).first()
    node = node_asked(request) or request.actor.body_id
    return (
        found is not None
        and node is not None
        and coordinates(request.actor, node)
        and reads_round(request.actor, found)
    )


RELAYS = Rule("relays", _relay_allows)
