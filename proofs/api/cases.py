"""Counted as they are called: a case that schemathesis made and never sent is none."""

import time
from collections import Counter
from collections.abc import Iterator

from schemathesis.core.failures import FailureGroup

from proofs.promise import Figure, at_least, exactly, said, scaled
from tests.api import cases

PROMISED = 10_000
BY_CHANCE = 140  # of each endpoint, beside its corners (each limit of each argument, and just beyond it)
UNDESCRIBED, FAILED = "an answer that is not described", "5xx"


class Tally:
    """What each call gave."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.statuses: Counter[int] = Counter()
        self.faults: list[str] = []

    def hold(self, case, answer) -> None:
        self.calls[case.operation.label] += 1
        self.statuses[answer.status_code] += 1
        if answer.status_code >= 500:
            self.faults.append(f"{FAILED}: {case.operation.label} {answer.status_code}")
            return
        try:
            case.validate_response(answer, checks=cases.CHECKS)
        except (FailureGroup, AssertionError) as fault:
            self.faults.append(f"{UNDESCRIBED}: {case.operation.label} {answer.status_code} {_first(fault)}")

    def of(self, kind: str) -> list[str]:
        return [one for one in self.faults if one.startswith(kind)]


def figures(scale: float) -> Iterator[Figure]:
    tally, began = Tally(), time.process_time()
    each = scaled(BY_CHANCE, scale)
    with cases.one_connection(), cases.keys_and_ids() as (keys, ids):
        for label in sorted(cases.OPERATIONS):
            cases.try_all(label, keys, ids, each, tally.hold, corners=scale == 1)
    yield at_least(
        "cases sent",
        tally.calls.total(),
        scaled(PROMISED if scale == 1 else len(cases.OPERATIONS) * BY_CHANCE // 2, scale),
    )
    yield exactly("endpoints tried", len(tally.calls), len(cases.OPERATIONS))
    yield exactly("answers 5xx", len(tally.of(FAILED)), 0)
    yield exactly("answers with a status or form that is not described", len(tally.of(UNDESCRIBED)), 0)
    if tally.faults:
        yield said("the first of them", sorted(set(tally.faults))[:10])
    done = {
        f"{family}xx": sum(n for status, n in tally.statuses.items() if status // 100 == family) for family in (2, 4)
    }
    yield said("answers", ", ".join(f"{number} {family}" for family, number in done.items()))
    yield said("fewest cases of one endpoint", min(tally.calls.values()))
    yield said("seconds of processor", round(time.process_time() - began))


def _first(fault):
    found = getattr(fault, "exceptions", None) or [fault]
    return str(found[0]).splitlines()[0]
