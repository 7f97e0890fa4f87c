"""How much is left of the state's money: level by level, each krona once, and county by county. Open to anyone."""

from django import forms
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.accounts.access import PUBLIC, access
from vaxel.calendar.clock import today
from vaxel.funding.models import Agreement, LedgerEntry
from vaxel.funding.pages.money_left.maps import counties, states
from vaxel.funding.permissions import follows_money
from vaxel.funding.queries.levels import (
    COUNTY,
    HEALTHCARE,
    NATIONAL,
    OTHER,
    PRINCIPAL,
    by_county,
    by_level,
    by_level_in_public,
)
from vaxel.funding.templatetags.kronor import mkr
from vaxel.network.pages.day import DayField

WORDS = {
    NATIONAL: gettext_lazy("Nationellt kansli och myndigheter"),
    HEALTHCARE: gettext_lazy("Sjukvårdsregioner"),
    COUNTY: gettext_lazy("Länen"),
    PRINCIPAL: gettext_lazy("Regioner och kommuner"),
    OTHER: gettext_lazy("Andra"),
}


class LeftForm(forms.Form):
    avtal = forms.ChoiceField(label=gettext_lazy("Överenskommelse"), required=False)
    dag = DayField(initial=today, label=gettext_lazy("Den här dagen"))

    def __init__(self, *args, agreements, **kwargs):
        super().__init__(*args, **kwargs)
        found = [(str(one.pk), f"{one.name}") for one in agreements]
        self.fields["avtal"].choices = [("", _("alla")), *found]


@access(PUBLIC)
def money_left_page(request):
    booked = LedgerEntry.objects.values("stream__agreement")
    agreements = list(Agreement.objects.visible_to(request.actor).filter(pk__in=booked))
    form = LeftForm(request.GET or None, agreements=agreements)
    asked = form.is_valid() and form.cleaned_data
    day = (asked and asked["dag"]) or today()
    wanted = {int(asked["avtal"])} if asked and asked["avtal"] else {one.pk for one in agreements}
    chosen = [one for one in agreements if one.pk in wanted]
    context = _context(request.actor, chosen, day) | {"form": form, "agreements": agreements}
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "funding/pages/money_left/page.html", context, status=status)


def _context(actor, agreements, day):
    everything = bool(agreements) and all(follows_money(actor, one) for one in agreements)
    lines = (by_level if everything else by_level_in_public)([one.pk for one in agreements], day)
    tiles = counties(by_county([one.pk for one in agreements]), actor, everything=everything) if lines else []
    return {
        "heading": _heading(lines),
        "day": day,
        "is_today": day >= today(),
        "everything": everything,
        "lines": [{"it": one, "words": WORDS[one.level]} for one in lines],
        "tiles": tiles,
        "states": states(tiles),
        "chosen": agreements,
        "follows": [one for one in agreements if follows_money(actor, one)],
        "body_id": actor.body_id,
    }


def _heading(lines):
    """ "742 Mkr av 1 734 Mkr är kvar." What has come into the chain is what came to its first level."""
    if not lines:
        return _("Inga medel är fördelade än.")
    left = sum(one.total.left for one in lines)
    gone = sum(one.total.used + one.total.returned for one in lines)
    return _("%(left)s av %(all)s är kvar.") % {"left": mkr(left), "all": mkr(left + gone)}
