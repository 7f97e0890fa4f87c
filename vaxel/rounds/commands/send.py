"""Sending: the questions and the audience are frozen, every body gets its part, mail waits ten minutes."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import connection, transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.network.domain.kinds import PRINCIPALS, Kind
from vaxel.network.models import Body
from vaxel.rounds import permissions
from vaxel.rounds.commands import bulk, templates
from vaxel.rounds.commands.frames import freeze
from vaxel.rounds.commands.holding import locked, show
from vaxel.rounds.commands.numbers import give_number
from vaxel.rounds.domain.kinds import RoundKind, RoundState, Route
from vaxel.rounds.domain.state import Outcome, Step
from vaxel.rounds.models import (
    Delivery,
    FramePosition,
    FrameRange,
    Receipt,
    Round,
    StateVector,
)
from vaxel.rounds.policies import RoundAct
from vaxel.rounds.queries.asked import kinds_unasked
from vaxel.rounds.queries.vectors import kept
from vaxel.rounds.words import receivers
from vaxel.ui.refusal import Refusal

SECOND_PERSON_ABOVE = 1000


@dataclass(frozen=True)
class SendOutcome:
    sent: bool
    waits_for_second: bool = False


def send(round, *, by, received_at) -> SendOutcome:
    """Above a thousand receivers the first person only asks; another of the owner's own sends."""
    permissions.require(permissions.sends_round(by, round))
    with bulk.room(), transaction.atomic():
        now = locked(round, RoundAct.SEND)
        day = swedish_day(received_at)
        _complete(now, day)
        now.frame = freeze(now.audience, day)
        _everyone_asked(now)
        if _needs_second(now, by):
            return _ask_second(round, now, by)
        if now.template_version_id:
            templates.freeze(now.template_version)
        _open(now, by, received_at, day)
        facts = {"number": now.number, "frame": now.frame_id, "receivers": now.frame.size}
        journal.record("rounds.send", by=by, obj=now, on_behalf_of=now.owner_id, facts=facts)
        if now.frame.size >= bulk.MANY:  # what is sent is sent, also where the figures could not be taken
            transaction.on_commit(lambda: bulk.counted_anew(Delivery, FramePosition), robust=True)
    show(round, now)
    return SendOutcome(sent=True)


def _complete(round, day):
    if not round.title.strip():
        raise Refusal(_("Skriv en rubrik innan ni skickar."), field="title")
    if not round.text.strip():
        raise Refusal(_("Skriv en text till mottagarna innan ni skickar."), field="text")
    asks = round.kind != RoundKind.MAILING
    if asks and round.template_version_id is None:
        raise Refusal(_("Välj frågor innan ni skickar. Bara ett utskick kan sändas utan."), field="template_version")
    if asks and round.due is None:
        raise Refusal(_("Välj en sista svarsdag innan ni skickar."), field="due")
    if round.due and round.due < day:
        raise Refusal(_("Sista svarsdagen har redan varit. Välj i dag eller en senare dag."), field="due")
    if round.template_version_id:
        templates.require_finished(round.template_version)


def _everyone_asked(round):
    """A receiver whom no section is for would have nothing to answer, and stand as missing."""
    if silent := kinds_unasked(round):
        raise Refusal(
            _("Ingen fråga ställs till %(whom)s. Ta bort dem ur urvalet, eller låt ett avsnitt gälla dem.")
            % {"whom": receivers(silent)},
            field="template_version",
        )


def _needs_second(round, by):
    if round.frame.size <= SECOND_PERSON_ABOVE or by.is_system:
        return False
    return round.asked_to_confirm_by in {None, by.person_id}


def _ask_second(shown, round, by):
    """Nothing is sent: the audience is found and frozen anew the moment the second person sends."""
    Round.objects.filter(pk=round.pk).update(asked_to_confirm_by=by.person_id)
    journal.record(
        "rounds.ask_second", by=by, obj=round, on_behalf_of=round.owner_id, facts={"receivers": round.frame.size}
    )
    shown.asked_to_confirm_by = by.person_id
    return SendOutcome(sent=False, waits_for_second=True)


def _open(round, by, received_at, day):
    round.state, round.sent_at, round.sent_by = RoundState.OPEN, received_at, by.person_id
    round.save()
    give_number(round, day)
    run(DELIVERIES, {"round": round.pk, "frame": round.frame_id, "sent": Outcome.SENT})
    if round.route == Route.STEPWISE:
        run(
            WAITING,
            {"round": round.pk, "frame": round.frame_id, "county": Kind.COUNTY, "unit": Kind.UNIT, **_principals()},
        )
    told = {
        "step": Step.SENT,
        "sent": Outcome.SENT,
        "at": received_at,
        "person": by.person_id,
        "mandate": by.mandate_id,
    }
    run(RECEIPTS, {"round": round.pk, **told})
    StateVector.objects.create(round=round, **kept(round.frame, bytes([Outcome.SENT]) * round.frame.size))


def _principals():
    return dict(zip(("region", "municipality"), sorted(PRINCIPALS, reverse=True), strict=True))


def run(statement, values):
    with connection.cursor() as cursor:
        cursor.execute(statement, {name: _plain(value) for name, value in values.items()})


def _plain(value):
    """As this database keeps it: SQLite has neither instants nor UUIDs."""
    if isinstance(value, dt.datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, uuid.UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    return str(value) if isinstance(value, str) else value


_D, _P, _R, _B = (model._meta.db_table for model in (Delivery, FramePosition, FrameRange, Body))
# Each body's part in one statement, straight from the frame: a hundred thousand never pass through Python.
DELIVERIES = f"""
INSERT INTO {_D} (round_id, body_id, position, state)
SELECT %(round)s, body_id, position, %(sent)s FROM {_P} WHERE frame_id = %(frame)s
"""  # noqa: S608 - names of our own tables
RECEIPTS = f"""
INSERT INTO {Receipt._meta.db_table} (delivery_id, step, state, received_at, person_id, mandate_id)
SELECT id, %(step)s, %(sent)s, %(at)s, %(person)s, %(mandate)s FROM {_D} WHERE round_id = %(round)s
"""  # noqa: S608
# A unit waits at its region or municipality, everyone else at the county; who has neither above gets it at once.
WAITING = f"""
UPDATE {_D} SET waits_at_id = (
    SELECT MIN(r.node_id) FROM {_R} r JOIN {_B} node ON node.id = r.node_id
    WHERE r.frame_id = %(frame)s AND r.start <= {_D}.position AND r.stop > {_D}.position AND r.node_id <> {_D}.body_id
      AND ((node.kind = %(county)s AND (SELECT kind FROM {_B} WHERE id = {_D}.body_id) <> %(unit)s)
        OR (node.kind IN (%(region)s, %(municipality)s) AND (SELECT kind FROM {_B} WHERE id = {_D}.body_id) = %(unit)s))
) WHERE round_id = %(round)s
"""  # noqa: S608
