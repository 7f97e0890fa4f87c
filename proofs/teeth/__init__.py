"""Would a test notice? Every small change of a rule that could be made is made, and some test must fail.

With the scale of the tests only SMALL is looked at. What was found is kept in .tool/teeth, a file per module: a run that
was cut off goes on from there, and only what has changed is tried again.
"""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from proofs.promise import Figure, at_least, exactly, said
from proofs.teeth import kills, session, survivors
from proofs.teeth.modules import capability, modules

NAME = "teeth"
PROMISE = "A rule that is changed is noticed: of all mutants of domain, permissions and policies 95 in 100 are killed."
SMALL = ["vaxel.calendar.domain.deadlines", "vaxel.calendar.domain.quiet"]
SMALL_LOT = session.Lot(("vaxel/calendar/tests/test_deadlines.py", "vaxel/calendar/tests/test_quiet.py"), "static", 1.5)


def run(scale: float) -> Iterable[Figure]:
    chosen = modules() if scale == 1 else SMALL
    if scale == 1:
        _try_all()
    else:
        session.tried(chosen, SMALL_LOT, politely=False)
    yield from figures(chosen)


def _try_all() -> None:
    with ThreadPoolExecutor(os.cpu_count()) as at_once:
        list(at_once.map(_try, sorted({capability(module) for module in modules()})))


def _try(one: str) -> None:
    """Those that meet a database only where it takes one, or somebody lives without a reason."""
    own = [module for module in modules() if capability(module) == one]
    quick, all_tests = session.lots(one)
    session.tried([module for module in own if ".domain." in module], quick)
    left = [module for module in own if ".domain." not in module or survivors.unexplained([module])]
    session.tried(left, all_tests)


def figures(chosen: list[str]) -> Iterable[Figure]:
    found = {module: kills.read(module) for module in chosen}
    number = sum(map(len, found.values()))
    killed = sum(bool(one.killer) for mutants in found.values() for one in mutants.values())
    yield said("modules", len(chosen))
    yield said("mutants", number)
    yield said("killed", killed)
    yield at_least("killed, in 100", round(100 * killed / number, 2) if number else 0, 95)
    yield exactly("survivors without a reason", len(survivors.unexplained(chosen)), 0)
    yield exactly("reasons whose mutant is gone", len(survivors.gone(chosen)), 0)
