"""A contract: who has signed, what it says, the 30 % rule, its parts, its files, and what may be done now."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel import journal
from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.domain.phrases import day_of_month, moment
from vaxel.files.models import Attachment
from vaxel.funding.commands import contract_signing as signing
from vaxel.funding.commands.contract_sealing import seal_contract
from vaxel.funding.documents.contract_paper import people_of
from vaxel.funding.domain.contract_state import ContractAct
from vaxel.funding.models import Contract
from vaxel.funding.pages.contract.forms import EndForm, ReasonForm
from vaxel.funding.pages.contract_wording import LOOKS, STATES, heading, percent, share_sentence
from vaxel.funding.pages.contracts.page import line
from vaxel.funding.pages.found_contract import contract_of
from vaxel.funding.permissions import READS_CONTRACT, edits_contract, party_to, shares_out
from vaxel.funding.policies import why_not_contract
from vaxel.funding.queries.contract_list import contract_rows
from vaxel.funding.queries.contract_standing import standing
from vaxel.funding.queries.shares import shares_of
from vaxel.network.models import Person
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.queries.asof import at
from vaxel.network.wording import ROLES
from vaxel.rounds.forms.saying import said_money
from vaxel.rounds.words import capital
from vaxel.ui.refusal import Refusal

PAGE = "funding/pages/contract/page.html"


@access(READS_CONTRACT)
def contract_page(request, contract):
    return _shown(request, contract_of(contract))


@require_POST
@access(READS_CONTRACT)
def contract_act(request, contract):
    found, act = contract_of(contract), request.POST.get("act", "")
    if act in {ContractAct.SEND_BACK, ContractAct.END}:
        return _with_reason(request, found, act)
    try:
        return _done(request, found, act)
    except Refusal as no:
        return _shown(request, found, refused=no)


def _done(request, found, act):
    by, goes_to = request.actor, found
    match act:
        case ContractAct.PROPOSE:
            signing.propose_contract(found, by=by)
            said = _("Avtalet är framlagt. Parterna har fått veta det.")
        case ContractAct.SIGN:
            signing.sign_contract(found, by=by, seen=request.POST.get("seen", ""))
            said = _("Ni har skrivit under.")
            if not standing(found).unsigned:
                seal_contract(found, by=by)
                said += " " + _("Alla parter har nu skrivit under, och avtalet är förseglat.")
        case ContractAct.SEAL:
            seal_contract(found, by=by)
            said = _("Avtalet är förseglat. Filen finns nedan.")
        case ContractAct.REPLACE:
            goes_to = signing.replace_contract(found, by=by)
            said = _(
                "Utkastet är påbörjat med samma text. Det gamla avtalet gäller tills alla har skrivit under det nya."
            )
        case _:
            raise Refusal(_("Välj vad som ska göras."), status=400)
    messages.success(request, said)
    return redirect("contract", goes_to.pk)


def _with_reason(request, found, act):
    form = (EndForm if act == ContractAct.END else ReasonForm)(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        with refused_in(form):
            if act == ContractAct.END:
                signing.end_contract(found, data["day"], data["reason"], by=request.actor)
                messages.success(request, _("Avtalet upphör den dag ni valde. Parterna har fått veta det."))
            else:
                signing.send_back(found, data["reason"], by=request.actor)
                messages.success(request, _("Avtalet är ett utkast igen. Parterna har fått veta varför."))
    if form.errors:
        return _shown(request, found, **{"ending" if act == ContractAct.END else "returning": form})
    return redirect("contract", found.pk)


def _shown(request, found, *, refused=None, ending=None, returning=None):
    form = ending or returning
    status = refused.status if refused else status_of(form) if form else 200
    return render(request, PAGE, _context(request.actor, found, refused, ending, returning), status=status)


def _context(actor, found, refused, ending, returning):
    here = standing(found)
    names = at(today()).names([*(party.body_id for party in here.parties), found.body_id])
    shares = shares_of([here])[found.pk]
    may = _may(actor, here)
    parts = contract_rows(Contract.objects.visible_to(actor).filter(parent=found, replaced_at=None), actor)
    return {
        "contract": found,
        "heading": heading(here, names),
        "name": names.get(found.body_id, ""),
        "version": here.version,
        "text": here.version.text,
        "state": STATES[here.state],
        "look": LOOKS.get(here.state, "later"),
        "amount": said_money(here.version.total_ore),
        "may": may,
        "refused": refused,
        "parties": [_party(party, here, names, people_of(here)) for party in here.parties],
        "shares": _share_lines(shares),
        "share_says": share_sentence(shares),
        "least": percent(shares.agreed.least) if shares else "",
        "by": shares.by if shares else None,
        "parts": [line(row) for row in parts],
        "files": _files(here),
        "account": found.accounts.last(),
        "ending": (ending or EndForm()) if may.get("end") else None,
        "returning": (returning or ReasonForm()) if may.get("send_back") else None,
        "replaced_by": Contract.objects.visible_to(actor).filter(replaces=found).first(),
        "versions": here.version.number,
        "history": _history(found),
    }


def _may(actor, here) -> dict[str, bool]:
    """What this person may do now; SIGN only for a party that has not signed."""
    party, writes = party_to(actor, here.contract), edits_contract(actor, here.contract)
    shares = shares_out(actor, here.contract)
    who = {
        ContractAct.EDIT: writes,
        ContractAct.PROPOSE: writes,
        ContractAct.SIGN: party is not None and party.pk not in here.signatures,
        ContractAct.SEND_BACK: writes or party is not None,
        ContractAct.UPLOAD_COPY: writes or party is not None,
        ContractAct.SEAL: True,
        ContractAct.SUBCONTRACT: shares and here.contract.parent_id is None,
        ContractAct.ACCOUNT: shares,
        ContractAct.REPLACE: writes and not Contract.objects.filter(replaces=here.contract).exists(),
        ContractAct.END: writes or party is not None,
    }
    return {str(act): allowed and why_not_contract(here.state, act) is None for act, allowed in who.items()}


def _party(party, here, names, people):
    one = here.signatures.get(party.pk)
    said = {"id": party.body_id, "name": names.get(party.body_id, ""), "signed": one is not None, "says": ""}
    if one is None:
        return said | {"says": _("har inte skrivit under än")}
    day = {"day": day_of_month(one.signed_on, get_language())}
    if one.copy_id:
        return said | {"says": _("skrev under för hand %(day)s") % day}
    role = one.mandate.title or str(ROLES[one.mandate.role])
    who = ", ".join(filter(None, [people.get(one.person_id, ""), role]))
    return said | {"says": _("skrev under %(day)s genom %(who)s") % {**day, "who": who}}


def _share_lines(shares):
    if shares is None:
        return []
    asked = (
        (_("Planerat"), _("vad parterna säger i avtalet"), shares.planned),
        (_("Avtalat"), _("undertecknade avtal med kommuner"), shares.agreed),
        (_("Redovisat"), _("vad som har använts"), shares.accounted),
    )
    return [
        {
            "label": label,
            "what": what,
            "share": percent(one.share),
            "need": one.holds is False,
            "amount": said_money(one.municipal_ore) if one.share is not None else "",
            "whole": said_money(one.whole_ore) if one.share is not None else "",
            "lacks": said_money(one.lacks_ore) if one.lacks_ore and one.share is not None else "",
            "parts": [{"value": one.municipal_ore // 100, "label": _("kronor till kommuner"), "look": "s3"}],
            "total": one.whole_ore // 100,
        }
        for label, what, one in asked
    ]


def _files(here):
    """Sealed files and papers, of any version, the latest first."""
    kept = Attachment.objects.of(signing.OWNER, here.contract.pk)
    kinds = {"sealed": _("förseglad pdf"), "signed": _("undertecknad för hand")}
    return [{"file": one, "kind": kinds.get(one.kind, "")} for one in reversed(kept)]


def _history(found):
    lines = journal.of(found)
    ids = {one.person_id for one in lines} - {None}
    people = dict(Person.objects.filter(public_id__in=ids, erased_at=None).values_list("public_id", "name"))
    return [
        {
            "who": people.get(one.person_id, ""),
            "what": capital(one.words),
            "when": moment(one.at, today(), get_language()),
        }
        for one in lines
    ]
