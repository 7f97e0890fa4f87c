"""What the server serves: 311 principals with a contact each, county coordinators, one round due today and some before it.

Run in a process of its own, with the server's settings: `vaxel.module`.
"""

import itertools
from typing import Any

from django.test import Client
from django.urls import reverse

from benchmarks.big_sweden import BigSweden, big_sweden, version
from vaxel.accounts.models import User
from vaxel.calendar import clock
from vaxel.network.actor import SYSTEM
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Mandate, Person
from vaxel.rounds.commands.rounds import create_round, send
from vaxel.rounds.domain.kinds import AnswerStatus, RoundKind
from vaxel.rounds.domain.state import DONE
from vaxel.rounds.models import Answer, Delivery, Round

SUBMITS_IN_A_TURN, TO_WARM_UP = 24, 8
VALUES = {"q": "17"}


def fill(bodies: int, readers: int, turns: int) -> dict[str, Any]:
    sweden = big_sweden(0)
    principals = sweden.principals[:bodies]
    sessions = _people(sweden, principals)
    due = _sent(sweden, principals)
    parts = [_part(due, body, sessions[body]) for body in principals]
    counties = sweden.counties[: max(1, readers // 2)]
    rounds_page = [{"path": reverse("round", args=[due.pk]), "session": sessions[one]} for one in counties]
    own = [{"path": one["path"], "session": one["session"]} for one in parts]
    first = [{"path": "/", "session": one["session"]} for one in parts]
    mixed = itertools.cycle([rounds_page, own, first])
    return {
        "round": due.pk,
        "sessions": [sessions[body] for body in principals],
        "bodies": parts,
        "reads": {"own part": own, "round's page": rounds_page, "first page": first},
        "readers": [[pages[number % len(pages)] for pages in itertools.islice(mixed, 3)] for number in range(readers)],
        "drafts": list(_drafts(sweden, principals, sessions, SUBMITS_IN_A_TURN * turns + TO_WARM_UP)),
    }


def stands(round_id: int) -> int:
    """How many bodies' answers stand."""
    return Delivery.objects.outcomes().filter(round=round_id, said__in=DONE).count()


def _people(sweden: BigSweden, principals: tuple[int, ...]) -> dict[int, str]:
    """Body → the session of its contact or coordinator."""
    seats = [(body, Role.CONTACT) for body in principals] + [(one, Role.COORDINATOR) for one in sweden.counties]
    users = User.objects.bulk_create(User(email=f"kontakt@{body}.example") for body, _ in seats)
    people = Person.objects.bulk_create(
        Person(user=user, name=f"Kontakten {body}", email=user.email)
        for user, (body, _) in zip(users, seats, strict=True)
    )
    Mandate.objects.bulk_create(
        Mandate(body_id=body, person=person, role=role) for person, (body, role) in zip(people, seats, strict=True)
    )
    return {body: _session(user) for user, (body, _) in zip(users, seats, strict=True)}


def _session(user: User) -> str:
    browser = Client()
    browser.force_login(user)
    return str(browser.cookies["sessionid"].value)


def _sent(sweden: BigSweden, principals: tuple[int, ...]) -> Round:
    left_out = [body for body in sweden.principals if body not in principals]
    draft = create_round(
        by=SYSTEM,
        owner_id=sweden.nation,
        kind=RoundKind.ACCOUNT,
        title="Redovisning av årets medel",
        text="Berätta vad medlen har använts till.",
        due=clock.today(),
        template_version=version(sweden),
        audience={"kinds": [Kind.MUNICIPALITY, Kind.REGION], "except": left_out},
    )
    assert send(draft, by=SYSTEM, received_at=clock.now()).sent
    return draft


def _part(round_: Round, body: int, session: str) -> dict[str, Any]:
    return {"path": reverse("delivery", args=[round_.pk, body]), "session": session, "values": VALUES}


def _drafts(sweden: BigSweden, principals: tuple[int, ...], sessions: dict[int, str], number: int) -> Any:
    """Parts of other rounds, written and read through: what is left is to send."""
    made = 0
    while made < number:
        other = _sent(sweden, principals)
        deliveries = list(Delivery.objects.filter(round=other))
        Answer.objects.bulk_create(
            Answer(delivery=one, number=1, status=AnswerStatus.DRAFT, values={"q": 17}) for one in deliveries
        )
        for one in deliveries:
            path = reverse("delivery_review", args=[other.pk, one.body_id])
            yield {"path": path, "session": sessions[one.body_id]}
        made += len(deliveries)
