"""What search finds of agreements on money: what is decided by anyone, a draft by whoever may read it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vaxel import search
from vaxel.funding.models import Agreement
from vaxel.funding.words import STATES
from vaxel.network.queries.card import latest_names
from vaxel.text.markdown import summary

NAME = "funding.agreement"
ALL = 10**6


def documents(ids):
    rows = Agreement.objects.order_by("id").prefetch_related("streams")
    rows = list(rows if ids is None else rows.filter(pk__in=ids))
    names = latest_names({body for row in rows for body in (row.owner_id, row.payer_id)} - {None})
    for row in rows:
        streams = [stream.title for stream in row.streams.all()]
        said = (*streams, names.get(row.owner_id, ""), names.get(row.payer_id, ""), summary(row.text, ALL))
        yield search.Document(
            id=row.pk,
            title=row.name,
            also=" ".join(filter(None, (str(row.year), row.reference))),
            text=" · ".join(filter(None, said)),
            kind=row.state,
        )


def seen_by(actor):
    return Agreement.objects.visible_to(actor).values("id")


SOURCE = search.Source(
    NAME,
    label=_("Medel"),
    read=documents,
    visible_to=seen_by,
    address=lambda entry: reverse("money_agreement", args=[entry.object_id]),
    describe=lambda entry: STATES.get(entry.kind, ""),
    touched_by={
        NAME: lambda ids: ids,
        "network.body": lambda ids: Agreement.objects.filter(owner__in=ids).values_list("id", flat=True),
    },
)
