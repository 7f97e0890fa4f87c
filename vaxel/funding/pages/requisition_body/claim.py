"""The claim as a file: pdf to pay by and to keep."""

from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.calendar.domain.phrases import clock, day_of_month
from vaxel.files import send_bytes
from vaxel.funding.documents.claim_pdf import Amounts, ClaimSheet, claim_pdf
from vaxel.funding.pages.requisition.found import body_of, decided_agreement
from vaxel.funding.pages.requisition_body.page import parts_shown
from vaxel.funding.permissions import READS_REQUISITION
from vaxel.funding.queries.claims import part_of_body
from vaxel.funding.templatetags.kronor import kronor
from vaxel.funding.words import RECEIVER_ONE
from vaxel.network.queries.asof import at


@access(READS_REQUISITION)
def claim(request, agreement, body):
    found, whose = decided_agreement(agreement), body_of(body)
    mine = part_of_body(found, whose)
    if not mine.is_claim:
        raise Http404
    sheet = sheet_of(found, whose, mine)
    return send_bytes(f"rekvisition {mine.sent.number}.pdf", "application/pdf", claim_pdf(sheet))


def sheet_of(agreement, body, mine) -> ClaimSheet:
    payer = agreement.payer_id or mine.call.round.owner_id
    names = at(today()).names([payer])
    return ClaimSheet(
        title=_("Rekvisition av medel"),
        sum=(_("Att betala ut"), kronor(mine.claimed_ore)),
        facts=tuple(_facts(agreement, body, mine, names.get(payer, ""))),
        tables=tuple(_tables(mine)),
        attest_title=_("Attest"),
        attest=tuple(_attest(mine)),
        foot=f"{mine.call.round.number or ''} {body.name}".strip(),
        language=_language().split("-")[0],
    )


def _facts(agreement, body, mine, payer):
    yield _("Från"), body.name
    yield _("Till"), payer
    yield _("Överenskommelse"), agreement.name
    if agreement.reference:
        yield _("Referenskod"), agreement.reference
    yield _("Bankgiro eller plusgiro"), mine.giro
    if mine.reference:
        yield _("Mottagarens referens"), mine.reference
    yield _("Kvittens"), mine.sent.number
    yield _("Betalarens nummer"), mine.call.round.number or "–"
    yield _("Mottagarens diarienummer"), mine.own_number or "–"


def _tables(mine):
    for part, shown in zip(mine.parts, parts_shown(mine), strict=True):
        if part.claimed:
            rows = tuple((line.stream.title, kronor(line.share_ore)) for line in part.accepted)
            yield Amounts(
                title=str(RECEIVER_ONE[part.kind]) if len(mine.parts) > 1 else _("Belopp"),
                head=(_("Inriktning"), _("Kronor")),
                rows=rows,
                total=(_("Att betala ut"), kronor(part.claimed.payout_ore)),
                notes=tuple(filter(None, [shown["difference"], _declined(part)])),
            )


def _declined(part):
    left = [line.stream.title for line in part.lines if line not in part.accepted]
    return _("Inte rekvirerat: %(streams)s.") % {"streams": ", ".join(left)} if left else ""


def _attest(mine):
    if mine.attested:
        yield _("Attesterat av"), _who(mine.attested)
        yield _("När"), _when(mine.attested)
    else:
        yield _("Skickat av"), _who(mine.sent)
        yield _("När"), _when(mine.sent)
        yield _("Attest"), _("En person räcker enligt den som betalar.")


def _who(told):
    return ", ".join(filter(None, [told.who, told.title])) or _("Växel")


def _when(told):
    return f"{day_of_month(swedish_day(told.at), _language())} {clock(told.at, _language())}"


def _language():
    return get_language() or "sv"
