"""One receiver's part of the money: granted what, by which key, until when, who attests, and the claim."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.domain.phrases import day_of_month, moment
from vaxel.funding.domain.requisition import RequisitionState as S
from vaxel.funding.pages.requisition.found import body_of, decided_agreement
from vaxel.funding.pages.requisition_body.sentence import heading
from vaxel.funding.permissions import READS_REQUISITION, receives_for
from vaxel.funding.queries.claims import part_of_body
from vaxel.funding.queries.signing import first_signer
from vaxel.funding.templatetags.kronor import kronor
from vaxel.funding.words import ALLOCATIONS, RECEIVER_ONE, REQUISITIONS
from vaxel.network.models import FunctionMailbox
from vaxel.rounds.domain.kinds import RoundState

PAGE = "funding/pages/requisition_body/page.html"


@access(READS_REQUISITION)
def requisition_body(request, agreement, body):
    found, whose = decided_agreement(agreement), body_of(body)
    mine = part_of_body(found, whose)
    if not mine.parts:
        raise Http404
    return render(request, PAGE, _context(request, found, whose, mine))


def _context(request, agreement, body, mine):
    own = body.pk in request.actor.body_ids
    open_now = mine.delivery is not None and mine.call.round.state == RoundState.OPEN
    payer = agreement.payer_id or agreement.owner_id
    return {
        "agreement": agreement,
        "body": body,
        "mine": mine,
        "own": own,
        "heading": heading(body, mine, first_signer(body.pk)),
        "parts": parts_shown(mine),
        "sum": kronor(mine.claimed_ore),
        "answers": open_now and own and S.WAITING in mine.states and receives_for(request.actor, body.pk),
        "has_lapsed": S.LAPSED in mine.states,
        "payer": body_of(payer),
        "payer_mail": FunctionMailbox.objects.at(today()).filter(body=payer).values_list("address", flat=True).first(),
        "sent": _told(mine.sent),
        "attested": _told(mine.attested),
    }


def parts_shown(mine):
    several = len(mine.parts) > 1
    return [
        {
            "title": RECEIVER_ONE[part.kind] if several else "",
            "lines": [_line(line) for line in part.lines],
            "decided": kronor(part.decided_ore),
            "claimed": kronor(part.claimed.payout_ore) if part.claimed else "",
            "difference": _difference(part.claimed),
        }
        for part in mine.parts
    ]


def _line(line):
    return {
        "title": line.stream.title,
        "key": key_said(line.stream),
        "amount": kronor(line.share_ore),
        "state": REQUISITIONS[line.state],
        "need": line.state == S.WAITING,
        "reason": line.reason,
    }


def key_said(stream):
    """ "efter folkmängd 1 november 2019"."""
    said = str(ALLOCATIONS[stream.allocation])
    return f"{said} {day_of_month(stream.reference_date, _language())}" if stream.reference_date else said


def _difference(claimed):
    """ "avrundat uppåt med 0,46 kr", in whole sentence where something is rounded."""
    if not claimed or not claimed.difference_ore:
        return ""
    words = _("De exakta andelarna är %(sum)s, avrundat en gång: %(difference)s.")
    sign = "+" if claimed.difference_ore > 0 else "−"
    return words % {
        "sum": kronor(claimed.share_ore),
        "difference": f"{sign}{kronor(abs(claimed.difference_ore))}",
    }


def _told(told):
    if told is None:
        return None
    who = ", ".join(filter(None, [told.who, told.title])) or _("Växel")
    return {"who": who, "when": moment(told.at, today(), _language()), "number": told.number}


def _language():
    return get_language() or "sv"
