"""What has come to a level: what needs somebody first, by the day its author was promised an answer."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.signals.pages.desk.form import Filter
from vaxel.signals.pages.saying import promise, sentence
from vaxel.signals.permissions import HAS_DESK
from vaxel.signals.queries.listed import at_desk, listed
from vaxel.signals.queries.waiting import waiting
from vaxel.signals.words import kind_name
from vaxel.ui.paging import page_of
from vaxel.ui.templatetags.numbers import in_words_capital


@access(HAS_DESK)
def desk(request):
    form = Filter(request.GET)
    page = page_of(request, at_desk(request.actor, view=form.view()), size=30)
    found = waiting(request.actor)
    context = {
        "form": form,
        "page": page,
        "lines": [_shown(line) for line in listed(page.object_list, request.actor)],
        "heading": _heading(found),
        "lead": _lead(found),
        "is_filtered": bool(form.view()),
        "body": request.actor.current.body_name,
    }
    return render(request, "signals/pages/desk/page.html", context)


def _heading(found):
    if not found.number:
        return _("Inga signaler väntar på svar.")
    words = ngettext("%(n)s signal väntar på svar.", "%(n)s signaler väntar på svar.", found.number)
    return words % {"n": in_words_capital(found.number)}


def _lead(found):
    said = []
    if found.owed:
        late = ngettext(
            "%(n)s har väntat längre än vi har lovat.", "%(n)s har väntat längre än vi har lovat.", found.owed
        )
        said.append(late % {"n": in_words_capital(found.owed)})
    if found.untaken:
        free = ngettext("%(n)s har ingen tagit än.", "%(n)s har ingen tagit än.", found.untaken)
        said.append(free % {"n": in_words_capital(found.untaken)})
    return " ".join(said)


def _shown(line):
    return {
        "it": line,
        "kind": kind_name(line.signal.kind),
        "sentence": sentence(line),
        "promise": promise(line),
        "age": max(0, (today() - swedish_day(line.signal.written_at)).days),
    }
