"""A body registers what it has used: of which stream, how much, when."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.fields import SwedishDateField
from vaxel.funding.commands.money import use
from vaxel.funding.fields import KronorField
from vaxel.funding.models.ledger import form_key
from vaxel.funding.pages.found_money import body_of
from vaxel.funding.permissions import OWN_MONEY
from vaxel.funding.queries.own_money import own_money
from vaxel.funding.templatetags.kronor import kronor
from vaxel.network.pages.saying_no import refused_in, status_of


class UseForm(forms.Form):
    use_required_attribute = False
    pocket = forms.ChoiceField(
        label=gettext_lazy("Av vilka medel?"),
        widget=forms.RadioSelect(attrs={"class": "outlined"}),
        error_messages={"required": gettext_lazy("Välj vilka medel det gäller.")},
    )
    ore = KronorField(label=gettext_lazy("Hur mycket har ni använt?"))
    day = SwedishDateField(label=gettext_lazy("Vilken dag?"), latest=today)
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args, pockets, **kwargs):
        super().__init__(*args, **kwargs)
        self.pockets = {f"{one.stream.pk}-{one.year}": one for one in pockets}
        self.fields["pocket"].choices = [(key, _choice(one)) for key, one in self.pockets.items()]


def _choice(one):
    said = {"stream": one.stream.title, "agreement": one.stream.agreement.name, "left": kronor(one.standing.free)}
    return _("%(stream)s, %(agreement)s: %(left)s kvar") % said


@access(OWN_MONEY)
def use_page(request, body):
    found = body_of(body)
    pockets = [one for one in own_money(found.pk, today()) if one.standing.free > 0]
    form = _form(request, pockets)
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            _use(form, found, request.actor)
            messages.success(request, _("Registrerat. Det som är kvar är räknat om."))
            return redirect("own_money", found.pk)
    context = {"body": found, "form": form, "pockets": pockets}
    return render(request, "funding/pages/use_money/page.html", context, status=status_of(form))


def _form(request, pockets):
    if request.method == "POST":
        return UseForm(request.POST, pockets=pockets)
    start = {"day": today(), "key": form_key()}
    if len(pockets) == 1:
        start["pocket"] = f"{pockets[0].stream.pk}-{pockets[0].year}"
    return UseForm(initial=start, pockets=pockets)


def _use(form, body, actor):
    data = form.cleaned_data
    pocket = form.pockets[data["pocket"]]
    use(body, pocket.stream, pocket.year, data["ore"], data["day"], by=actor, key=data["key"])
