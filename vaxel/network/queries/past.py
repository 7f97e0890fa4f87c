"""What has been done to a body, from the journal, with the names of who did it."""

from dataclasses import dataclass

from vaxel import journal
from vaxel.network.models import Person


@dataclass(frozen=True)
class Done:
    when: object
    who: str
    what: str
    note: str


def past(body, limit=20) -> list[Done]:
    """The latest first. Växel itself is who did what no person did; an erased person has no name."""
    lines = journal.of(body, limit=limit)
    people = Person.objects.filter(public_id__in={line.person_id for line in lines if line.person_id})
    names = dict(people.values_list("public_id", "name"))
    return [
        Done(line.at, names.get(line.person_id, "" if line.person_id else "Växel"), line.words, line.note)
        for line in lines
    ]
