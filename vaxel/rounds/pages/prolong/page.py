"""More time, for all or for those named; a day off is warned about and the next working day offered."""

import datetime as dt

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.domain.days import next_working_day
from vaxel.calendar.domain.phrases import day_long
from vaxel.network.queries.asof import at
from vaxel.rounds.commands.rounds import prolong as prolong_round
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.pages.new_round.month import picked, two_months
from vaxel.rounds.pages.prolong.form import ProlongForm
from vaxel.rounds.permissions import RUNS_ROUND
from vaxel.rounds.queries.receivers import MISSING, receivers
from vaxel.rounds.words import kind_of
from vaxel.ui.refusal import Refusal

MOST_CHOICES = 400


@access(RUNS_ROUND)
def prolong(request, round):
    found = round_of(round)
    picks = "pick_due" in request.POST
    form = _form(request, found, picked(request.POST) if picks else request.POST or None)
    if request.method == "POST" and not picks and form.is_valid() and _done(request, found, form):
        return redirect("round", found.pk)
    due = form.day()
    context = {
        "round": found,
        "word": kind_of(found),
        "form": form,
        "back": reverse("round", args=[found.pk]),
        "due": due,
        "months": two_months(today=_earliest(found), chosen=due, language=translation.get_language()),
        "next_working_day": next_working_day(due) if due else None,
    }
    part = "#due" if picks and request.htmx else ""
    return render(request, f"rounds/pages/prolong/page.html{part}", context, status=422 if form.errors else 200)


def _form(request, found, data):
    choices = _choices(request.actor, found)
    return ProlongForm(data, initial=_initial(request), receivers=choices, auto_id="f-%s")


def _earliest(found):
    """A date is only ever moved forward: the days up to the one that holds are no choice."""
    return max(today(), found.due + dt.timedelta(days=1)) if found.due else today()


def _done(request, found, form):
    due = form.cleaned_data["due"]
    try:
        prolong_round(found, due, by=request.actor, body_ids=form.chosen())
    except Refusal as no:
        form.add_error(no.field if no.field in form.fields else None, no.message)
        return False
    messages.success(request, _said(form, due))
    return True


def _initial(request):
    one = request.GET.get("mottagare", "")
    return {"whom": "some", "bodies": [one]} if one.isascii() and one.isdigit() else {"whom": "all"}


def _choices(actor, found):
    """Those who have not answered, by name; the first ones where they are more than a page should hold."""
    ids = list(receivers(found, actor, choice=MISSING).values_list("body_id", flat=True)[:MOST_CHOICES])
    names = at(found.frame.as_of).names(ids)
    return [(str(body), names.get(body, "")) for body in ids]


def _said(form, due):
    day = day_long(due, translation.get_language())
    if form.chosen() is None:
        return _("Svarstiden är förlängd till %(day)s för alla. De som inte har svarat får veta det.") % {"day": day}
    return _("Svarstiden är förlängd till %(day)s för dem ni valde. De får veta det.") % {"day": day}
