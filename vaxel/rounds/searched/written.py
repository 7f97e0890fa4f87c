"""What levels have written about the answers, once it is finished."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel import search
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import NodeCompilation
from vaxel.rounds.searched.rounds import names_of, plain

NAME = "rounds.nodecompilation"
WHOLE = "alla"


def documents(ids):
    rows = NodeCompilation.objects.exclude(finished_at=None).exclude(text="").select_related("round").order_by("id")
    rows = list(rows if ids is None else rows.filter(pk__in=ids))
    names = names_of({row.node_id for row in rows})
    for row in rows:
        yield search.Document(
            id=row.pk,
            title=_("%(who)s om svaren: %(title)s") % {"who": names[row.node_id], "title": row.round.title},
            text=plain(row.text),
            day=swedish_day(row.finished_at),
            kind=WHOLE if row.round.state == RoundState.FED_BACK else "",
            within=row.round_id,
        )


def _address(entry):
    """One's own level's page, or the sender's; once fed back the whole, where every level's words stand for all."""
    return reverse("compilation", args=[entry.within]) + (f"?nod={entry.kind}" if entry.kind else "")


def _of_rounds(rounds):
    return NodeCompilation.objects.filter(round__in=rounds).values_list("id", flat=True)


def _of_bodies(bodies):
    return NodeCompilation.objects.filter(node__in=bodies).values_list("id", flat=True)


SOURCE = search.Source(
    NAME,
    label=gettext_lazy("Sammanställningar"),
    read=documents,
    visible_to=lambda actor: NodeCompilation.objects.said_to(actor).values("pk"),
    address=_address,
    touched_by={"rounds.round": _of_rounds, "network.body": _of_bodies},
)
