"""A county's joint answer: what it says, who has adopted it, and what has changed since; read and adopted here."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel.accounts.access import access
from vaxel.network.queries.asof import at
from vaxel.rounds import permissions
from vaxel.rounds.commands import joint as commands
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import Delivery, JointAnswer
from vaxel.rounds.models.delivery import idempotency_key
from vaxel.rounds.pages.delivery.found import found as delivery_found
from vaxel.rounds.pages.delivery.saying import ReasonForm
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.pages.joint.lines import change_lines, question_lines
from vaxel.rounds.pages.joint.sentence import heading_of, lead_of
from vaxel.rounds.permissions import ADOPTS_DELIVERY, READS_JOINT
from vaxel.rounds.queries.joint import proposed
from vaxel.rounds.queries.joint_changes import changes_since
from vaxel.ui.refusal import Refusal

PAGE = "rounds/pages/joint/page.html"
ASIDE = "rounds/pages/joint/aside.html"


@access(READS_JOINT)
def joint_page(request, round, node):
    return render(request, PAGE, context_of(request, round_of(round), node))


def context_of(request, round, node):
    county = at(round.frame.as_of).named([node]).first()
    shown = _shown(round, node)
    mine = _mine(request.actor, shown)
    opens = _openable(request.actor, round, shown)
    readable = _readable(request.actor, round, shown, opens)
    stale = _stale_signature(shown, mine)
    changed = changes_since(shown, stale, commands.questions_of(round), readable) if stale else []
    return {
        "round": round,
        "node": node,
        "county": county.name or "",
        "shown": shown,
        "heading": heading_of(county, shown),
        "lead": lead_of(shown),
        "sections": question_lines(round, shown, readable) if shown else [],
        "changes": change_lines(changed),
        "mine": mine,
        "signs": mine and permissions.adopts(request.actor, _delivery(mine)) and round.state == RoundState.OPEN,
        "open": round.state == RoundState.OPEN,
        "opens": opens,
        "writes": permissions.writes_joint(request.actor, round, node) and round.state == RoundState.OPEN,
        "key": idempotency_key(),
        "back": reverse("compilation", args=[round.pk]) + f"?nod={node}",
    }


def _shown(round, node):
    joint = JointAnswer.objects.select_related("round__frame").filter(round=round, node=node).first()
    return proposed(joint) if joint else None


def _mine(actor, shown):
    """The party of the mandate in use."""
    return shown.of(actor.body_id) if shown else None


def _delivery(party):
    return Delivery.objects.select_related("body", "round").get(pk=party.delivery_id)


def _openable(actor, round, shown):
    covered = [party.body_id for party in shown.covered] if shown else []
    rows = Delivery.objects.visible_to(actor).filter(round=round, body__in=covered)
    return set(rows.values_list("body_id", flat=True))


def _readable(actor, round, shown, opens):
    """Whose own answers the reader may open; a party those it signs for, where the round's answers are public."""
    if shown and round.answers_public and any(shown.of(body) for body in actor.body_ids):
        return {party.body_id for party in shown.covered}
    return opens


def _stale_signature(shown, mine):
    """One's own adoption, else the first that is stale: what has become of it is shown."""
    if mine:
        return mine.signed if mine.stale else None
    return next((party.signed for party in shown.covered if party.stale), None) if shown else None


@access(ADOPTS_DELIVERY)
@require_POST
def adopt(request, round, body):
    delivery = delivery_found(request)
    shown = _of(delivery)
    again = shown.of(delivery.body_id).adopted
    act = {"by": request.actor, "key": request.POST.get("key"), "received_at": request.received_at}
    commands.adopt(delivery, request.POST.get("seen", ""), **act)
    messages.success(request, _("Ni har antagit svaret på nytt.") if again else _("Ni har antagit svaret."))
    return redirect("joint", round, shown.node_id)


@access(ADOPTS_DELIVERY)
def stand_aside(request, round, body):
    delivery = delivery_found(request)
    shown = _of(delivery)
    words = {"label": _("Varför står ni för ert eget svar?"), "help_text": _("Länet och avsändaren ser skälet.")}
    form = ReasonForm(request.POST or None, **words)
    if request.method == "POST" and form.is_valid() and _stood_aside(request, delivery, form):
        messages.success(request, _("Ni står för ert eget svar. Länet ser skälet."))
        return redirect("joint", round, shown.node_id)
    context = {"round": delivery.round, "node": shown.node_id, "form": form, "key": idempotency_key(), "shown": shown}
    return render(request, ASIDE, context, status=422 if form.errors else 200)


def _stood_aside(request, delivery, form):
    act = {"by": request.actor, "key": request.POST.get("key"), "received_at": request.received_at}
    try:
        commands.stand_aside(delivery, form.cleaned_data["reason"], **act)
    except Refusal as no:
        if no.field != "reason":
            raise
        form.add_error("reason", no.message)
        return False
    return True


def _of(delivery):
    """The joint answer put forward for this part; none is nothing to adopt."""
    covering = JointAnswer.objects.select_related("round__frame").filter(versions__covers__delivery=delivery.pk)
    shown = proposed(found) if (found := covering.first()) else None
    if shown is None or shown.of(delivery.body_id) is None:
        raise Http404
    return shown
