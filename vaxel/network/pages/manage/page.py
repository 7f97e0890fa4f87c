from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar import FOREVER
from vaxel.calendar.clock import today
from vaxel.network.commands.bodies import end_body, rename, set_mailbox
from vaxel.network.commands.deciding import decide_in_two_steps
from vaxel.network.commands.reopening import regrettable
from vaxel.network.domain.kinds import PRINCIPALS
from vaxel.network.models import Body
from vaxel.network.pages.manage.form import Deciding, Ending, Mailbox, Naming
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.permissions import MANAGES_BODY, chooses_for, may_reshape
from vaxel.network.queries.card import card
from vaxel.network.queries.logins import logins
from vaxel.network.wording import role_name
from vaxel.ui.refusal import Refusal


@access(MANAGES_BODY)
def manage(request, body_id):
    body = get_object_or_404(Body, pk=body_id)
    seen = card(body, today())
    forms = _forms(request, body, seen)
    if request.method == "POST":
        done = request.POST.get("do")
        if done not in forms:
            raise Refusal(_("Sidan känner inte igen vad som skulle göras. Ladda om den och försök igen."), status=400)
        form, act = forms[done]
        if form.is_valid():
            with refused_in(form):
                messages.success(request, act(form.cleaned_data))
                return redirect("manage_body", body_id)
        return _page(request, body, seen, forms, status_of(form))
    return _page(request, body, seen, forms, 200)


def _forms(request, body, seen):
    """What may be done here: {what: (form, act)}; an act answers with the sentence that says it is done."""
    by = request.actor

    def mailbox(data):
        set_mailbox(body, data["address"], by=by)
        return _("Funktionsbrevlådan är ändrad.")

    def deciding(data):
        decide_in_two_steps(body, data["two_steps"], by=by)
        return _("Svar beslutas nu i två steg.") if data["two_steps"] else _("Svar beslutas nu av den som svarar.")

    def naming(data):
        rename(body, data["name"], by=by, day=data["day"], short_name=data["short_name"])
        return _("Namnet är ändrat.")

    def ending(data):
        end_body(body, by=by, day=data["day"], note=data["note"])
        return _("Enheten är avslutad.")

    def bound(kind, do, **initial):
        data = request.POST if request.POST.get("do") == do else None
        return kind(data, initial=initial, auto_id=f"{do}_%s")

    forms = {"mailbox": (bound(Mailbox, "mailbox", address=seen.mailbox), mailbox)}
    if chooses_for(by, body):
        forms["deciding"] = (bound(Deciding, "deciding", two_steps=body.decides_in_two_steps), deciding)
    if seen.exists and may_reshape(by, body, today()):
        forms["naming"] = (bound(Naming, "naming", name=seen.name, short_name=seen.short_name), naming)
        forms["ending"] = (bound(Ending, "ending"), ending)
    return forms


def _page(request, body, seen, forms, status):
    known = logins(seen.seats)
    context = {
        "card": seen,
        "seats": [(seat, role_name(seat.role), known.get(seat.person_id)) for seat in seen.seats],
        "regrettable": [(mandate, role_name(mandate.role)) for mandate in regrettable(body)],
        "has_units": body.kind in PRINCIPALS,
        "FOREVER": FOREVER,
        **{name: form for name, (form, _act) in forms.items()},
    }
    return render(request, "network/pages/manage/page.html", context, status=status)
