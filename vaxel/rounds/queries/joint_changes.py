"""What has changed since a party adopted: the joint answer itself, and each answer below it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vaxel.rounds.domain.question import Question, Questions
from vaxel.rounds.models import Answer


@dataclass(frozen=True)
class Change:
    """`body_id` None: the joint answer. Without a question: an answer has changed that the reader may not open."""

    body_id: int | None
    name: str
    question: Question | None = None
    before: Any = None
    after: Any = None


def changes_since(shown, signature, questions: Questions, readable) -> list[Change]:
    """`signature` is the adoption that is stale; `readable` the bodies whose answers the reader may open."""
    found = [Change(None, shown.name, *one) for one in _between(questions, signature.version.values, shown.values)]
    then = _bound(signature, shown)
    for party in shown.covered:
        number, values = then.get(party.body_id, (0, {}))
        if number == party.original.number:
            continue
        if party.body_id not in readable:
            found.append(Change(party.body_id, party.name))
            continue
        found += [Change(party.body_id, party.name, *one) for one in _between(questions, values, party.original.values)]
    return found


def _between(questions: Questions, before: Mapping[str, Any], after: Mapping[str, Any]):
    return [
        (question, before.get(question.id), after.get(question.id))
        for question in questions
        if before.get(question.id) != after.get(question.id)
    ]


def _bound(signature, shown) -> dict[int, tuple[int, Mapping[str, Any]]]:
    """Body → (number, values) of each original as it was bound; a submitted version is never rewritten."""
    deliveries = {party.body_id: party.delivery_id for party in shown.covered}
    rows = Answer.objects.filter(delivery__in=deliveries.values())
    values = {(delivery, number): said for delivery, number, said in rows.values_list("delivery", "number", "values")}
    return {body: (number, values.get((deliveries.get(body), number), {})) for body, number in signature.originals}
