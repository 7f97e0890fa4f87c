"""Any commands in any order: a state machine plays each kind of thing and holds it against what must always be true."""

import time
from collections.abc import Iterable

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, run_state_machine_as_test

from proofs.promise import Figure, at_least, exactly, said, scaled
from proofs.servers.database import own_database
from proofs.states.of_mandate import Mandates
from proofs.states.of_round import Rounds
from proofs.states.of_template import Templates
from vaxel.rounds.tests.test_delivery_machine import AnyOrder

NAME = "states"
PROMISE = (
    "Whatever is done in whatever order: a round, a delivery, a template and a mandate are only ever in legal states."
)
MACHINES: dict[str, type[RuleBasedStateMachine]] = {
    "round": Rounds,
    "delivery": AnyOrder,
    "template": Templates,
    "mandate": Mandates,
}
PLAYS, STEPS = 1000, 100


def run(scale: float, only: str = "") -> Iterable[Figure]:
    plays = scaled(PLAYS, scale, least=2)
    steps = STEPS if scale >= 0.1 else 20
    with own_database():
        for name, machine in MACHINES.items():
            if only in ("", name):
                start = time.perf_counter()
                taken, fault = played(machine, plays, steps)
                yield said(f"{name}: plays", plays)
                yield at_least(f"{name}: steps taken", taken, plays * steps if scale >= 0.1 else 1)
                yield exactly(f"{name}: what was found wrong", fault, "nothing")
                yield said(f"{name}: steps in a second", round(taken / (time.perf_counter() - start), 1))


def played(machine: type[RuleBasedStateMachine], plays: int, steps: int) -> tuple[int, str]:
    """(the steps that were taken, what was wrong or "nothing"). The same plays every time."""
    taken = 0

    def count(_self: RuleBasedStateMachine) -> None:
        nonlocal taken
        taken += 1

    counted = type(machine.__name__, (machine,), {"counted": invariant()(count)})
    rules = settings(
        max_examples=plays,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(counted, settings=rules)
    except AssertionError as fault:
        return taken, str(fault) or "an assertion"
    return taken, "nothing"
