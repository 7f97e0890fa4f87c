"""What is sent in a round beside the round itself and the answers: questions, corrections, completions, joint texts, feedback."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.network.models import Mandate
from vaxel.rounds.domain.state import Step
from vaxel.rounds.models import (
    AlsoReached,
    AnsweringLink,
    Correction,
    Delivery,
    Enquiry,
    JointVersion,
    NodeCompilation,
    Receipt,
    Round,
)
from vaxel.rounds.queries.story import number_of
from vaxel.rounds.registered import Item

ADOPTING = (Step.ADOPTED, Step.STOOD_ASIDE)


def items(body):
    for each in (
        _enquiries,
        _corrections,
        _completions,
        _relayed,
        _passed_on,
        _joint,
        _adopted,
        _compilations,
        _links,
        _fed_back,
    ):
        yield from each(body)


def _item(at, what, round, source, target, number=""):
    path = reverse("round", args=[round.pk])
    return Item(at, str(what), round.title, source, target, number or round.number or "", path, round.pk)


def _asked(body):
    """Rounds with the body among those that are asked."""
    return Delivery.objects.filter(body=body, waits_at=None).values("round")


def _enquiries(body):
    rows = Enquiry.objects.filter(Q(body=body) | Q(round__owner=body)).select_related("round")
    for one in rows:
        yield _item(one.asked_at, _("Fråga"), one.round, one.body_id, one.round.owner_id)
        if one.answered_at:
            yield _item(one.answered_at, _("Svar på fråga"), one.round, one.round.owner_id, one.body_id)


def _corrections(body):
    rows = Correction.objects.filter(Q(round__owner=body) | Q(round__in=_asked(body))).select_related("round")
    for one in rows:
        target = None if one.round.owner_id == body else body
        yield _item(one.at, _("Rättelse"), one.round, one.round.owner_id, target)


def _completions(body):
    mine = Mandate.objects.filter(body=body).values("pk")
    rows = Receipt.objects.filter(step=Step.COMPLETION_REQUESTED).select_related("delivery__round")
    rows = list(rows.filter(Q(delivery__body=body) | Q(mandate_id__in=mine)))
    bodies = dict(Mandate.objects.filter(pk__in=[one.mandate_id for one in rows]).values_list("pk", "body_id"))
    for one in rows:
        round = one.delivery.round
        asks = bodies.get(one.mandate_id, round.owner_id)
        yield _item(
            one.received_at, _("Begäran om komplettering"), round, asks, one.delivery.body_id, number_of(one, round)
        )


def _relayed(body):
    """A county has it first, and passes it on to each."""
    rows = Receipt.objects.filter(delivery__via=body, step=Step.RELAYED).exclude(delivery__body=body)
    for one in rows.select_related("delivery__round"):
        round = one.delivery.round
        yield _item(one.received_at, _("Vidaresändning"), round, body, one.delivery.body_id, number_of(one, round))
    waited = Delivery.objects.filter(Q(waits_at=body) | Q(via=body)).exclude(body=body).values("round")
    for round in Round.objects.filter(pk__in=waited).exclude(sent_at=None).exclude(state="recalled"):
        yield _item(round.sent_at, _("Att sända vidare"), round, round.owner_id, body)


def _passed_on(body):
    for one in AlsoReached.objects.filter(Q(body=body) | Q(via=body)).select_related("round"):
        yield _item(one.at, _("Vidaresändning för kännedom"), one.round, one.via_id, one.body_id)


def _joint(body):
    covered = Q(covers__delivery__body=body)
    rows = JointVersion.objects.filter(Q(joint__node=body) | covered).select_related("joint__round").distinct()
    for one in rows:
        target = None if one.joint.node_id == body else body
        yield _item(one.proposed_at, _("Gemensamt svar att anta"), one.joint.round, one.joint.node_id, target)


def _adopted(body):
    words = {Step.ADOPTED: _("Antog det gemensamma svaret"), Step.STOOD_ASIDE: _("Står vid det egna svaret")}
    rows = Receipt.objects.filter(Q(delivery__body=body) | Q(delivery__round__owner=body), step__in=ADOPTING)
    for one in rows.select_related("delivery__round"):
        delivery = one.delivery
        number = number_of(one, delivery.round)
        yield _item(
            one.received_at, words[Step(one.step)], delivery.round, delivery.body_id, delivery.round.owner_id, number
        )


def _compilations(body):
    rows = NodeCompilation.objects.exclude(finished_at=None).filter(Q(node=body) | Q(round__owner=body))
    for one in rows.select_related("round"):
        yield _item(one.finished_at, _("Länets sammanställning"), one.round, one.node_id, one.round.owner_id)


def _links(body):
    rows = AnsweringLink.objects.filter(Q(delivery__body=body) | Q(delivery__round__owner=body))
    for one in rows.select_related("delivery__round"):
        round = one.delivery.round
        yield _item(one.created_at, _("Länk att svara med"), round, round.owner_id, one.delivery.body_id)


def _fed_back(body):
    rows = Round.objects.exclude(fed_back_at=None).filter(Q(owner=body) | Q(pk__in=_asked(body)))
    for one in rows:
        yield _item(one.fed_back_at, _("Återkoppling"), one, one.owner_id, None if one.owner_id == body else body)
