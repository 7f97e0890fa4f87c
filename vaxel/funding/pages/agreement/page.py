"""One agreement on money: what it gives, by which keys, on which conditions, and how far it has come."""

from django.db.models import Count
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vaxel import files, journal
from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.domain.phrases import day_of_month, moment
from vaxel.funding.commands.documents import documents_of
from vaxel.funding.domain.life import AgreementAct, AgreementState
from vaxel.funding.explained import COUNTED, LEVELS_EXPLAINED, ROUNDINGS_EXPLAINED
from vaxel.funding.pages.agreement.sections import shown
from vaxel.funding.pages.agreement.steps import steps
from vaxel.funding.pages.conditions.page import conditions_of
from vaxel.funding.pages.found import agreement_of
from vaxel.funding.pages.wording import DECIDED, opening
from vaxel.funding.permissions import READS_MONEY, decides_agreement, edits_agreement, follows_money
from vaxel.funding.policies import why_not
from vaxel.funding.queries.summed import summed
from vaxel.funding.words import ALLOCATIONS, LEVELS, RECEIVERS, ROUNDINGS, STATES
from vaxel.network.models import Person
from vaxel.network.queries.asof import at
from vaxel.rounds.words import capital

COUNTED_BY_DAY = {"population", "base_and_population"}


@access(READS_MONEY)
def agreement_page(request, agreement):
    found = agreement_of(agreement)
    return render(request, "funding/pages/agreement/page.html", context_of(request, found))


def context_of(request, agreement):
    actor, sums = request.actor, summed([agreement])[agreement.pk]
    edits, decides = edits_agreement(actor, agreement), decides_agreement(actor, agreement)
    may_edit = edits and why_not(agreement.state, AgreementAct.EDIT) is None
    decided = agreement.state in DECIDED
    return {
        "agreement": agreement,
        "heading": opening(agreement, sums),
        "lead": lead(agreement),
        "state": STATES[agreement.state],
        "decided": decided,
        "may_edit": may_edit,
        "may_decide": decides and not decided and bool(sums.streams),
        "may_replace": edits and agreement.state == AgreementState.DECIDED and not hasattr(agreement, "replaced_by"),
        "scenarios": (edits or decides) and not decided and bool(sums.streams),
        "own_draft": agreement.prepared_by is not None and agreement.prepared_by == actor.person_id,
        "steps": steps(agreement, sums, may_edit=may_edit),
        "streams": streams_of(agreement),
        "pot": sums.pot_ore,
        "who": who_of(agreement),
        "rounding": (capital(str(ROUNDINGS[agreement.rounding])), ROUNDINGS_EXPLAINED[agreement.rounding]),
        "level": (capital(str(LEVELS[agreement.level])), LEVELS_EXPLAINED[agreement.level]),
        "conditions": conditions_of(agreement),
        "documents": documents_of(agreement),
        "accept": files.ACCEPT,
        "follows": decided and follows_money(actor, agreement),
        "sections": shown(request, agreement),
        "history": history(agreement) if edits or decides else [],
    }


def lead(agreement):
    match agreement.state:
        case AgreementState.DRAFT if agreement.replaces:
            return _("Utkast till en ny version. Tills det är beslutat gäller den förra.")
        case AgreementState.DRAFT:
            return _("Utkast. Ingenting är beslutat, och allt kan ändras.")
        case AgreementState.PREPARED:
            return _("Lämnad för beslut. Den gäller när en annan person har bekräftat den.")
        case AgreementState.REPLACED:
            return _("En senare version har ersatt den här.")
    day = day_of_month(agreement.decision.decided_at.date(), get_language())
    return _("Beslutad %(day)s av två personer. Fördelningen är fryst: ändras något blir det en ny version.") % {
        "day": day
    }


def streams_of(agreement):
    return [
        {
            "stream": one,
            "receivers": RECEIVERS[one.receivers],
            "key": ALLOCATIONS[one.allocation],
            "by_day": one.allocation in COUNTED_BY_DAY,
            "by_hand": one.allocation in {"entered", "shares"},
            "counted": COUNTED[one.receivers] % {"n": one.amount_count}
            if one.allocation in {"entered", "shares"}
            else "",
        }
        for one in _with_counts(agreement)
    ]


def _with_counts(agreement):
    return agreement.streams.annotate(amount_count=Count("amounts"))


def who_of(agreement):
    """Parties and the three mandates, by the names of today."""
    parties = list(agreement.parties.values_list("body_id", flat=True))
    roles = [
        (_("Beställer"), agreement.orderer_id),
        (_("Betalar ut"), agreement.payer_id),
        (_("Bedömer"), agreement.assessor_id),
    ]
    names = at(today()).names({*parties, *(body for _label, body in roles), agreement.owner_id} - {None})
    found = [(label, [(body, names.get(body, ""))] if body else []) for label, body in roles]
    return [(_("Parter"), [(body, names.get(body, "")) for body in parties]), *found, (_("Skrivs av"), [(agreement.owner_id, names.get(agreement.owner_id, ""))])]  # fmt: skip


def history(agreement):
    lines = journal.of(agreement)
    ids = {line.person_id for line in lines} - {None}
    people = dict(Person.objects.filter(public_id__in=ids, erased_at=None).values_list("public_id", "name"))
    return [
        {
            "who": people.get(line.person_id, ""),
            "what": capital(line.words),
            "when": moment(line.at, today(), get_language()),
        }
        for line in lines
    ]
