"""One body's account: what it had and what it says came of it, and how the assessor sees it against the conditions."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.funding.commands.spending import judge, judged_by_hand
from vaxel.funding.domain.spending import ReportState, Verdict
from vaxel.funding.models import SpendingReport
from vaxel.funding.pages.account.page import decided
from vaxel.funding.permissions import READS_ACCOUNT, assesses
from vaxel.funding.queries.spending import conditions_of, had_by, standing_account, states_of
from vaxel.funding.templatetags.kronor import kronor
from vaxel.funding.words import OUTCOMES, REPORTS
from vaxel.network.queries.asof import at
from vaxel.rounds.permissions import may_open_answer
from vaxel.ui.refusal import Refusal

PAGE = "funding/pages/account_body/page.html"


class JudgeForm(forms.Form):
    """A choice and a reason for each condition that a person judges; what is left blank is left as it was."""

    def __init__(self, *args, conditions, **kwargs):
        super().__init__(*args, **kwargs)
        self.conditions = list(conditions)
        for one in self.conditions:
            self.fields[f"verdict-{one.pk}"] = forms.ChoiceField(
                label=one.text,
                choices=[(Verdict.MET, _("Uppfyllt")), (Verdict.NOT_MET, _("Inte uppfyllt"))],
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields[f"reason-{one.pk}"] = forms.CharField(
                label=gettext_lazy("Skäl"),
                help_text=gettext_lazy("Behövs om villkoret inte är uppfyllt. Mottagaren ser det först, ensam."),
                widget=forms.Textarea(attrs={"rows": 2}),
                max_length=2000,
                required=False,
            )

    def said(self):
        data = self.cleaned_data
        return {
            one.pk: (Verdict(data[f"verdict-{one.pk}"]), data[f"reason-{one.pk}"])
            for one in self.conditions
            if data[f"verdict-{one.pk}"]
        }


@access(READS_ACCOUNT)
def account_body(request, agreement, body):
    found = decided(agreement)
    spending = standing_account(found)
    states = states_of(spending)
    if body not in states:
        raise Http404
    judges = assesses(request.actor, found) and states[body] == ReportState.REPORTED
    form = _form(request, found, spending, body) if judges else None
    if request.method == "POST":
        if form is None:
            raise Refusal(_("Det finns ingen redovisning att bedöma än."), status=409)
        if form.is_valid() and _judged(request, spending, body, form):
            return redirect("money_account_body", agreement, body)
    context = _context(request, found, spending, body, states, form)
    return render(request, PAGE, context, status=422 if form and form.errors else 200)


def _form(request, agreement, spending, body):
    """Filled with what has been said before."""
    initial = {}
    for one in spending.judgements.filter(body=body).select_related("reason").order_by("pk"):
        initial[f"verdict-{one.condition_id}"] = one.verdict
        initial[f"reason-{one.condition_id}"] = one.reason.text if hasattr(one, "reason") else ""
    return JudgeForm(request.POST or None, conditions=judged_by_hand(agreement), initial=initial)


def _judged(request, spending, body, form):
    try:
        made = judge(spending, body, form.said(), by=request.actor, received_at=request.received_at)
    except Refusal as no:
        if no.field not in form.fields:
            raise
        form.add_error(no.field, no.message)
        return False
    said = _("Bedömningen är sparad. Mottagaren ser den nu, andra om två veckor.") if made else _("Inget är ändrat.")
    messages.success(request, said)
    return True


def _context(request, agreement, spending, body, states, form):
    name = at(today()).names([body]).get(body, "")
    delivery = spending.round.deliveries.get(body=body)
    own = body in request.actor.body_ids
    rows = list(SpendingReport.objects.filter(spending=spending, body=body).select_related("stream").order_by("pk"))
    alone = {body} if own else frozenset()
    found = conditions_of(agreement, {body: states[body]}, alone=alone, everything=assesses(request.actor, agreement))
    return {
        "agreement": agreement,
        "name": name,
        "own": own,
        "heading": _heading(name, states[body], rows, own=own),
        "state": REPORTS[states[body]],
        "lines": [_line(row) for row in rows] or _granted(agreement, body),
        "reported": bool(rows),
        "conditions": _conditions(found, body),
        "form": form,
        "answer_url": reverse("delivery", args=[spending.round_id, body])
        if may_open_answer(request.actor, delivery)
        else "",
    }


def _heading(name, state, rows, *, own):
    if state != ReportState.REPORTED:
        words = {"name": name, "state": REPORTS[state]}
        return (_("Ni: %(state)s.") if own else _("%(name)s: %(state)s.")) % words
    used, had = sum(row.used_ore for row in rows), sum(row.had_ore for row in rows)
    words = {"name": name, "used": kronor(used), "had": kronor(had)}
    return (_("Ni har använt %(used)s av %(had)s.") if own else _("%(name)s har använt %(used)s av %(had)s.")) % words


def _line(row):
    return {
        "title": row.stream.title,
        "had": kronor(row.had_ore),
        "used": kronor(row.used_ore),
        "carried": kronor(row.carried_ore),
        "repay": kronor(row.repay_ore),
    }


def _granted(agreement, body):
    """Before it has accounted: what it has to account for."""
    had, streams = had_by(agreement, [body]), {one.pk: one.title for one in agreement.streams.all()}
    return [{"title": streams[stream], "had": kronor(ore)} for (_body, stream), ore in had.items() if ore]


def _conditions(found, body):
    row = next((one for one in found.rows if one.body == body), None)
    if row is None:
        return []
    return [
        {"text": one.text, "said": OUTCOMES[said], "reason": found.reasons.get((body, one.pk), "")}
        for one, said in zip(found.conditions, row.outcomes, strict=True)
    ]
