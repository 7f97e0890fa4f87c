"""New signal: a minute on a phone."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Body
from vaxel.network.queries.asof import at
from vaxel.rounds.models.delivery import idempotency_key
from vaxel.signals.commands.writing import write
from vaxel.signals.domain.kinds import Level
from vaxel.signals.domain.way import begins_at
from vaxel.signals.pages.new.form import NewSignal
from vaxel.signals.permissions import WRITES_SIGNAL, speaks
from vaxel.signals.words import KINDS
from vaxel.ui.refusal import Refusal

PAGE = "signals/pages/new/page.html"


@access(WRITES_SIGNAL)
def new(request):
    author = Body.objects.get(pk=request.actor.body_id)
    goes_at_once = _begins(request.actor, author) != Level.OWN
    may_wait = goes_at_once and _begins(request.actor, author, own_first=True) == Level.OWN
    form = NewSignal(
        request.POST or None,
        request.FILES or None,
        initial={"place": _own_place(author), "kind": request.GET.get("slag", "")},
        may_go_at_once=may_wait,
    )
    if request.method == "POST" and form.is_valid() and (made := _written(request, form)):
        messages.success(request, _("Tack. Signalen är skickad, och ni ser här vad som händer med den."))
        return redirect("signal", made.pk)
    context = {
        "form": form,
        "kinds": list(zip(form["kind"], KINDS.values(), strict=True)),
        "key": request.POST.get("key") or idempotency_key(),
        "goes_at_once": goes_at_once,
    }
    return render(request, PAGE, context, status=422 if form.is_bound and form.errors else 200)


def _begins(actor, author, *, own_first=False):
    return begins_at(Kind(author.kind), speaks_for_body=speaks(actor), own_first=own_first)


def _written(request, form):
    try:
        return write(
            form.words(),
            by=request.actor,
            own_first=form.cleaned_data.get("own_first", False),
            uploads=form.cleaned_data["uploads"] or (),
            key=request.POST.get("key", "")[:64],
            received_at=request.received_at,
        )
    except Refusal as no:
        form.add_error(no.field if no.field in form.fields else None, no.message)
        return None


def _own_place(author):
    """The municipality itself; for others the county they lie in; for a national organisation the country."""
    if author.kind == Kind.MUNICIPALITY:
        return author.pk
    network = at(today())
    found = network.county_of(author) or network.of_kind(Kind.NATION).first()
    return found and found.pk
