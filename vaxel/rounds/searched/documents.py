"""The names of documents that go with a round; what stands in them is not read."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vaxel import files, search
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.rounds.commands.documents import DOCUMENT, OWNER
from vaxel.rounds.models import Round

NAME = "rounds.document"


def _all():
    return files.Attachment.objects.filter(owner_type=OWNER, kind=DOCUMENT)


def documents(ids):
    rows = _all().order_by("id")
    rows = list(rows if ids is None else rows.filter(pk__in=ids))
    titles = dict(Round.objects.filter(pk__in={row.owner_id for row in rows}).values_list("pk", "title"))
    for row in rows:
        yield search.Document(
            id=row.pk,
            title=row.name,
            text=titles.get(row.owner_id, ""),
            day=swedish_day(row.created_at),
            kind=row.extension[:30],
            within=row.owner_id,
        )


def _of_rounds(rounds):
    """Also those that were there: one that has been taken away is not found."""
    return {*_all().filter(owner_id__in=rounds).values_list("id", flat=True), *search.kept_within(NAME, rounds)}


SOURCE = search.Source(
    NAME,
    label=_("Dokument"),
    read=documents,
    visible_to=lambda actor: _all().filter(owner_id__in=Round.objects.visible_to(actor).values("pk")).values("pk"),
    address=lambda entry: reverse("round", args=[entry.within]),
    describe=lambda entry: entry.kind,
    touched_by={"rounds.round": _of_rounds},
)
