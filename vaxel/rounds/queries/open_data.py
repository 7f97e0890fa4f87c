"""A public round's compiled results as open data: national figures, and each county's counts, small numbers held back."""

from dataclasses import dataclass

from vaxel.network.actor import NOBODY
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.few import tells_who
from vaxel.rounds.domain.hiding import held_back
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.question import QuestionType
from vaxel.rounds.models import Round
from vaxel.rounds.queries.compile import compiled
from vaxel.rounds.queries.few import held_back_in_whole
from vaxel.rounds.queries.levels import by_child
from vaxel.rounds.queries.progress import counts

ENDED = (RoundState.CLOSED, RoundState.FED_BACK)


@dataclass(frozen=True)
class Row:
    """One figure; None where it is held back."""

    part: str  # the nation, or a county's name
    code: str
    question: str
    measure: str
    value: object


def datasets():
    """Public rounds that have ended, the newest first: what is open to all, whoever asks."""
    rows = Round.objects.visible_to(NOBODY).filter(is_public=True, state__in=ENDED).exclude(template_version=None)
    return rows.select_related("frame", "template_version", "owner").order_by("-closed_at", "-pk")


def rows_of(round, nation) -> list[Row]:
    """`nation` is what the whole is called. Figures of fewer than three are held back, and their complement with them."""
    return [*_counts(round, nation), *_answers(round, nation)]


def _counts(round, nation):
    whole, children = counts(round), by_child(round)
    codes = {body.pk: body.code or "" for body in at(round.frame.as_of).named([child.node_id for child in children])}
    yield Row(nation, "", "", "asked", whole.asked)
    yield Row(nation, "", "", "answered", whole.done)
    for measure in ("asked", "done"):
        numbers = [getattr(child.counts, measure) for child in children]
        few = [place for place, child in enumerate(children) if tells_who(child.counts.asked)]
        hidden = held_back_in_whole(round, children, measure, few)
        for place, child in enumerate(children):
            name = "answered" if measure == "done" else measure
            value = None if child.node_id in hidden else numbers[place]
            yield Row(child.name, codes.get(child.node_id, ""), "", name, value)


def _answers(round, nation):
    closed: set[str] = set()  # questions with a figure held back, and those that are put to whoever answered them so
    for section in compiled(round).sections:
        if section.tells_who:
            continue
        for one in section.questions:
            if section.for_kinds:  # its own denominator: the others were not asked
                yield Row(nation, "", one.question.label, "asked", section.n_asked)
            follows = one.question.show_if is not None and one.question.show_if.question in closed
            if follows or tells_who(one.aggregate.answered) or _hidden(one.aggregate):
                closed.add(one.question.id)
            yield from _question(nation, one.question, one.aggregate, follows=follows)


def _hidden(whole):
    return held_back([count.count for count in whole.counts])


def _question(nation, question, whole, *, follows):
    """A follow-up is answered by as many as chose what it follows: where that is held back, so is all of it."""
    few = follows or tells_who(whole.answered)
    yield Row(nation, "", question.label, "answered", None if few else whole.answered)
    if whole.figures:
        for measure in ("total", "mean", "median", "first_quartile", "third_quartile"):
            value = None if few else _plain(question, getattr(whole.figures, measure))
            yield Row(nation, "", question.label, measure, value)
    hidden = _hidden(whole)
    for place, count in enumerate(whole.counts):
        yield Row(
            nation, "", f"{question.label}: {count.label}", "chosen", None if few or place in hidden else count.count
        )


def _plain(question, number):
    """A number as such, kronor for money, to six decimals."""
    number = number / 100 if question.type is QuestionType.MONEY else number
    return int(number) if number.denominator == 1 else round(float(number), 6)
