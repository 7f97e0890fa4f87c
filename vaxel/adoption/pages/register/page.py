"""A body and a thing: the line, the form, every step so far, and who sees it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel import files
from vaxel.accounts.access import access
from vaxel.adoption.commands.steps import FILE_OWNER, register, share
from vaxel.adoption.domain.checking import CheckState
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models import AdoptionStep, PeerCheck
from vaxel.adoption.models.ledger import form_key
from vaxel.adoption.pages.found import READS_STEPS, body_of, thing_of
from vaxel.adoption.pages.own.page import line
from vaxel.adoption.pages.register.form import StageForm
from vaxel.adoption.permissions import REGISTERS, reads_own, registers
from vaxel.adoption.queries.own import history, own_thing
from vaxel.adoption.words import CHECKS, does
from vaxel.calendar.clock import today
from vaxel.network.models import Person
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.models import Delivery

PAGE = "adoption/pages/register/page.html"


@access(READS_STEPS)
def register_page(request, body, thing):
    found, about = body_of(body), thing_of(thing)
    may = registers(request.actor, found.pk)
    form = _form(request, found) if may else None
    if request.method == "POST":
        if not may:
            raise Http404
        if form.is_valid() and _registered(request, form, about, found):
            messages.success(request, _("Registrerat. Ni ser det själva först."))
            return redirect(_onward(request) or reverse("register_adoption", args=[body, thing]))
    return render(request, PAGE, _context(request, found, about, form), status=status_of(form) if form else 200)


@access(REGISTERS)
def correct_page(request, body, thing, step):
    """A step that should not have been is left in the ledger, with another that takes its place."""
    found, about = body_of(body), thing_of(thing)
    wrong = get_object_or_404(AdoptionStep.objects.select_related("opening"), pk=step, body=found, thing=about)
    form = _form(request, found, without=True, corrects=wrong)
    if request.method == "POST" and form.is_valid() and _registered(request, form, about, found, corrects=wrong):
        messages.success(request, _("Rättat. Den tidigare uppgiften står kvar i historiken som rättad."))
        return redirect("register_adoption", body, thing)
    context = {"body": found, "thing": about, "form": form, "wrong": wrong, "does": does(wrong.stage)}
    return render(request, "adoption/pages/register/correct.html", context, status=status_of(form))


@require_POST
@access(REGISTERS)
def share_page(request, body, thing):
    number = share(thing_of(thing), body_of(body), by=request.actor)
    if number:
        messages.success(request, _("Nu ser länet och avsändaren det ni har registrerat."))
    else:
        messages.info(request, _("Allt ni har registrerat syns redan."))
    return redirect("register_adoption", body, thing)


def _form(request, body, *, without=False, corrects=None):
    options = {"answers": _answers(body), "without": without}
    if request.method == "POST":
        return StageForm(request.POST, request.FILES, **options)
    start = {"happened_on": corrects.happened_on if corrects else today(), "key": form_key()}
    return StageForm(initial=start | ({"stage": corrects.stage} if corrects else {}), **options)


def _answers(body):
    """The body's own latest answers, to refer to."""
    rows = Delivery.objects.outcomes().filter(body=body, said=Outcome.ANSWERED).select_related("round")
    return [(one.pk, one.round.title) for one in rows.order_by("-answered_at", "-pk")[:12]]


def _registered(request, form, thing, body, corrects=None):
    data = form.cleaned_data
    with refused_in(form):
        register(
            thing,
            body,
            int(data["stage"]),
            data["happened_on"],
            by=request.actor,
            key=data["key"],
            received_at=request.received_at,
            text=data["text"],
            indicator=data["indicator"],
            delivery=form.answer(body),
            uploads=request.FILES.getlist("uploads"),
            corrects=corrects,
        )
    return not form.errors


def _onward(request):
    onward = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure())
    return onward if safe else ""


def _context(request, body, thing, form):
    own = reads_own(request.actor, body.pk)
    steps = history(thing, body.pk)
    told = line(own_thing(thing, body.pk, open_only=not own))
    return {
        "body": body,
        "thing": thing,
        "form": form,
        "line": told,
        "own": own,
        "steps": _steps([one for one in steps if own or one.is_open], body, thing),
        "checks": _checks(body, thing, own=own),
        "may_share": own and form is not None and any(not one.is_open for one in steps),
    }


def _checks(body, thing, *, own):
    """All the body's own; others see those it has chosen to show."""
    rows = PeerCheck.objects.filter(body=body, thing=thing).order_by("-pk")
    rows = list(rows if own else rows.filter(state=CheckState.SHOWN))
    names = at(today()).names([one.peer_id for one in rows]) if rows else {}
    return [
        {
            "check": one,
            "peer": names.get(one.peer_id, ""),
            "state": CHECKS[one.state],
            "does": does(one.stage) if one.stage is not None else "",
        }
        for one in rows
    ]


def _steps(steps, body, thing):
    attached: dict = {}
    for one in files.models.Attachment.objects.filter(
        owner_type=FILE_OWNER, owner_id__in=[each.step.pk for each in steps]
    ).light():
        attached.setdefault(one.owner_id, []).append(one)
    people = {each.step.person_id for each in steps} - {None}
    names = dict(Person.objects.filter(public_id__in=people).values_list("public_id", "name"))
    return [
        {
            "step": each.step,
            "stage": AdoptionStage(each.step.stage),
            "does": does(each.step.stage),
            "holds": each.holds,
            "is_open": each.is_open,
            "who": names.get(each.step.person_id, ""),
            "evidence": getattr(each.step, "evidence", None),
            "files": attached.get(each.step.pk, []),
        }
        for each in steps
    ]
