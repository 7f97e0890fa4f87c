"""How a body is reached: its own order, who holds each turn today, who is away, which addresses do not work."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.network.commands.reaching import address_works, be_away, choose_order, come_back, set_steering_mailbox
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Absence, Body, Person, SteeringMailbox
from vaxel.network.pages.reaching.form import Away, Order, Steering
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.permissions import REACHES_BODY, chooses_for, may_manage
from vaxel.network.queries.asof import at
from vaxel.network.queries.line import line_of
from vaxel.network.queries.reaching import orders
from vaxel.ui.refusal import Refusal


@access(REACHES_BODY)
def contact_order(request, body_id):
    body = get_object_or_404(Body, pk=body_id)
    forms = _forms(request, body)
    if request.method != "POST":
        return _page(request, body, forms, 200)
    done = request.POST.get("do")
    if done in {"back", "works"}:
        messages.success(request, _back(request, body) if done == "back" else _works(request, body))
        return redirect("contact_order", body_id)
    if done not in forms:
        raise Refusal(_("Sidan känner inte igen vad som skulle göras. Ladda om den och försök igen."), status=400)
    form, act = forms[done]
    if form.is_valid():
        with refused_in(form):
            messages.success(request, act(form))
            return redirect("contact_order", body_id)
    return _page(request, body, forms, status_of(form))


def _forms(request, body):
    """What may be done here: {what: (form, act)}; an act answers with the sentence that says it is done."""
    by, manages = request.actor, may_manage(request.actor, body.pk, today())
    people = _people(body)

    def order(form):
        choose_order(body, form.turns, by=by)
        return _("Ordningen är ändrad och gäller från i dag.")

    def away(form):
        data = form.cleaned_data
        be_away(data["person"], body, data["first"], data["last"], by=by, stand_in=data["stand_in"])
        return _("Frånvaron är inlagd. Under tiden hoppas %(name)s över.") % {"name": data["person"].name}

    def steering(form):
        set_steering_mailbox(body, form.cleaned_data["address"], by=by)
        return _("Styrgruppens adress är ändrad.")

    def bound(kind, do, **more):
        return kind(request.POST if request.POST.get("do") == do else None, auto_id=f"{do}_%s", **more)

    own = people if manages else people.filter(public_id=by.person_id)
    found = {"away": (bound(Away, "away", people=people, own=own), away)}
    if chooses_for(by, body):
        found["order"] = (bound(Order, "order", order=orders([body.pk], today())[body.pk]), order)
    if body.kind == Kind.COUNTY and manages:
        found["steering"] = (bound(Steering, "steering", initial={"address": _steering(body)}), steering)
    return found


def _people(body):
    day = today()
    there = {"mandates__body": body, "mandates__valid_from__lte": day, "mandates__valid_to__gt": day}
    return Person.objects.filter(**there, erased_at=None).distinct().order_by("name")


def _steering(body):
    standing = SteeringMailbox.objects.at(today()).filter(county=body).first()
    return standing.address if standing else ""


def _back(request, body):
    written = request.POST.get("absence", "")
    number = int(written) if written.isascii() and written.isdigit() and len(written) <= 18 else 0
    absence = get_object_or_404(Absence.objects.select_related("person", "body"), pk=number, body=body)
    come_back(absence, by=request.actor)
    return _("%(name)s är tillbaka.") % {"name": absence.person.name}


def _works(request, body):
    address_works(body, request.POST.get("address", ""), by=request.actor)
    return _("Adressen används igen.")


def _page(request, body, forms, status):
    line = line_of(body, today())
    context = {
        "body": body,
        "name": at(today()).names([body]).get(body.pk, ""),
        "line": line,
        "may_mend": may_manage(request.actor, body.pk, today()),
        "absences": Absence.objects.filter(body=body, valid_to__gt=today())
        .select_related("person", "stand_in")
        .order_by("valid_from", "pk"),
        **{name: form for name, (form, _act) in forms.items()},
    }
    return render(request, "network/pages/reaching/page.html", context, status=status)
