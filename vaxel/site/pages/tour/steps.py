"""The guided tour: one round through Sweden in six steps, each as the right person, ending with the feedback.

Each step says who one is and what to look for. Its button does the step's act if the visitor has not done it, so the
next person always has something real in front of them; where the visitor has, it only leads on.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class TourStep:
    key: str
    part: str  # whom of the cast one is
    text: object
    label: object  # does the act and goes on
    onward: object  # the act is done: only goes on
    page: str  # url name; the tour's round and Falun are its arguments


STEPS = (
    TourStep(
        "send",
        "secretariat",
        _("Ni är handläggare på nationella kansliet. En redovisning ligger färdig att skicka till alla 290 kommuner."),
        _("Skicka den"),
        _("Vidare till Dalarna"),
        "round_send",
    ),
    TourStep(
        "relay",
        "coordinator",
        _("Nu är ni länssamordnare i Dalarna. Den har kommit in, och länets 15 kommuner får den genom er."),
        _("Skicka vidare"),
        _("Vidare till Falun"),
        "round",
    ),
    TourStep(
        "answer",
        "contact",
        _("Nu är ni kontaktperson i Falun. Bekräfta och svara, eller låt oss fylla i åt er."),
        _("Svara och lämna till beslut"),
        _("Vidare till ekonomichefen"),
        "delivery",
    ),
    TourStep(
        "decide",
        "approver",
        _("Nu är ni ekonomichef i Falun. Bara kommunen själv beslutar om sitt svar."),
        _("Besluta, och låt Sverige svara"),
        _("Låt resten av Sverige svara"),
        "delivery",
    ),
    TourStep(
        "compile",
        "coordinator",
        _("Åter i Dalarna: under tiden har resten av Sverige svarat. Länet skriver vad siffrorna betyder."),
        _("Färdigställ länets del"),
        _("Vidare till kansliet"),
        "compilation",
    ),
    TourStep(
        "feed_back",
        "secretariat",
        _("Kansliet ser hela landet, stänger och skriver vad svaren ledde till. Först då är det återkopplat."),
        _("Återkoppla och se i Falun"),
        _("Se den i Falun"),
        "round",
    ),
)
END = _("Där gick det runt. Falun ser sitt eget svar bredvid länet och riket, och vad det ledde till.")
