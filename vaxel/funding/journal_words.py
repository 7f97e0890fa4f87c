"""What the journal says of acts on money, after the person's name."""

from django.utils.translation import gettext_lazy as _

from vaxel import journal

WORDS = {
    "funding.create_agreement": _("började på en överenskommelse"),
    "funding.edit_agreement": _("ändrade överenskommelsen"),
    "funding.delete_agreement": _("tog bort utkastet till överenskommelse"),
    "funding.prepare_agreement": _("lämnade överenskommelsen för beslut"),
    "funding.send_back_agreement": _("skickade tillbaka överenskommelsen"),
    "funding.decide_agreement": _("beslutade överenskommelsen"),
    "funding.replace_agreement": _("började på en ny version av överenskommelsen"),
}


def speak():
    for action, words in WORDS.items():
        journal.describe(action, words)
