"""Good examples and promising practice, for anyone: a list to choose from, and one at a time."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import PUBLIC, access
from vaxel.accounts.once_for_all import once_for_all
from vaxel.signals.models import Signal
from vaxel.signals.pages.examples.form import Filter
from vaxel.signals.queries.examples import examples as published
from vaxel.signals.queries.examples import told
from vaxel.signals.queries.groups import group_name
from vaxel.signals.words import kind_name
from vaxel.ui.paging import page_of
from vaxel.ui.templatetags.numbers import in_words_capital


@access(PUBLIC)
@once_for_all
def examples(request):
    form = Filter(request.GET)
    page = page_of(request, published(**form.chosen()), size=20)
    context = {
        "form": form,
        "page": page,
        "lines": [_shown(one) for one in told(page.object_list)],
        "heading": _heading(published().count()),
        "is_filtered": any(form.chosen().values()),
    }
    return render(request, "signals/pages/examples/page.html", context)


@access(PUBLIC)
def example(request, example):
    found = get_object_or_404(Signal.objects.published(), pk=example)
    return render(request, "signals/pages/examples/example.html", {"line": _shown(told([found])[0])})


def _shown(one):
    return {"it": one, "kind": kind_name(one.signal.kind), "group": group_name(one.signal.group)}


def _heading(number):
    if not number:
        return _("Här samlas goda exempel från hela landet.")
    words = ngettext("%(n)s exempel att ta efter eller pröva.", "%(n)s exempel att ta efter eller pröva.", number)
    return words % {"n": in_words_capital(number, "ett")}
