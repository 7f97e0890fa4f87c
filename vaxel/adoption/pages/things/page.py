"""Everything that is spread, with one sentence of how far each has come. Open to anyone."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import PUBLIC, access
from vaxel.accounts.once_for_all import once_for_all
from vaxel.adoption.domain.life import ThingState
from vaxel.adoption.models import Thing
from vaxel.adoption.pages.things.form import ThingFilter
from vaxel.adoption.pages.wording import share_of
from vaxel.adoption.permissions import creates_thing
from vaxel.adoption.queries.stages import spread
from vaxel.adoption.queries.vectors import laid
from vaxel.adoption.words import THING_STATES
from vaxel.network.wording import listed
from vaxel.ui.paging import page_of
from vaxel.ui.templatetags.numbers import in_words_capital

SIZE = 50


@access(PUBLIC)
@once_for_all
def things_page(request):
    form = ThingFilter(request.GET or None)
    found = Thing.objects.select_related("owner").order_by("name", "pk")
    if form.words:
        found = found.filter(name__icontains=form.words)
    page = page_of(request, found, size=SIZE)
    context = {
        "form": form,
        "page": page,
        "heading": _heading(form.words),
        "lines": [_line(one) for one in laid(page.object_list)],
        "may_create": creates_thing(request.actor),
        "own_body": request.actor.body_id,
    }
    return render(request, "adoption/pages/things/page.html", context)


def _heading(words):
    total = Thing.objects.count()
    if not total:
        return _("Inget följs än.")
    if words:
        return _("Det som sprids, och hur långt det har kommit")
    leaving = Thing.objects.filter(state=ThingState.BEING_RETIRED).count()
    said = ngettext("%(n)s program eller metod följs.", "%(n)s program och metoder följs.", total) % {
        "n": in_words_capital(total, "ett")
    }
    if not leaving:
        return said
    going = ngettext("%(n)s fasas ut.", "%(n)s fasas ut.", leaving) % {"n": in_words_capital(leaving)}
    return f"{said} {going}"


def _line(laid_one):
    found = spread(laid_one)
    return {
        "thing": laid_one.thing,
        "state": THING_STATES[laid_one.thing.state] if laid_one.thing.state != ThingState.IN_USE else "",
        "where": listed([share_of(kind, tally, exact=False) for kind, tally in found.kinds]),
        "parts": [
            {"value": found.whole.full, "look": "s4", "label": _("använder fullt ut")},
            {"value": found.whole.in_use - found.whole.full, "look": "s2", "label": _("har börjat använda")},
        ],
        "total": found.whole.total,
    }
