"""Next year, as a projection and marked as one: the pot some percent larger or smaller, people by the trend."""

from fractions import Fraction

from django import forms
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.domain.phrases import day_of_month
from vaxel.funding.domain.terms import TermsError
from vaxel.funding.pages.found import agreement_of
from vaxel.funding.permissions import READS_MONEY
from vaxel.funding.queries.projecting import projection_of
from vaxel.funding.queries.scenarios import base_of
from vaxel.funding.templatetags.kronor import mkr
from vaxel.funding.words import RECEIVERS
from vaxel.network.domain.names import swedish_key
from vaxel.rounds.commands.drafting import in_words
from vaxel.rounds.domain.shown import number
from vaxel.rounds.words import capital


class Percent(forms.Form):
    potten = forms.DecimalField(
        label=gettext_lazy("Potten ändras med, procent"),
        required=False,
        localize=True,
        min_value=-100,
        max_value=1000,
        max_digits=7,
        decimal_places=3,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 6}),
        error_messages={"invalid": gettext_lazy("Skriv ett tal, till exempel 3 eller -2,5.")},
    )
    till = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def percent(self):
        return Fraction(self.cleaned_data.get("potten") or 0) if self.is_valid() else Fraction(0)


@access(READS_MONEY)
def projection_page(request, agreement):
    found = agreement_of(agreement)
    form = Percent(request.GET or None)
    percent = form.percent
    context = {"agreement": found, "form": form}
    try:
        sharing = base_of(found)
    except TermsError as no:
        context |= {"heading": _("Fördelningen går inte att räkna ut än."), "why": in_words(no.sentence)}
        return render(request, "funding/pages/projection/page.html", context)
    projection = projection_of(found, sharing, percent)
    context |= _few(sharing) if projection is None else _told(request, found, sharing, projection, percent)
    return render(request, "funding/pages/projection/page.html", context)


def _few(sharing):
    return {
        "heading": _("Det finns för få års folkmängd för att se en trend."),
        "why": _("En framskrivning behöver minst fyra årsskiften i rad."),
    }


def _told(request, agreement, sharing, projection, percent):
    kind = request.GET.get("till") if request.GET.get("till") in sharing.kinds else sharing.kinds[0]
    lines = [one for one in projection.lines if one.kind == kind]
    return {
        "heading": heading(agreement, sharing, projection, percent),
        "projection": projection,
        "target": day_of_month(projection.target, get_language()),
        "first": projection.years[0],
        "last": projection.years[-1],
        "kind": kind,
        "tabs": [(one, capital(str(RECEIVERS[one])), one == kind) for one in sharing.kinds],
        "lines": sorted(lines, key=lambda one: swedish_key(one.name)),
        "by_people": any(one.projected for one in lines),
    }


def heading(agreement, sharing, projection, percent):
    said = {
        "year": agreement.year + 1,
        "pot": mkr(projection.pot_ore),
        "percent": number(
            abs(percent), 3, (get_language() or "sv")[:2] if (get_language() or "sv")[:2] in {"sv", "en"} else "sv"
        ),
    }
    if percent > 0:
        return _("Framskrivning till %(year)s: %(pot)s, %(percent)s procent mer.") % said
    if percent < 0:
        return _("Framskrivning till %(year)s: %(pot)s, %(percent)s procent mindre.") % said
    return _("Framskrivning till %(year)s: %(pot)s, samma pott som nu.") % said
