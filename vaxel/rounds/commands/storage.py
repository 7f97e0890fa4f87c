"""The storage act: present state, receipt, unfolded mark and journal row, together or not at all.

One data-modifying statement on PostgreSQL, plain statements on SQLite (where one writer at a time holds the database
anyway). The caller has locked the delivery and decided what happens; nothing is decided here.
"""

import datetime as dt
import uuid
from dataclasses import dataclass
from functools import cache

from django.db import connection

from vaxel import journal
from vaxel.calendar import clock
from vaxel.rounds.domain.state import Step
from vaxel.rounds.models import Delivery, Receipt, UnfoldedMark

OBJECT = "rounds.delivery"


@dataclass(frozen=True)
class Written:
    """What a step leaves behind; `delivery` already carries its new state and times."""

    delivery: Delivery
    step: Step
    at: dt.datetime
    key: str | None
    person_id: uuid.UUID | None
    mandate_id: int | None
    on_behalf_of: int | None
    registered_by_body: int | None = None

    def receipt(self, pk=None) -> Receipt:
        return Receipt(
            pk=pk,
            delivery=self.delivery,
            step=self.step,
            state=self.delivery.state,
            received_at=self.at,
            person_id=self.person_id,
            mandate_id=self.mandate_id,
            registered_by_body=self.registered_by_body,
            key=self.key,
        )


def write(act: Written, by) -> Receipt:
    return _in_one_statement(act) if connection.vendor == "postgresql" else _in_four(act, by)


def _in_four(act, by):
    act.delivery.save(update_fields=["state", *CHANGED[act.step]])
    receipt = act.receipt()
    receipt.save(force_insert=True)
    UnfoldedMark(round_id=act.delivery.round_id, position=act.delivery.position).save(force_insert=True)
    facts = {"receipt": receipt.pk}
    journal.record(f"rounds.{act.step}", by=by, obj=act.delivery, on_behalf_of=act.on_behalf_of, facts=facts)
    return receipt


def _in_one_statement(act):
    with connection.cursor() as cursor:
        cursor.execute(statement(act.step), parameters(act, clock.now()))
        return act.receipt(pk=cursor.fetchone()[0])


def parameters(act, now):
    return {
        "id": act.delivery.pk,
        "state": act.delivery.state,
        **{name: getattr(act.delivery, name) for name in CHANGED[act.step]},
        "at": act.at,
        "now": now,
        "person": act.person_id,
        "mandate": act.mandate_id,
        "behalf": act.on_behalf_of,
        "registered_by": act.registered_by_body,
        "key": act.key,
    }


# Besides the state: what each step may change on its delivery.
CHANGED = {
    Step.RECEIVED: ("received_at",),
    Step.RELAYED: ("relayed_at", "waits_at_id", "via_id"),
    Step.ANSWERED: ("received_at", "answered_at", "approved_at"),
    Step.NOTHING_TO_REPORT: ("received_at", "answered_at", "approved_at"),
    Step.DECLINED: ("received_at", "answered_at", "approved_at"),
    Step.APPROVED: ("approved_at",),
    Step.COMPLETION_REQUESTED: (),
    Step.WITHDRAWN: ("answered_at", "approved_at"),
    Step.ADOPTED: ("received_at", "answered_at"),
    Step.OUTDATED: (),
    Step.STOOD_ASIDE: (),
}


@cache
def statement(step):
    """One for each step, so that the driver can keep them prepared."""
    changed = ", ".join(f"{name} = %({name})s" for name in ("state", *CHANGED[step]))
    return f"""
WITH present AS (
    UPDATE rounds_delivery SET {changed} WHERE id = %(id)s RETURNING id, round_id, position, state
), receipt AS (
    INSERT INTO rounds_receipt (delivery_id, step, state, received_at, person_id, mandate_id, registered_by_body, key)
    SELECT id, '{step}', state, %(at)s, %(person)s, %(mandate)s, %(registered_by)s, %(key)s FROM present
    RETURNING id, delivery_id
), mark AS (
    INSERT INTO rounds_unfoldedmark (round_id, position) SELECT round_id, position FROM present
), entry AS (
    INSERT INTO journal_entry (at, action, person_id, mandate_id, on_behalf_of, object_type, object_id, facts, note_hash)
    SELECT %(now)s, 'rounds.{step}', %(person)s, %(mandate)s, %(behalf)s, '{OBJECT}', delivery_id::text,
        jsonb_build_object('receipt', id), '' FROM receipt
)
SELECT id FROM receipt
"""  # noqa: S608 - a step's own word
