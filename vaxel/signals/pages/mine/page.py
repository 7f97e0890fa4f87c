"""What one's own bodies have signalled and what became of it, the latest first."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import SIGNED_IN, access
from vaxel.signals.pages.saying import promise, sentence
from vaxel.signals.permissions import speaks, writes
from vaxel.signals.queries.listed import listed
from vaxel.signals.queries.listed import mine as written_by
from vaxel.signals.queries.waiting import waiting
from vaxel.signals.words import kind_name
from vaxel.ui.paging import page_of
from vaxel.ui.templatetags.numbers import in_words_capital


@access(SIGNED_IN)
def mine(request):
    rows = written_by(request.actor)
    page = page_of(request, rows, size=30)
    context = {
        "page": page,
        "lines": [_shown(line) for line in listed(page.object_list, request.actor)],
        "heading": _heading(page.paginator.count, rows.waiting().count(), rows.owed().count()),
        "may_write": writes(request.actor),
        "has_desk": speaks(request.actor),
        "waiting": waiting(request.actor),
    }
    return render(request, "signals/pages/mine/page.html", context)


def _shown(line):
    return {"it": line, "kind": kind_name(line.signal.kind), "sentence": sentence(line), "promise": promise(line)}


def _heading(number, unanswered, owed):
    if not number:
        return _("Det ni ser kan fler behöva veta.")
    if not unanswered:
        return ngettext("Er signal är besvarad.", "Alla era %(n)s signaler är besvarade.", number) % {"n": number}
    first = ngettext("%(n)s signal från er väntar på svar.", "%(n)s signaler från er väntar på svar.", unanswered)
    first = first % {"n": in_words_capital(unanswered)}
    if not owed:
        return first
    late = ngettext("%(n)s svar är sent.", "%(n)s svar är sena.", owed) % {"n": in_words_capital(owed, "ett")}
    return f"{first} {late}"
