"""The strip that leads the tour, on every page while it goes on."""

from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.rounds.models import Round
from vaxel.site.example.done import is_done
from vaxel.site.pages.tour.steps import END, STEPS

KEY = "tour"  # in the session: [the number of the step from 0, the round]; len(STEPS) = come home


def tour_strip(request):
    found = getattr(request, "session", {}).get(KEY)
    if found is None:
        return None
    step, round_id = found
    strip = {"of": range(len(STEPS)), "exit": reverse("tour_leave")}
    if step >= len(STEPS):
        return {
            **strip,
            "step": len(STEPS),
            "title": _("Rundturen är klar."),
            "text": END,
            "action": reverse("tour"),
            "label": _("En gång till"),
        }
    stop = STEPS[step]
    label = stop.onward if _done(stop, round_id) else stop.label
    return {**strip, "step": step + 1, "text": stop.text, "action": reverse("tour_go_on"), "label": label}


def _done(stop, round_id):
    round_ = Round.objects.filter(pk=round_id).first()
    return round_ is not None and is_done(stop.key, round_)
