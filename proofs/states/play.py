"""Some plays of one machine, here or in a process with a database of its own."""

import json
import os
import subprocess
import sys
import traceback
from dataclasses import dataclass

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, run_state_machine_as_test

from proofs.kept import ROOT

MACHINES = {
    "round": "proofs.states.of_round.Rounds",
    "delivery": "vaxel.rounds.tests.test_delivery_machine.AnyOrder",
    "template": "proofs.states.of_template.Templates",
    "mandate": "proofs.states.of_mandate.Mandates",
}
SHORT = 5  # plays or so that hypothesis ends before their time, the first of all among them
AGAIN, ANOTHER = 10, 100_000  # turns at most, and how far their seeds lie apart
ACTS_TOLD = 12


@dataclass(frozen=True)
class Played:
    whole: int  # plays with every step
    steps: int
    fault: str  # "" where none was found


def in_own_process(name: str, plays: int, steps: int, chosen_by: int) -> Played:
    command = [sys.executable, "-m", "proofs.states", name, str(plays), str(steps), str(chosen_by)]
    environment = {
        key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "PYTEST_CURRENT_TEST")
    }
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name} could not be played: {done.stderr[-2000:]}")
    return Played(**json.loads(done.stdout.splitlines()[-1]))


def played(machine: type[RuleBasedStateMachine], plays: int, steps: int, chosen_by: int = 0) -> Played:
    """`chosen_by` gives the same plays every time. Where too many ended before their time, as many more are played."""
    lengths: list[int] = []

    class Counted(machine):
        taken = -1  # what must hold is asked before the first step too

        @invariant()
        def one_more(self) -> None:
            self.taken += 1

        def teardown(self) -> None:
            lengths.append(self.taken)
            super().teardown()

    Counted.__name__ = machine.__name__
    try:
        for again in range(AGAIN):
            left = plays - _whole(lengths, steps)
            if left <= 0:
                break
            chosen = seed(chosen_by + again * ANOTHER)
            run_state_machine_as_test(chosen(Counted), settings=_rules(left + SHORT, steps))
    except Exception as found:  # noqa: BLE001 - whatever falls in a play is a fault, and told as one
        return Played(_whole(lengths, steps), sum(lengths), told(found, Counted))
    return Played(_whole(lengths, steps), sum(lengths), "")


def _rules(plays: int, steps: int) -> settings:
    return settings(
        max_examples=plays,
        stateful_step_count=1 + steps,  # the first lays the world
        deadline=None,
        database=None,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )


def _whole(lengths: list[int], steps: int) -> int:
    return sum(length >= steps for length in lengths)


def told(found: Exception, machine: type[RuleBasedStateMachine]) -> str:
    """What was wrong, where, and the last acts before it: a play of a hundred steps is a thousand lines."""
    where = traceback.extract_tb(found.__traceback__)[-1]
    notes = "\n".join(getattr(found, "__notes__", ()))
    asked = tuple(f"state.{one.function.__name__}(" for one in machine.setup_state().invariants)
    acts = [line for line in notes.splitlines() if line.startswith("state.") and not line.startswith(asked)]
    return f"{type(found).__name__} in {where.name}: {found}; last: {' '.join(acts[-ACTS_TOLD:])}"
