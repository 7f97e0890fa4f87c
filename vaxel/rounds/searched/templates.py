from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vaxel import search
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.rounds.domain.template import in_words
from vaxel.rounds.models import Template

NAME = "rounds.template"


def documents(ids):
    """In its latest version; archived ones are not found."""
    rows = Template.objects.filter(archived_at=None).prefetch_related("versions").order_by("id")
    for template in rows if ids is None else rows.filter(pk__in=ids):
        latest = max(template.versions.all(), key=lambda version: version.number, default=None)
        yield search.Document(
            id=template.pk,
            title=template.title,
            text=in_words(latest.content) if latest else "",
            day=swedish_day(template.created_at),
        )


SOURCE = search.Source(
    NAME,
    label=_("Mallar"),
    read=documents,
    # The name is seen by its own body alone, though whoever reads a round may copy its questions.
    visible_to=lambda actor: Template.objects.filter(owner__in=actor.body_ids).values("pk"),
    address=lambda entry: reverse("template", args=[entry.object_id]),
)
