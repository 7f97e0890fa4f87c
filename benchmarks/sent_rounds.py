"""Rounds already sent to every unit, with states as they fall in the middle of a busy autumn."""

import itertools

import numpy as np
from django.db import connection

from benchmarks.big_sweden import load
from vaxel.calendar import clock
from vaxel.rounds.commands.frames import freeze
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.domain.state import Flag, Outcome
from vaxel.rounds.models import Delivery, FramePosition, Round, StateVector
from vaxel.rounds.queries.vectors import kept

SHARES = {
    Outcome.SENT: 0.25,
    Outcome.RECEIVED: 0.2,
    Outcome.ANSWERED: 0.4,
    Outcome.ANSWERED | Flag.APPROVED: 0.05,
    Outcome.NOTHING_TO_REPORT: 0.06,
    Outcome.DECLINED: 0.04,
}


def frame_of_all():
    return freeze({"kinds": ["unit"]}, clock.today())


def some_states(size, seed):
    bytes_, shares = np.array(list(SHARES), dtype=np.uint8), list(SHARES.values())
    return np.random.default_rng(seed).choice(bytes_, size=size, p=shares)


def rounds_of(sweden, frame, number, *, with_rows):
    """`with_rows` of them have their deliveries in the table too; every one has its vector."""
    made = Round.objects.bulk_create(
        Round(
            owner_id=sweden.nation,
            kind=RoundKind.ACCOUNT,
            title=f"R{one}",
            frame=frame,
            state=RoundState.OPEN,
            sent_at=clock.now(),
        )
        for one in range(number)
    )
    bodies = list(FramePosition.objects.filter(frame=frame).order_by("position").values_list("body_id", flat=True))
    for seed, round_ in enumerate(made):
        states = some_states(frame.size, seed)
        StateVector.objects.create(round=round_, **kept(frame, states))
        if seed < with_rows:
            rows = zip(itertools.repeat(round_.pk), bodies, range(frame.size), states.tolist(), strict=False)
            load(Delivery._meta.db_table, ("round_id", "body_id", "position", "state"), rows)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    return made
