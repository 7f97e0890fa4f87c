"""What is to be repaid by one body: the sum and what it has become, the last day with its grace, and why."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.domain.phrases import day_of_month
from vaxel.calendar.fields import SwedishDateField
from vaxel.funding.commands.money import settle
from vaxel.funding.domain.repayment import Due
from vaxel.funding.fields import KronorField
from vaxel.funding.ledger_words import DUE_LOOKS, DUES, OUT
from vaxel.funding.models import LedgerEntry, RepaymentClaim
from vaxel.funding.models.ledger import form_key
from vaxel.funding.pages.found_money import body_of
from vaxel.funding.permissions import SEES_CLAIM, assesses, receives_for
from vaxel.funding.queries.repayments import rule_of
from vaxel.funding.templatetags.kronor import kronor
from vaxel.network.pages.saying_no import refused_in, status_of

ACTS = {
    "repaid": gettext_lazy("Betalt tillbaka"),
    "justify": gettext_lazy("Godtaget: medlen var rätt använda"),
    "write_off": gettext_lazy("Avskrivet: kravet ges upp"),
}


class SettleForm(forms.Form):
    use_required_attribute = False
    act = forms.ChoiceField(label=gettext_lazy("Vad har hänt?"), widget=forms.RadioSelect(attrs={"class": "outlined"}))
    ore = KronorField(label=gettext_lazy("Hur mycket?"))
    day = SwedishDateField(label=gettext_lazy("Vilken dag?"), latest=today)
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args, acts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["act"].choices = [(act, ACTS[act]) for act in acts]


@access(SEES_CLAIM)
def repayment_page(request, claim):
    found = get_object_or_404(
        RepaymentClaim.objects.select_related("entry__stream__agreement", "entry__reversed_by"), pk=claim
    )
    acts = _acts(request.actor, found)
    rule = rule_of(found)
    form = _form(request, acts, rule) if acts and rule.outstanding > 0 else None
    if request.method == "POST" and form is not None and form.is_valid():
        with refused_in(form):
            data = form.cleaned_data
            settle(found, data["act"], data["ore"], by=request.actor, day=data["day"], key=data["key"])
            messages.success(request, _("Registrerat."))
            return redirect("repayment", found.pk)
    return render(
        request,
        "funding/pages/repayment/page.html",
        _context(found, rule, form),
        status=status_of(form) if form is not None else 200,
    )


def _acts(actor, claim):
    if assesses(actor, claim.entry.stream.agreement):
        return ("repaid", "justify", "write_off")
    return ("repaid",) if receives_for(actor, claim.entry.source_id) else ()


def _form(request, acts, rule):
    if request.method == "POST":
        return SettleForm(request.POST, acts=acts)
    start = {"act": acts[0], "ore": rule.outstanding, "day": today(), "key": form_key()}
    return SettleForm(initial=start, acts=acts)


def _context(claim, rule, form):
    body = body_of(claim.entry.source_id)
    rows = LedgerEntry.objects.filter(refers_to=claim.entry).order_by("-day", "-pk")
    return {
        "claim": claim,
        "rule": rule,
        "body": body,
        "form": form,
        "heading": _heading(body.name, claim, rule),
        "lead": _lead(claim, rule),
        "state": DUES[rule.due(today())],
        "look": DUE_LOOKS[rule.due(today())],
        "lines": [{"day": row.day, "words": OUT[row.kind], "ore": row.ore, "undone": row.reverses_id} for row in rows],
    }


def _heading(name, claim, rule):
    """ "Falu kommun ska betala tillbaka 96 000 kr senast 31 mars 2027." """
    said = {
        "name": name,
        "sum": kronor(rule.outstanding),
        "day": day_of_month(claim.deadline, get_language() or "sv"),
    }
    due = rule.due(today())
    if due == Due.SETTLED:
        return _("%(name)s har inget kvar att betala tillbaka av det här kravet.") % said
    if due == Due.LATE:
        return _("%(name)s skulle ha betalat tillbaka %(sum)s senast %(day)s.") % said
    return _("%(name)s ska betala tillbaka %(sum)s senast %(day)s.") % said


def _lead(claim, rule):
    if not claim.grace_days or rule.due(today()) == Due.SETTLED:
        return ""
    return ngettext("Därefter gäller ett anstånd på %(n)s dag.", "Därefter gäller ett anstånd på %(n)s dagar.", claim.grace_days) % {"n": claim.grace_days}  # fmt: skip
