"""A body's ledger as a table: every entry, the oldest first, with what was left after it. To the body and its county."""

from django.http import Http404
from django.utils.translation import gettext as _

from vaxel import files
from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.funding.documents.allocation_table import kronor
from vaxel.funding.ledger_words import entry_words
from vaxel.funding.pages.found_money import body_of
from vaxel.funding.permissions import SEES_LEDGER
from vaxel.funding.queries.own_money import history, own_money

FORMS = ("csv", "xlsx")


@access(SEES_LEDGER)
def ledger_file(request, body, form):
    found = body_of(body)
    if form not in FORMS:
        raise Http404
    seen = {one.stream.pk for one in own_money(found.pk, today())}
    lines, _all = history(found.pk, seen, today())
    head = [
        _("dag"),
        _("överenskommelse"),
        _("inriktning"),
        _("år"),
        _("vad"),
        _("motpart"),
        _("belopp"),
        _("kvar efter"),
    ]
    return files.spreadsheet_response(form, f"{_('Huvudbok')} {found.name}", head, list(_rows(lines[::-1])))


def _rows(lines):
    """`belopp` moves the money; what is said of it without moving it is in the words alone."""
    left: dict[tuple, int] = {}
    for line in lines:
        pocket = (line.stream.pk, line.year)
        left[pocket] = left.get(pocket, 0) + line.ore
        words = _("Rättelse: %(words)s") % {"words": entry_words(line)} if line.undoes else entry_words(line)
        yield [
            line.day,
            line.stream.agreement.name,
            line.stream.title,
            line.year,
            words,
            line.other,
            kronor(line.ore) if line.ore else None,
            kronor(left[pocket]),
        ]
