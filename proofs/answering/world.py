"""Lays bodies, people with logins and keys, and rounds sent to them all, in the database of the environment.

Run as a process of its own (`lay`), so that whoever proves holds no connection to what is about to be killed.
"""

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

PASSWORD = "ett-prov-av-hållfasthet"


@dataclass(frozen=True)
class Someone:
    """A body's contact: logs in by address and password, or calls with a key."""

    body: int
    email: str
    key: str


@dataclass(frozen=True)
class World:
    rounds: tuple[int, ...]
    people: tuple[Someone, ...]


def lay(env: Mapping[str, str], *, bodies: int, rounds: int, drafted: bool = False) -> World:
    """`drafted`: every body has written its answer to every round, and not sent it."""
    command = [sys.executable, "-m", "proofs.answering.world", str(bodies), str(rounds), str(int(drafted))]
    done = subprocess.run(command, env=dict(env), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the world could not be laid: {done.stderr[-2000:]}")
    found = json.loads(done.stdout)
    return World(tuple(found["rounds"]), tuple(Someone(**each) for each in found["people"]))


def _lay(bodies: int, rounds: int, drafted: bool) -> dict:
    from benchmarks.big_sweden import big_sweden

    sweden = big_sweden(bodies)
    asked = _asked(sweden.nation)
    people = _people(list(sweden.units))
    sent = [_sent(sweden.nation, asked, number) for number in range(rounds)]
    if drafted:
        _write_drafts(sent)
    return {"rounds": [each.pk for each in sent], "people": people}


def _people(units):
    from django.contrib.auth.hashers import make_password

    from vaxel.accounts import tokens
    from vaxel.accounts.domain.tokens import Scope
    from vaxel.accounts.models import User
    from vaxel.calendar.clock import today
    from vaxel.network.domain.kinds import Role
    from vaxel.network.models import Mandate, Person

    secret = make_password(PASSWORD)  # one for all: it takes half a second
    emails = {unit: f"kontakt{unit}@example.org" for unit in units}
    User.objects.bulk_create([User(email=email, password=secret) for email in emails.values()])
    users = {user.email: user for user in User.objects.filter(email__in=emails.values())}
    Person.objects.bulk_create([Person(name=f"Kontakt {u}", email=e, user=users[e]) for u, e in emails.items()])
    persons = {person.email: person for person in Person.objects.filter(email__in=emails.values())}
    Mandate.objects.bulk_create([Mandate(body_id=u, person=persons[e], role=Role.CONTACT) for u, e in emails.items()])
    mandates = dict(Mandate.objects.filter(body__in=units).values_list("body_id", "id"))
    until = today() + dt.timedelta(days=30)
    found = []
    for unit, email in emails.items():
        made = tokens.make(users[email], mandates[unit], name="prov", scopes=tuple(Scope), expires_on=until)
        found.append({"body": unit, "email": email, "key": made[1]})
    return found


def _asked(owner):
    from vaxel.rounds.models import Template, TemplateVersion

    questions = [{"id": "q", "type": "number", "label": "Antal"}, {"id": "f", "type": "file", "label": "Bilaga"}]
    content = {"sections": [{"id": "s", "title": "", "questions": questions}]}
    template = Template.objects.create(owner_id=owner, title="Frågor")
    return TemplateVersion.objects.create(template=template, number=1, content=content)


def _sent(owner, asked, number):
    from vaxel.calendar import clock
    from vaxel.network.actor import SYSTEM
    from vaxel.rounds.commands.rounds import create_round, send
    from vaxel.rounds.domain.kinds import RoundKind

    draft = create_round(
        by=SYSTEM,
        owner_id=owner,
        kind=RoundKind.ACCOUNT,
        title=f"Redovisning {number}",
        text="Berätta.",
        due=clock.today() + dt.timedelta(days=30),
        template_version=asked,
        audience={"kinds": ["unit"]},
    )
    send(draft, by=SYSTEM, received_at=clock.now())
    return draft


def _write_drafts(rounds):
    from vaxel.rounds.domain.kinds import AnswerStatus
    from vaxel.rounds.models import Answer, Delivery

    deliveries = Delivery.objects.filter(round__in=[each.pk for each in rounds])
    Answer.objects.bulk_create(
        Answer(delivery=each, number=1, status=AnswerStatus.DRAFT, values={"q": "7"}) for each in deliveries
    )


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaxel.site.settings")
    django.setup()
    wanted_bodies, wanted_rounds, with_drafts = map(int, sys.argv[1:])
    print(json.dumps(_lay(wanted_bodies, wanted_rounds, bool(with_drafts))))
