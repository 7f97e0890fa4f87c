"""`lay BODIES` in a round, or `write TIMES PROCESSES`: so many at once, each so many commands, an error a line."""

import multiprocessing
import os
import random
import sys
import uuid

import django


def lay(bodies: int) -> None:
    from benchmarks.big_sweden import big_sweden
    from benchmarks.sent_rounds import frame_of_all, rounds_of
    from vaxel.rounds.domain.state import Outcome
    from vaxel.rounds.models import Delivery

    rounds_of(big_sweden(bodies), frame_of_all(), 1, with_rows=1)
    Delivery.objects.update(state=Outcome.SENT)


def write(times: int, processes: int) -> None:
    """Forks of one that has loaded everything and holds no connection: they start together."""
    start = multiprocessing.get_context("fork")
    several = [start.Process(target=_write, args=(times, number)) for number in range(processes)]
    for one in several:
        one.start()
    for one in several:
        one.join()
        if one.exitcode:
            print(f"a process ended with {one.exitcode}")


def _write(times: int, number: int) -> None:
    """The whole command: lock, policy, state, receipt, mark, journal row, commit. Passing on is allowed again and again."""
    from django.db import Error

    from vaxel.calendar import clock
    from vaxel.network.actor import SYSTEM
    from vaxel.rounds.commands.deliveries import step
    from vaxel.rounds.domain.state import Step
    from vaxel.rounds.models import Delivery

    ids = list(Delivery.objects.values_list("pk", flat=True))
    draw = random.Random(number)
    for _ in range(times):
        try:
            step(Delivery(pk=draw.choice(ids)), Step.RELAYED, by=SYSTEM, key=uuid.uuid4().hex, received_at=clock.now())
        except Error as error:
            print(error, flush=True)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaxel.site.settings")
    django.setup()
    {"lay": lay, "write": write}[sys.argv[1]](*map(int, sys.argv[2:]))
