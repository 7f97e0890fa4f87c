"""What each type of question is called when one is added, and when to choose it."""

from django.utils.translation import gettext_lazy as _

from vaxel.rounds.domain.editing import YES_NO
from vaxel.rounds.domain.question import QuestionType

TYPES = {
    QuestionType.TEXT: (_("Kort text"), _("En rad, till exempel ett namn.")),
    QuestionType.LONG_TEXT: (_("Fritext"), _("Ett stycke eller flera.")),
    YES_NO: (_("Ja eller nej"), _("Två val, färdiga.")),
    QuestionType.ONE: (_("Ett val"), _("Ett av era alternativ.")),
    QuestionType.MANY: (_("Flera val"), _("Ett eller flera av era alternativ.")),
    QuestionType.NUMBER: (_("Tal"), _("Med enhet om ni vill; summeras.")),
    QuestionType.MONEY: (_("Belopp"), _("Kronor; summeras på öret.")),
    QuestionType.DATE: (_("Datum"), _("En dag.")),
    QuestionType.SCALE: (_("Skala"), _("Till exempel 1–5, med ord i ändarna.")),
    QuestionType.TABLE: (_("Tabell"), _("Samma uppgifter för flera rader.")),
    QuestionType.FILE: (_("Fil"), _("Ett dokument som bifogas svaret.")),
    QuestionType.SECTION_REF: (_("Avsnitt"), _("Vilket avsnitt i dokumentet det gäller.")),
}
