from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vaxel import search
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.rounds.models import Enquiry, Round

NAME = "rounds.enquiry"


def documents(ids):
    rows = Enquiry.objects.select_related("round").order_by("id")
    for enquiry in rows if ids is None else rows.filter(pk__in=ids):
        yield search.Document(
            id=enquiry.pk,
            title=enquiry.text,
            text=enquiry.answer,
            day=swedish_day(enquiry.answered_at or enquiry.asked_at),
            within=enquiry.round_id,
        )


def _of_rounds(rounds):
    return Enquiry.objects.filter(round__in=rounds).values_list("id", flat=True)


SOURCE = search.Source(
    NAME,
    label=_("Frågor och svar"),
    read=documents,
    visible_to=lambda actor: (
        Enquiry.objects.said_to(actor).filter(round__in=Round.objects.visible_to(actor).values("pk")).values("pk")
    ),
    address=lambda entry: reverse("round_talk", args=[entry.within]),
    touched_by={"rounds.round": _of_rounds},
)
