"""The answers as one: question by question, for the whole or one level's part, with that level's own words."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.rounds.commands import compilations
from vaxel.rounds.domain.few import tells_who
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.pages.compilation.figures import drawn, headed
from vaxel.rounds.pages.compilation.form import Choose
from vaxel.rounds.pages.compilation.joint import basis_of, joint_context
from vaxel.rounds.pages.compilation.levels import finished_below, written_here
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.pages.round.place import division_of, place_of, query_of, wanted_division
from vaxel.rounds.permissions import READS_ROUND, compiles
from vaxel.rounds.queries.compile import compiled
from vaxel.rounds.queries.division import counts_by
from vaxel.rounds.queries.earlier import carried_counts
from vaxel.rounds.queries.few import is_held_back
from vaxel.rounds.queries.part import part_of
from vaxel.rounds.words import kind_of
from vaxel.ui.refusal import Refusal
from vaxel.ui.templatetags.numbers import count

PAGE = "rounds/pages/compilation/page.html"


@access(READS_ROUND)
def compilation(request, round):
    found = round_of(round)
    if found.frame_id is None:
        return redirect("round", found.pk)
    place = place_of(request, found)
    if request.method != "POST":
        return render(request, PAGE, context_of(request, found, place))
    try:
        said = _done(request, found, place)
    except Refusal as no:
        return render(request, PAGE, context_of(request, found, place, no), status=no.status)
    messages.success(request, said)
    return redirect(reverse("compilation", args=[found.pk]) + place.query)


def _done(request, found, place):
    act, actor = request.POST.get("act"), request.actor
    if act == "reopen":
        compilations.reopen(found, place.node_id, by=actor)
        return _("Sammanställningen är öppen igen. Skriv klart och färdigställ på nytt.")
    compilations.write(
        found, place.node_id, request.POST.get("text", "")[:40_000], by=actor, revision=_revision(request)
    )
    if act != "finish":
        return _("Texten är sparad.")
    compilations.finish(found, place.node_id, by=actor)
    return _("Sammanställningen är färdigställd. Ändras ett svar under er syns det här.")


def _revision(request):
    written = request.POST.get("revision", "0")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0


def context_of(request, found, place, refusal=None):
    as_of = division_of(request, found, place)
    basis = basis_of(request)
    whole = compiled(found, place.node_id, as_of, actor=request.actor, basis=basis)
    counted = counts_by(found, place.node_id, as_of)
    carried = carried_counts(found, part_of(found, place.node_id, as_of).within)
    own = place.as_sender or place.is_own
    hidden = not own and _tells(found, place, whole)
    may_write = compiles(request.actor, found, place.node_id) and found.state in {RoundState.OPEN, RoundState.CLOSED}
    return {
        "round": found,
        "word": kind_of(found),
        "place": place,
        "as_of": as_of,
        "taken": query_of(place, as_of),
        "kept_then": as_of != wanted_division(request),
        "counted": counted,
        "n": whole.n_answered,
        "undistributed": whole.undistributed,
        "hidden": hidden,
        "sections": []
        if hidden
        else [
            (headed(section), [drawn(one, carried.get(one.question.id, 0)) for one in section.questions])
            for section in whole.sections
            if own or not section.tells_who
        ],
        "here": written_here(found, place),
        "below": finished_below(found, place, request.actor),
        "may_write": may_write,
        "refusal": refusal,
        "written": request.POST.get("text"),
        "choose": Choose(request.GET, round=found, place=place),
        "back": reverse("round", args=[found.pk]) + place.query,
        "heading": _heading(whole.n_bodies, counted.asked, place),
        "basis": basis,
        **joint_context(request, found, place, basis, as_of),
    }


def _tells(found, place, whole):
    """By itself, or as the whole less the other counties."""
    return tells_who(whole.n_bodies) or (place.node_id is not None and is_held_back(found, place.node_id, "done"))


def _heading(number, asked, place):
    if not number:
        return _("Inga svar att sammanställa än.")
    words = {"n": count(number), "asked": count(asked), "place": place.name}
    if place.name:
        return _("Så svarade %(n)s av %(asked)s i %(place)s.") % words
    return _("Så svarade %(n)s av %(asked)s.") % words
