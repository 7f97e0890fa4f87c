"""What is asked, by whom and on what ground: the facts beside the figures."""

from django.db.models import Count
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.composed import seldom
from vaxel.network.queries.asof import at
from vaxel.rounds.commands.documents import documents_of
from vaxel.rounds.models import AlsoReached
from vaxel.rounds.permissions import other_senders
from vaxel.rounds.queries.audience import describe
from vaxel.rounds.words import ROUTES
from vaxel.ui.refusal import Refusal


def about(round):
    senders = [round.owner_id, *sorted(other_senders(round.pk) - {round.owner_id})]
    names = at(today()).names([*senders, *filter(None, [round.assessor_id])])
    return {
        "senders": ", ".join(names[one] for one in senders if one in names),
        "assessor": names.get(round.assessor_id, ""),
        "route": ROUTES[round.route][0],
        "audience": _audience(round),
        "also_reached": sum(number_also_reached(round.pk)),
        "documents": [_document(round, one) for one in documents_of(round)],
    }


@seldom
def number_also_reached(round_id):
    rows = AlsoReached.objects.filter(round=round_id).values("round_id")
    return rows.annotate(number=Count("pk")).values_list("number", flat=True)


def _audience(round):
    try:
        return describe(round.audience, round.frame.as_of if round.frame_id else today())
    except Refusal:
        return _("inte valt än")


def _document(round, attachment):
    return {
        "label": attachment.name,
        "url": reverse("round_document", args=[round.pk, attachment.public_id]),
        "kind": attachment.extension.upper(),
        "size": filesizeformat(attachment.size),
    }
