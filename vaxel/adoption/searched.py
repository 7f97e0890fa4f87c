"""What search finds of what is spread: open to anyone, as its page is."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vaxel import search
from vaxel.adoption.models import Thing
from vaxel.network.queries.card import latest_names
from vaxel.text.markdown import summary

NAME = "adoption.thing"
ALL = 10**6


def documents(ids):
    rows = Thing.objects.order_by("id")
    rows = list(rows if ids is None else rows.filter(pk__in=ids))
    names = latest_names({row.owner_id for row in rows})
    for row in rows:
        said = (names.get(row.owner_id, ""), summary(row.description, ALL), row.need_indicator)
        yield search.Document(
            id=row.pk,
            title=row.name,
            also=row.kind,
            text=" · ".join(filter(None, said)),
            day=row.since,
            kind=row.kind[:30],
        )


SOURCE = search.Source(
    NAME,
    label=_("Program och metoder"),
    read=documents,
    address=lambda entry: reverse("thing", args=[entry.object_id]),
    describe=lambda entry: entry.kind,
    touched_by={
        NAME: lambda ids: ids,
        "network.body": lambda ids: Thing.objects.filter(owner__in=ids).values_list("id", flat=True),
    },
)
