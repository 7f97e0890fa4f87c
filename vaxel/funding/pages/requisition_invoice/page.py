"""The claim as an electronic invoice: what it was checked against is said before it is fetched."""

import datetime as dt

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.files import send_bytes
from vaxel.funding.documents.claim import Claim, ClaimError, Line, Party
from vaxel.funding.documents.invoice import MEDIA_TYPE, ubl_invoice
from vaxel.funding.documents.invoice_check import check
from vaxel.funding.pages.requisition.found import body_of, decided_agreement
from vaxel.funding.permissions import READS_REQUISITION
from vaxel.funding.queries.claims import part_of_body
from vaxel.network.wording import listed
from vaxel.rounds.forms.saying import say
from vaxel.ui.refusal import Refusal

PAGE = "funding/pages/requisition_invoice/page.html"
DAYS_TO_PAY = 30


@access(READS_REQUISITION)
def invoice_page(request, agreement, body):
    found, whose, mine = _found(agreement, body)
    context = {"agreement": found, "body": whose, "mine": mine}
    if not mine.org_number:
        return render(
            request, PAGE, context | {"refused": _("Mottagarens organisationsnummer är inte ifyllt i svaret.")}
        )
    try:
        told = check(ubl_invoice(claim_of(found, whose, mine)))
    except ClaimError as no:
        return render(request, PAGE, context | {"refused": say(no.sentence)})
    return render(request, PAGE, context | {"checked": told, "heading": _heading(told)})


@access(READS_REQUISITION)
def invoice_file(request, agreement, body):
    found, whose, mine = _found(agreement, body)
    try:
        content = ubl_invoice(claim_of(found, whose, mine))
    except ClaimError as no:
        raise Refusal(say(no.sentence)) from no
    return send_bytes(f"rekvisition {mine.sent.number}.xml", MEDIA_TYPE, content)


def _found(agreement, body):
    found, whose = decided_agreement(agreement), body_of(body)
    mine = part_of_body(found, whose)
    if not mine.is_claim or mine.sent is None:
        raise Http404
    return found, whose, mine


def claim_of(agreement, body, mine) -> Claim:
    """One line for each payout: it is rounded once, and lines that were rounded by themselves would not add up to it."""
    issued = swedish_day(mine.sent.at)
    payer = body_of(agreement.payer_id or mine.call.round.owner_id)
    return Claim(
        seller=Party(body.name, mine.org_number),
        buyer=Party(payer.name, mine.call.payer_org_number),
        reference_code=agreement.reference,
        number=mine.sent.number,
        issue_date=issued,
        due_date=issued + dt.timedelta(days=DAYS_TO_PAY),
        lines=tuple(_line(agreement, part) for part in mine.parts if part.claimed and part.claimed.payout_ore),
        bankgiro=mine.giro,
        note=mine.reference,
    )


def _line(agreement, part):
    return Line(f"{agreement.name}: {', '.join(line.stream.title for line in part.accepted)}", part.claimed.payout_ore)


def _heading(told):
    words = {
        "against": listed([str(_(one)) for one in told.against]),
        "not_against": listed([str(_(one)) for one in told.not_against]),
    }
    if any(finding.fatal for finding in told.findings):
        return _("E-fakturan har fel och bör inte skickas. Den är kontrollerad mot %(against)s.") % words
    if not told.against:
        return _("E-fakturan är inte kontrollerad: inga regler är installerade här.")
    return _("E-fakturan är kontrollerad mot %(against)s utan fel, men inte mot %(not_against)s.") % words
