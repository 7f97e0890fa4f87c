"""The guided tour: one round through Sweden in six steps, each as the right person, ending with the feedback.

Each step says who one is and what to try. *Gå vidare* does the step's act if the visitor has not done it, so the
next person always has something real in front of them.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class TourStep:
    key: str
    part: str  # whom of the cast one is
    text: object
    label: object
    page: str  # url name; the tour's round and Falun are its arguments


STEPS = (
    TourStep(
        "send",
        "secretariat",
        _("Ni är handläggare på nationella kansliet. Redovisningen är skriven; läs den och tryck på Skicka."),
        _("Skicka och gå vidare till Dalarna"),
        "round_send",
    ),
    TourStep(
        "relay",
        "coordinator",
        _("Nu är ni länssamordnare i Dalarna. Förfrågan har kommit in. Skicka den vidare till länets kommuner."),
        _("Skicka vidare och gå till Falun"),
        "round",
    ),
    TourStep(
        "answer",
        "contact",
        _("Nu är ni kontaktperson i Falun. Bekräfta mottagandet och svara. Utkastet sparas medan ni skriver."),
        _("Svara och lämna till beslut"),
        "delivery",
    ),
    TourStep(
        "decide",
        "approver",
        _("Nu är ni ekonomichef i Falun. Bara kommunen själv beslutar om sitt svar."),
        _("Besluta, och låt Sverige svara"),
        "delivery",
    ),
    TourStep(
        "compile",
        "coordinator",
        _(
            "Tre veckor har gått och Sverige har svarat. Länssamordnaren läser svaren och färdigställer länets sammanställning."
        ),
        _("Färdigställ och gå till kansliet"),
        "compilation",
    ),
    TourStep(
        "feed_back",
        "secretariat",
        _("Kansliet ser hela landet och skriver vad svaren ledde till. Först då räknas förfrågan som återkopplad."),
        _("Återkoppla, och se den i Falun"),
        "round",
    ),
)
END = _("Där gick det runt. Falun ser sitt eget svar bredvid länet och riket, och vad det ledde till.")
