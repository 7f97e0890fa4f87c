"""The last day of each link of the chain. A day off is said, and the next working day offered."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.domain.days import next_working_day, why_not_working
from vaxel.calendar.fields import SwedishDateField
from vaxel.funding.commands.agreements import set_deadlines
from vaxel.funding.domain.chain import AFTER, Link
from vaxel.funding.domain.life import AgreementAct
from vaxel.funding.explained import LINKS_EXPLAINED
from vaxel.funding.pages.found import agreement_of
from vaxel.funding.permissions import EDITS_MONEY
from vaxel.funding.policies import why_not
from vaxel.funding.words import LINKS
from vaxel.network.pages.saying_no import refused_in, status_of

PICK = "pick"


class Days(forms.Form):
    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for link in Link:
            self.fields[str(link)] = SwedishDateField(
                label=LINKS[link], required=False, help_text=LINKS_EXPLAINED[link]
            )

    def days(self):
        return {link: day for link in Link if (day := self.cleaned_data.get(str(link)))}


@access(EDITS_MONEY)
def deadlines_page(request, agreement):
    found = agreement_of(agreement)
    if request.method != "POST" and (why := why_not(found.state, AgreementAct.EDIT)):
        messages.info(request, why)
        return redirect("money_agreement", found.pk)
    form = Days(_posted(request)) if request.method == "POST" else Days(initial=_stored(found))
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            set_deadlines(found, form.days(), by=request.actor)
            off = [day for day in form.days().values() if why_not_working(day, "sv")]
            messages.success(request, _said(off))
            return redirect("money_deadlines" if off else "money_agreement", found.pk)
    context = {"agreement": found, "form": form, "links": [_shown(form, link) for link in Link]}
    return render(request, "funding/pages/deadlines/page.html", context, status=status_of(form))


def _posted(request):
    """With the next working day put in where someone chose it ("pick=interim:2017-10-31")."""
    data = request.POST.copy()
    link, _colon, day = data.get(PICK, "").partition(":")
    if link in set(Link):
        data[link] = day
    return data


def _stored(agreement):
    return dict(agreement.deadlines.values_list("link", "day"))


def _said(off):
    if off:
        return _("Dagarna är sparade. Minst en av dem är ingen arbetsdag, se nedan.")
    return _("Dagarna är sparade.")


def _shown(form, link):
    field = form[str(link)]
    day = (
        form.cleaned_data.get(str(link)) if form.is_bound and hasattr(form, "cleaned_data") else form.initial.get(link)
    )
    off = day and why_not_working(day, "sv")
    return {
        "field": field,
        "day": day,
        "off": off,
        "next": next_working_day(day) if off else None,
        "pick": f"{link}:{next_working_day(day).isoformat()}" if off else "",
        "after": [LINKS[one] for one in AFTER[link]],
    }
