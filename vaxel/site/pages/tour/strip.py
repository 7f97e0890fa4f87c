"""The strip that leads the tour, on every page while it goes on."""

from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.site.pages.tour.steps import END, STEPS

KEY = "tour"  # the session's key: the number of the step, from 0; len(STEPS) = come home


def tour_strip(request):
    step = getattr(request, "session", {}).get(KEY)
    if step is None:
        return None
    strip = {"of": range(len(STEPS)), "exit": reverse("tour_leave")}
    if step >= len(STEPS):
        return {**strip, "step": len(STEPS), "text": END, "action": reverse("tour"), "label": _("En gång till")}
    stop = STEPS[step]
    return {**strip, "step": step + 1, "text": stop.text, "action": reverse("tour_go_on"), "label": stop.label}
