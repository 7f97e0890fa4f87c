"""What happens in my municipality? For anyone: what it is asked in public, what came of it, what it has shown others."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import PUBLIC, access
from vaxel.accounts.once_for_all import once_for_all
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind
from vaxel.network.queries.asof import at
from vaxel.network.queries.search import search
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.queries.in_public import public_rounds_of
from vaxel.rounds.words import capital, kind_of
from vaxel.signals.queries.examples import examples, told
from vaxel.ui.templatetags.numbers import in_words_capital

KINDS = (Kind.MUNICIPALITY, Kind.REGION, Kind.COUNTY)
SHOWN = 10
LONGEST = 100


@access(PUBLIC)
@once_for_all
def find_municipality(request):
    """A search that leads straight there when there is but one."""
    asked = request.GET.get("q", "").strip()[:LONGEST]
    hits = search(asked, today(), kinds=KINDS) if asked else []
    if len(hits) == 1 or (hits and hits[0].code == asked):
        return redirect("municipality", hits[0].body_id)
    return render(request, "site/pages/municipality/find.html", {"asked": asked, "hits": hits})


@access(PUBLIC)
@once_for_all
def municipality(request, body):
    found = at(today()).named([body]).filter(kind__in=KINDS).exclude(name=None).first()
    if found is None:
        raise Http404
    rounds = list(public_rounds_of(body).select_related("owner")[: 4 * SHOWN])
    now = [_line(one) for one in rounds if one.state == RoundState.OPEN]
    came = [_line(one) for one in rounds if one.state == RoundState.FED_BACK]
    context = {
        "body": found,
        "heading": heading(found.name, now, came),
        "shelves": [(_("Det här händer nu"), now[:SHOWN]), (_("Det här blev det av"), came[:SHOWN])],
        "examples": told(examples().filter(place=body)[:SHOWN]),
    }
    return render(request, "site/pages/municipality/page.html", context)


def heading(name, now, came) -> str:
    """ "Falu kommun arbetar med tre öppna förfrågningar. Två har lett till något." """
    if not now and not came:
        return _("%(name)s har inga öppna förfrågningar just nu.") % {"name": name}
    first = ngettext(
        "%(name)s är med i en öppen förfrågan nu.", "%(name)s är med i %(n)s öppna förfrågningar nu.", len(now)
    )
    first = first % {"name": name, "n": in_words_capital(len(now)).lower()} if now else f"{name}:"
    if not came:
        return first
    second = ngettext("En har fått återkoppling.", "%(n)s har fått återkoppling.", len(came))
    return f"{first} {second % {'n': in_words_capital(len(came))}}"


def _line(round):
    return {"round": round, "kind": capital(kind_of(round).one)}
