"""More time, for all or for those named; a day off is warned about and the next working day offered."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.domain.days import add_working_days, next_working_day
from vaxel.calendar.domain.phrases import day_long
from vaxel.network.queries.asof import at
from vaxel.rounds.commands.rounds import prolong as prolong_round
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.pages.prolong.form import ProlongForm
from vaxel.rounds.permissions import RUNS_ROUND
from vaxel.rounds.queries.receivers import MISSING, receivers
from vaxel.rounds.words import kind_of
from vaxel.ui.refusal import Refusal

OFFERED = (5, 10, 15)  # working days after the day that holds now


@access(RUNS_ROUND)
def prolong(request, round):
    found = round_of(round)
    back = reverse("round", args=[found.pk])
    form = ProlongForm(
        request.POST or None, initial=_initial(request), receivers=_choices(request.actor, found), auto_id="f-%s"
    )
    if request.method == "POST" and form.is_valid():
        try:
            due = form.cleaned_data["due"]
            prolong_round(found, due, by=request.actor, body_ids=form.chosen())
        except Refusal as no:
            form.add_error(no.field if no.field in form.fields else None, no.message)
        else:
            messages.success(request, _said(form, due))
            return redirect(back)
    due = form.cleaned_data.get("due") if form.is_bound and form.is_valid() else None
    context = {
        "round": found,
        "word": kind_of(found),
        "form": form,
        "back": back,
        "offered": [add_working_days(max(found.due or today(), today()), days) for days in OFFERED],
        "next_working_day": next_working_day(due) if due else None,
    }
    return render(request, "rounds/pages/prolong/page.html", context, status=422 if form.errors else 200)


def _initial(request):
    one = request.GET.get("mottagare", "")
    return {"whom": "some", "bodies": [one]} if one.isascii() and one.isdigit() else {"whom": "all"}


def _choices(actor, found):
    """Those who have not answered, by name."""
    ids = list(receivers(found, actor, choice=MISSING).values_list("body_id", flat=True))
    names = at(found.frame.as_of).names(ids)
    return [(str(body), names.get(body, "")) for body in ids]


def _said(form, due):
    day = day_long(due, translation.get_language())
    if form.chosen() is None:
        return _("Svarstiden är förlängd till %(day)s för alla. De som inte har svarat får veta det.") % {"day": day}
    return _("Svarstiden är förlängd till %(day)s för dem ni valde. De får veta det.") % {"day": day}
