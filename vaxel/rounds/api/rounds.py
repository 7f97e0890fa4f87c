"""Reading rounds: the list, one, its questions, how far it has come, and its answers as one."""

from typing import Annotated, Any, Literal

from ninja import Query, Schema

from vaxel.accounts.api.bearer import reads
from vaxel.accounts.api.desk import Desk
from vaxel.accounts.api.paging import Id, PageNumber, PageSize, paged
from vaxel.rounds.api import shapes
from vaxel.rounds.api.compiled import CompiledOut, compiled_out
from vaxel.rounds.api.finding import node_seen, round_seen, sent_round
from vaxel.rounds.api.router import router
from vaxel.rounds.domain.few import tells_who
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.models import Round
from vaxel.rounds.permissions import reads_as_sender
from vaxel.rounds.queries.compile import compiled
from vaxel.rounds.queries.division import counts_by, division
from vaxel.rounds.queries.few import held_back_here, home_of, is_held_back
from vaxel.rounds.queries.levels import by_child

desk = Desk(router, "rounds")
Node = Annotated[Id | None, Query(description="En nivås del: organisationens id. Utan: hela")]
AsOf = Annotated[Literal["then", "today"], Query(description="Enligt dåvarande eller dagens indelning")]


class QuestionsOut(Schema):
    """The template's content as it lies: sections with questions, each with its stable id."""

    template: int | None
    version: int | None
    content: dict[str, Any]


class Part(Schema):
    """`counts` is null where it would tell what one body has done, by itself or as the whole less the others."""

    node: shapes.Named
    counts: shapes.CountsOut | None
    compiled: bool


class Progress(Schema):
    """`as_of` is the division used: today's is kept back where it would tell what one body has done."""

    node: int | None
    as_of: str
    counts: shapes.CountsOut
    parts: list[Part]


@desk.get("/rounds", reads, shapes.RoundPage, "rounds")
def rounds(
    request,
    state: RoundState | None = None,
    kind: RoundKind | None = None,
    page: PageNumber = 1,
    size: PageSize = 50,
):
    """Those that the key's mandate may read, newest first."""
    found = Round.objects.visible_to(request.actor).order_by("-id")
    wanted = {name: value for name, value in (("state", state), ("kind", kind)) if value}
    return paged(found.filter(**wanted), page, size, shapes.rounds_out)


@desk.get("/rounds/{round}", reads, shapes.RoundWhole, "round")
def one(request, round: Id):
    """One round, whole. `revision` is what a change of the draft must name."""
    return shapes.round_whole(round_seen(request, round))


@desk.get("/rounds/{round}/questions", reads, QuestionsOut, "round_questions")
def questions(request, round: Id):
    """What is asked, also before one has answered; empty for a mailing."""
    version = round_seen(request, round).template_version
    if version is None:
        return {"template": None, "version": None, "content": {}}
    return {"template": version.template_id, "version": version.number, "content": version.content}


@desk.get("/rounds/{round}/progress", reads, Progress, "round_progress")
def progress(request, round: Id, node: Node = None, as_of: AsOf = "then"):
    """How far it has come: the whole or one level's part, and what lies straight below it."""
    found = sent_round(request, round)
    node = node_seen(request, found, node)
    near, sender = _nearness(request, found)
    as_of = division(found, node, as_of, as_sender=sender, is_own=node in near)
    rows = by_child(found, node, as_of)
    hidden = frozenset() if sender else held_back_here(found, rows, node, as_of) - near
    parts = [
        {
            "node": {"id": row.node_id, "name": row.name},
            "counts": None if row.node_id in hidden else shapes.counts_out(row.counts),
            "compiled": row.compiled,
        }
        for row in rows
    ]
    whole = shapes.counts_out(counts_by(found, node, as_of))
    return {"node": node, "as_of": as_of, "counts": whole, "parts": parts}


def _nearness(request, round):
    """The bodies whose small counts are one's own to see, and whether one sees them all."""
    return home_of(request.actor), reads_as_sender(request.actor, round)


@desk.get("/rounds/{round}/compilation", reads, CompiledOut, "round_compilation")
def compilation(request, round: Id, node: Node = None, as_of: AsOf = "then"):
    """The answers as one, question by question: exact figures as text, and the texts that the key may read."""
    found = sent_round(request, round)
    node = node_seen(request, found, node)
    near, sender = _nearness(request, found)
    own = sender or node in near
    whole = compiled(found, node, division(found, node, as_of, as_sender=sender, is_own=own), actor=request.actor)
    hidden = not own and (tells_who(whole.n_answered) or (node is not None and is_held_back(found, node, "done")))
    return compiled_out(found, node, whole, hidden=hidden, own=own)
