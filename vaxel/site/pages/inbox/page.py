"""What waits for a person, whichever mandate it is by; who takes it; who is away."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vaxel.accounts.access import SIGNED_IN, access
from vaxel.calendar.clock import today
from vaxel.composed import one_moment
from vaxel.network.commands.taking import give_back, take
from vaxel.network.queries.taking import away
from vaxel.site.pages.inbox.gathered import VIEWS, gathered, shown
from vaxel.ui.templatetags.numbers import in_words_capital


@access(SIGNED_IN)
def inbox(request):
    actor, view = request.actor, request.GET.get("visa", "")
    with one_moment():
        lines = gathered(actor)
    context = {
        "heading": heading(lines),
        "lines": shown(lines, view),
        "several": len(actor.mandates) > 1,
        "tabs": [_tab(key, label, lines, view) for key, label in VIEWS.items()],
        "away": away(actor.body_ids, today()),
        "view": view,
    }
    return render(request, "site/pages/inbox/page.html", context)


def _tab(key, label, lines, view):
    return {
        "label": label,
        "number": len(shown(lines, key)),
        "url": reverse("inbox") + (f"?visa={key}" if key else ""),
        "current": key == view,
    }


def heading(lines) -> str:
    """ "Sju saker väntar. Tre av dem behöver er nu." """
    if not lines:
        return _("Inget väntar på er just nu.")
    pressing = sum(line.item.needs_now for line in lines)
    first = ngettext("En sak väntar.", "%(n)s saker väntar.", len(lines)) % {"n": in_words_capital(len(lines))}
    if not pressing:
        return f"{first} {_('Inget är brådskande.')}"
    if pressing == len(lines):
        return f"{first} {ngettext('Den behöver er nu.', 'Alla behöver er nu.', pressing)}"
    words = ngettext("%(n)s av dem behöver er nu.", "%(n)s av dem behöver er nu.", pressing)
    return f"{first} {words % {'n': in_words_capital(pressing)}}"


@require_POST
@access(SIGNED_IN)
def taking(request):
    """One button for each: take, take over, give back."""
    body, key, act = request.POST.get("body", ""), request.POST.get("key", "")[:80], request.POST.get("act")
    body_id = int(body) if body.isascii() and body.isdigit() and len(body) <= 18 else 0
    if act == "give_back":
        give_back(body_id, key, by=request.actor)
        messages.success(request, _("Den är lämnad tillbaka. Vem som helst av er kan ta den."))
    else:
        take(body_id, key, by=request.actor, over=act == "take_over")
        messages.success(request, _("Den är din. De andra ser det."))
    view = request.POST.get("visa", "")
    return redirect(reverse("inbox") + (f"?visa={view}" if view in VIEWS and view else ""))
