"""What the reader may do from the page, besides writing the answer itself."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.calendar.clock import now
from vaxel.calendar.domain.deadlines import in_time
from vaxel.network.domain.kinds import Kind
from vaxel.rounds import permissions
from vaxel.rounds.domain.kinds import OWN_HAND, RoundState
from vaxel.rounds.domain.state import Flag, Outcome, outcome
from vaxel.rounds.pages.delivery.stage import Stage
from vaxel.rounds.policies import Act as Doing
from vaxel.rounds.policies import why_not


@dataclass(frozen=True)
class Act:
    """`post`: done at once by the button; otherwise it opens a page that asks for what is needed."""

    name: str
    label: str
    url: str
    post: bool = False
    need: bool = False
    explained: str = ""


def acts(actor, delivery, stage, *, adopted=False) -> list[Act]:
    """`adopted`: the answer is part of a joint one, which the body must stand aside from before it takes its own back."""
    address = lambda name: reverse(name, args=[delivery.round_id, delivery.body_id])  # noqa: E731
    offered = _acts(actor, delivery, stage, address)
    return [act for act in offered if not (adopted and act.name == "withdraw")]


def _acts(actor, delivery, stage, address):
    said = outcome(delivery.state)
    if permissions.confirms(actor, delivery) and said == Outcome.SENT and _open(delivery, Doing.CONFIRM):
        yield Act("confirm", _("Bekräfta mottagande"), address("delivery_confirm"), post=True, need=True)
    if permissions.acts_for(actor, delivery):
        yield from _own(delivery, stage, address)
    else:
        yield from _from_above(actor, delivery, said, address)
    if permissions.manages_links(actor, delivery) and delivery.round.state == RoundState.OPEN:
        yield Act("links", _("Länkar utan inloggning"), address("delivery_links"))


def _own(delivery, stage, address):
    if stage == Stage.WRITE:
        if delivery.round.kind not in OWN_HAND:
            yield Act("nothing", _("Inget att redovisa"), address("delivery_nothing"), explained=_("Räknas som svar."))
        yield Act("decline", _("Avstå, med skäl"), address("delivery_decline"), explained=_("Ni blir inte påminda."))
    if stage == Stage.SENT and outcome(delivery.state) in (
        Outcome.ANSWERED,
        Outcome.NOTHING_TO_REPORT,
        Outcome.DECLINED,
    ):
        yield Act("change", _("Ändra svaret"), address("delivery") + "?andra=1#svara")
    if stage in (Stage.SENT, Stage.CHANGING) and _before_due(delivery):
        yield Act("withdraw", _("Dra tillbaka svaret"), address("delivery_withdraw"))
    if stage in (Stage.WRITE, Stage.COMPLETION):
        yield Act(
            "workbook", _("Svara i en arbetsbok"), address("delivery_workbook"), explained=_("Excel, LibreOffice.")
        )
        yield Act(
            "sections",
            _("Fördela avsnitt"),
            address("section_give"),
            explained=_("Till kollegor eller enheter hos er."),
        )
    if stage in (Stage.WRITE, Stage.COMPLETION, Stage.READ):
        yield Act(
            "assign", _("Fördela till kollega"), address("delivery_assign"), explained=_("Kollegan får ett mejl.")
        )


def _from_above(actor, delivery, said, address):
    if permissions.requests_completion(actor, delivery) and _open(delivery, Doing.REQUEST_COMPLETION):
        yield Act("completion", _("Begär komplettering"), address("delivery_completion"))
    if (
        delivery.round.template_version_id
        and delivery.round.kind not in OWN_HAND
        and permissions.registers_for(actor, delivery)
        and not delivery.waits_at_id
        and _open(delivery, Doing.ON_BEHALF)
    ):
        yield Act("register", _("Registrera svar åt dem"), address("delivery_register"))
    unit = delivery.body.kind == Kind.UNIT and said == Outcome.ANSWERED and not delivery.state & Flag.APPROVED
    if unit and permissions.approves_unit(actor, delivery) and _open(delivery, Doing.APPROVE):
        yield Act("approve", _("Godkänn svaret"), address("delivery_approve"), post=True, need=True)


def _open(delivery, act):
    return why_not(delivery.round.state, outcome(delivery.state), act) is None


def _before_due(delivery):
    due = delivery.last_day
    return due is None or in_time(now(), due)
