"""A country in a database of its own, rounds sent by the command itself, and people who open pages."""

import contextlib
import io
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.management import call_command
from django.db import connection
from django.test import Client

from benchmarks.big_sweden import BigSweden, big_sweden, version, with_more
from vaxel.accounts.models import User
from vaxel.calendar import clock
from vaxel.network.actor import SYSTEM
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate, Person
from vaxel.rounds.commands.rounds import create_round, send
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.models import Delivery, Receipt, Round, StateVector
from vaxel.site.serving import static

PRINCIPALS = ("municipality", "region")


@dataclass
class World:
    sweden: BigSweden
    rounds: list[Round] = field(default_factory=list)

    def grow(self, units: int) -> None:
        self.sweden = with_more(self.sweden, units)

    def draft(self, kinds: Sequence[str] = ("unit",)) -> Round:
        """Each to a frame of its own: one unit or municipality fewer than the last."""
        some = self.sweden.units if "unit" in kinds else self.sweden.principals
        return create_round(
            by=SYSTEM,
            owner_id=self.sweden.nation,
            kind=RoundKind.ACCOUNT,
            title=f"Redovisning {len(self.rounds)} av årets medel",
            text="Berätta vad medlen har använts till.",
            due=clock.today(),
            template_version=version(self.sweden),
            audience={"kinds": list(kinds), "except": [some[-1 - len(self.rounds)]]},
        )

    def send(self, draft: Round) -> Round:
        assert send(draft, by=SYSTEM, received_at=clock.now()).sent
        self.rounds.append(draft)
        return draft

    def browser(self, body: int, role: Role = Role.CONTACT) -> Client:
        user = User.objects.create(email=f"{role}@{body}.example")
        person = Person.objects.create(user=user, name=f"Kontakten {body}", email=user.email)
        Mandate.objects.create(body_id=body, person=person, role=role)
        browser = Client(headers={"host": "127.0.0.1"})
        browser.force_login(user)
        return browser


def world(units: int) -> World:
    static.gather()
    return World(big_sweden(units))


def copies(round_: Round, number: int, *, still_open: int) -> None:
    """As if it had been sent so many times more; all but some are over since long."""
    for one in range(number):
        again = _again(round_, f"{round_.title}, gång {one + 2}", is_open=one < still_open)
        _rows_of(round_, again)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _again(round_: Round, title: str, *, is_open: bool) -> Round:
    again = Round.objects.get(pk=round_.pk)
    again.pk, again.public_id, again.number, again.title = None, uuid.uuid4(), None, title
    if not is_open:
        again.state, again.closed_at = RoundState.CLOSED, clock.now()
    again.save(force_insert=True)
    return again


def _rows_of(round_: Round, again: Round) -> None:
    vector = StateVector.objects.get(round=round_)
    vector.pk, vector.round_id = None, again.pk
    vector.save(force_insert=True)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Delivery._meta.db_table} (round_id, body_id, position, state)"
            f" SELECT %s, body_id, position, state FROM {Delivery._meta.db_table} WHERE round_id = %s",
            [again.pk, round_.pk],
        )
        cursor.execute(
            f"INSERT INTO {Receipt._meta.db_table} (delivery_id, step, state, received_at)"
            f" SELECT id, 'sent', state, %s FROM {Delivery._meta.db_table} WHERE round_id = %s",
            [again.sent_at, again.pk],
        )


def quietly(*command: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        call_command(*command, stdout=io.StringIO())
