"""Who else asks this? Questions in use that are the same as, or near, those of a template being written.

In use: asked in a round that has been sent within three years. What has been sent to a public body is a public record,
so its words, sender and kind of receiver are told to every author; the round itself opens only for those who may read it.
"""

import datetime as dt
from dataclasses import dataclass

from vaxel.calendar.clock import now, today
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.question import Questions
from vaxel.rounds.domain.twin import NEAR, likeness
from vaxel.rounds.models import QuestionUse, Round, TemplateVersion
from vaxel.rounds.models.reading import SENT

IN_USE = dt.timedelta(days=3 * 366)
MOST_COMPARED = 5000  # the latest; beyond so many questions in use somebody asks nearly anything


@dataclass(frozen=True)
class Twin:
    """`same`: it is that very question (its id), so answers are offered again; else it is near, and may be taken over."""

    question_id: str
    version_id: int
    label: str
    same: bool
    asker: str
    asked: int  # how many got it
    kinds: tuple[str, ...]  # of the audience's rule
    last: dt.date
    round_id: int | None  # None where the reader may not open it


def twins(template, questions: Questions, actor) -> dict[str, Twin]:
    """By the id of one's own question: its nearest twin among other templates. Three queries however many are in use."""
    found = {question.id: _nearest(question, used) for used in [_in_use(template)] for question in questions}
    found = {key: use for key, use in found.items() if use}
    rounds = {use["round"] for use in found.values()}
    opens = set(Round.objects.visible_to(actor).filter(pk__in=rounds).values_list("pk", flat=True))
    names = at(today()).names({use["owner"] for use in found.values()})
    return {key: _twin(key, use, names, opens) for key, use in found.items()}


def question_in_use(version_id, question_id) -> dict | None:
    """As it stands in a version that has been sent: what may be taken over."""
    version = TemplateVersion.objects.filter(pk=version_id, round__state__in=SENT).distinct().first()
    sections = version.content.get("sections", ()) if version else ()
    asked = (question for section in sections for question in section.get("questions", ()))
    return next((question for question in asked if question["id"] == question_id), None)


def _in_use(template):
    """The latest use of each question first; a question of several rounds once."""
    rows = QuestionUse.objects.filter(version__round__state__in=SENT, version__round__sent_at__gt=now() - IN_USE)
    rows = rows.exclude(version__template=template).order_by("-version__round__sent_at", "question_id")
    seen: dict[str, dict] = {}
    for question, label, version, round, owner, sent_at, audience, size in rows.values_list(
        "question_id",
        "label",
        "version",
        "version__round",
        "version__round__owner",
        "version__round__sent_at",
        "version__round__audience",
        "version__round__frame__size",
    )[:MOST_COMPARED]:
        use = {"question": question, "label": label, "version": version, "round": round, "owner": owner}
        seen.setdefault(question, use | {"sent_at": sent_at, "kinds": audience.get("kinds", ()), "size": size or 0})
    return seen


def _nearest(question, in_use):
    """The very question, else the nearest in words that is near enough."""
    if question.id in in_use:
        return in_use[question.id]
    near = [(likeness(question.label, use["label"]), use) for use in in_use.values()]
    best, use = max(near, key=lambda pair: pair[0], default=(0.0, None))
    return use if best >= NEAR else None


def _twin(key, use, names, opens):
    return Twin(
        question_id=use["question"],
        version_id=use["version"],
        label=use["label"],
        same=use["question"] == key,
        asker=names.get(use["owner"], ""),
        asked=use["size"],
        kinds=tuple(use["kinds"]),
        last=swedish_day(use["sent_at"]),
        round_id=use["round"] if use["round"] in opens else None,
    )
