"""What the database refuses, as a sentence."""

from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from vaxel.network.models.refusals import RING
from vaxel.ui.refusal import Refusal

# The rule's name in the database → the sentence and the field of a form it belongs to.
SENTENCES = {
    RING: (_("En av de två ligger redan under den andra de dagarna. Avsluta den tillhörigheten först."), "parent"),
    "network_one_tie_a_day": (
        _("De två hör redan ihop under en del av tiden. Välj dagar som inte överlappar, eller ändra den som finns."),
        "from_day",
    ),
    "network_one_whole_tie_a_day": (
        _("Aktören hör redan helt till en annan av samma slag de dagarna. Flytta den i stället för att lägga till."),
        "parent",
    ),
    "network_one_identity_a_day": (
        _("Aktören har redan ett namn som gäller någon av dagarna. Välj en dag efter den senaste ändringen."),
        "day",
    ),
    "network_one_body_per_code_a_day": (
        _("Koden används redan av en annan under samma tid. Välj en annan kod eller andra dagar."),
        "code",
    ),
    "network_one_mailbox_a_day": (
        _("Aktören har redan en funktionsbrevlåda som gäller någon av dagarna. Välj en senare dag."),
        "day",
    ),
    "network_one_order_a_day": (
        _("En annan ordning gäller redan någon av dagarna. Läs om sidan och ändra den."),
        "turns",
    ),
    "network_one_absence_a_day": (
        _("Personen är redan borta någon av de dagarna. Ta bort den frånvaron först, eller välj andra dagar."),
        "from_day",
    ),
    "network_one_steering_mailbox_a_day": (
        _("Styrgruppen har redan en adress som gäller någon av dagarna. Läs om sidan."),
        "address",
    ),
    "nobody_stands_in_for_oneself": (_("Ingen kan vikariera för sig själv. Välj en annan."), "stand_in"),
    "network_one_group_a_day": (
        _("Aktören ligger redan i en grupp i samma indelning de dagarna. Avsluta den först."),
        "day",
    ),
    "network_one_mandate_a_day": (
        _("Personen har redan det uppdraget här under en del av tiden. Välj andra dagar eller avsluta det som finns."),
        "from_day",
    ),
    "some_time": (_("Slutdagen måste komma efter startdagen. Rätta en av dem."), "to_day"),
    "no_body_is_its_own_parent": (_("En aktör kan inte höra till sig själv. Välj en annan."), "parent"),
    "succession_between_two": (_("En aktör kan inte efterträda sig själv. Välj en annan."), "into"),
    "one_succession": (_("Det är redan antecknat att den ena efterträdde den andra den dagen."), "into"),
    "network_succession": (_("Det är redan antecknat att den ena efterträdde den andra den dagen."), "into"),
}


@contextmanager
def one_change():
    """All or nothing, and a Refusal where the database says no."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        broken = _broken(error)
        if broken is None:
            raise  # we have no sentence for it: a fault of ours
        message, field = SENTENCES[broken]
        raise Refusal(message, field=field) from error


def _broken(error) -> str | None:
    """The rule that was broken, by the longest of its names in the error."""
    return max((name for name in SENTENCES if name in str(error)), key=len, default=None)
