"""What search finds of signals: for those who read them, and for anyone the examples that both sides have opened."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vaxel import search
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.network.searched import at_or_below, where
from vaxel.signals.models import Signal
from vaxel.signals.words import kind_name

NAME = "signals.signal"


def _documents(rows, day):
    rows = list(rows.order_by("id"))
    places = where({row.place_id for row in rows})
    for row in rows:
        yield search.Document(
            id=row.pk,
            title=row.title,
            text=" · ".join(filter(None, (places[row.place_id], row.text))),
            day=swedish_day(day(row)),
            kind=row.kind,
        )


def _of(rows, ids):
    return rows if ids is None else rows.filter(pk__in=ids)


def _about(bodies):
    return Signal.objects.filter(place__in=at_or_below(bodies)).values_list("id", flat=True)


SIGNALS = search.Source(
    NAME,
    label=_("Signaler"),
    read=lambda ids: _documents(_of(Signal.objects.filter(erased_at=None), ids), lambda row: row.written_at),
    visible_to=lambda actor: Signal.objects.visible_to(actor).values("pk"),
    address=lambda entry: reverse("signal", args=[entry.object_id]),
    describe=lambda entry: kind_name(entry.kind),
    touched_by={NAME: lambda ids: ids, "network.body": _about},
)
EXAMPLES = search.Source(
    "signals.example",
    label=_("Goda exempel"),
    read=lambda ids: _documents(_of(Signal.objects.published(), ids), lambda row: row.published_at),
    address=lambda entry: reverse("example", args=[entry.object_id]),
    describe=lambda entry: kind_name(entry.kind),
    touched_by={NAME: lambda ids: ids, "network.body": _about},
)
