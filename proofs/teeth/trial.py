"""The tests' own process tries every mutant: a plugin for pytest, `-p proofs.teeth.trial`, told what to do by TEETH.

First each test is run once and tells which lines it reaches. Then each mutant is put in, and the tests that reach its
line are run, those first that name its module, until one fails. A fork for each would be cleaner, and took a second.
"""

import json
import os
import resource
import signal
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import hypothesis
import pytest
from _pytest.outcomes import Skipped
from _pytest.runner import CallInfo
from _pytest.tmpdir import tmppath_result_key
from django.core.cache import cache

from proofs.teeth import kills, living
from proofs.teeth.kills import Kill
from proofs.teeth.mutants import Mutant, mutants

ORDER = json.loads(os.environ.get("TEETH", "{}"))
MEMORY = 8 * 2**30  # of data, for a mutant that never stops asking for more
EXAMPLES = 25  # where a test does not say itself: a mutant found with fewer is found with all
KEEP = 2  # seconds: what has been found until then is kept, should a mutant end the process
SLOW = 5, 2  # times as long as unchanged, and so many seconds more: it never ends


class OutOfTime(BaseException):
    """Nothing that a test or a rule would catch."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session):
    """The same examples every time, and none made smaller: that a test fails is all we ask."""
    few = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
    more = {"max_examples": EXAMPLES, "suppress_health_check": list(hypothesis.HealthCheck)}
    hypothesis.settings.register_profile("teeth", deadline=None, derandomize=True, database=None, phases=few, **more)
    hypothesis.settings.load_profile("teeth")


def pytest_runtestloop(session):
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    signal.signal(signal.SIGVTALRM, _stop)
    kills.FOLDER = Path(ORDER.get("folder", kills.FOLDER))
    for module in ORDER["modules"]:
        __import__(module)
    trial = Trial(session)
    trial.listen()
    trial.run()
    return True


def _stop(*_):
    raise OutOfTime


@dataclass
class Trial:
    session: pytest.Session
    seconds: dict[int, float] = field(default_factory=dict)
    reached: dict[tuple[str, int], set[int]] = field(default_factory=lambda: defaultdict(set))
    faults: list[str] = field(default_factory=list)

    @property
    def items(self):
        return self.session.items

    def listen(self):
        """Every test once, unchanged; what an earlier one left in memory would keep a line from being reached again."""
        self.memories = living.memories()
        now: dict[tuple[str, int], None] = {}
        stops = [living.listen(module, _Ear(module, now)) for module in ORDER["modules"]]
        for index in range(len(self.items)):
            self._forget()
            now.clear()
            start = time.process_time()
            if self._fails(index, index + 1):
                self.faults.append(self.items[index].nodeid)
                continue
            self.seconds[index] = time.process_time() - start
            for place in now:
                self.reached[place].add(index)
        self.session._setupstate.teardown_exact(self.session)
        named = any(self._names(index, module) for index in self.seconds for module in ORDER["modules"])
        if named and not self.reached:
            raise AssertionError("No test reaches any line: the listening does not work")
        for stop in stops:
            stop()
        print(f"\n{len(self.items)} tests, {len(self.faults)} fail unchanged", *self.faults, sep="\n  ", flush=True)

    def run(self):
        self.functions = {module: living.functions(module) for module in ORDER["modules"]}
        for module in ORDER["modules"]:
            self._module(module)

    def _module(self, module):
        known = kills.read(module)
        start, found = time.perf_counter(), {}
        written = start
        for mutant in mutants(module):
            before = known.get(mutant.name)
            found[mutant.name] = before if before and before.killer and before.stands() else self._try(mutant)
            if time.perf_counter() - written > KEEP:
                kills.write(module, known | found, "")
                written = time.perf_counter()
        kills.nothing_is_tried(module)
        self._still_whole(found.values())
        kills.write(module, found, ORDER.get("lot", ""))
        lived = sum(not one.killer for one in found.values())
        print(f"{module}: {len(found)} mutants, {lived} live, {time.perf_counter() - start:.0f} s", flush=True)

    def _still_whole(self, found):
        """Nothing of the mutants is left in the process: who killed one holds again."""
        self._forget()
        killers = {one.killer for one in found}
        for index in self.seconds:
            if self.items[index].nodeid in killers and self._fails(index):
                raise AssertionError(f"{self.items[index].nodeid} fails though no mutant is there any more")

    def _tests(self, mutant: Mutant) -> list[int]:
        """Of a module's own line first those whose file has its words: the tests of a door say the door's name."""
        if mutant.place:
            found, words = self.reached[mutant.module, mutant.line], set()
        else:
            found = set().union(*(tests for (module, _), tests in self.reached.items() if module == mutant.module))
            found |= {index for index in self.seconds if self._names(index, mutant.module)}
            words = living.words(mutant.source, mutant.line)
        ordered = sorted(
            found,
            key=lambda one: (not self._has(one, words), not self._names(one, mutant.module), self.seconds[one]),
        )
        return self._within_budget(ordered)

    def _has(self, index, words) -> bool:
        return any(word in _imports(self.items[index].path) for word in words)

    def _within_budget(self, ordered):
        spent, chosen = 0.0, []
        for index in ordered:
            spent += self.seconds[index]
            if chosen and spent > ORDER["budget"]:
                break
            chosen.append(index)
        return chosen

    def _names(self, index, module) -> bool:
        """The test's file imports the module, or something from it."""
        return module in _imports(self.items[index].path)

    def _try(self, mutant: Mutant) -> Kill:
        self._forget()
        function = bool(mutant.place)
        living_ones = self.functions[mutant.module]
        try:
            undo = living.put_in(mutant.module, mutant.source, mutant.line, in_function=function, living=living_ones)
        except Exception as fault:  # noqa: BLE001 - a module that cannot be imported is noticed by everybody
            return Kill(f"not importable: {type(fault).__name__}")
        try:
            return self._tried(mutant)
        finally:
            undo()

    def _tried(self, mutant) -> Kill:
        tests = self._tests(mutant)
        for index in tests:
            item = self.items[index]
            kills.is_tried(mutant, item.nodeid)
            if self._fails(index, limit=SLOW[0] * self.seconds[index] + SLOW[1]):
                return Kill(item.nodeid, kills.hashed(item.path))
        return Kill("", "", len(tests))

    def _forget(self):
        for forget in self.memories:
            forget()
        cache.clear()

    def _fails(self, index, after=None, limit=600.0) -> bool:
        """The three phases of a test, as pytest runs them, without a report. `after` is the test that comes next."""
        item = self.items[index]
        nextitem = self.items[after] if after is not None and after < len(self.items) else self.session
        item._initrequest()
        item.stash[tmppath_result_key] = {}  # a report would say how it went; without one its folder is never left
        signal.setitimer(signal.ITIMER_VIRTUAL, limit)
        try:
            calls = [_call(item, "setup")]
            if not calls[0].excinfo:
                calls.append(_call(item, "call"))
            calls.append(_call(item, "teardown", nextitem=nextitem))
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            item._request, item.funcargs = False, None
        return any(call.excinfo and not isinstance(call.excinfo.value, Skipped) for call in calls)


def _call(item, when, **more):
    hook = getattr(item.ihook, f"pytest_runtest_{when}")
    return CallInfo.from_call(lambda: hook(item=item, **more), when=when, reraise=(KeyboardInterrupt,))


class _Ear:
    def __init__(self, module, now):
        self.module, self.now = module, now

    def __call__(self, line):
        self.now[self.module, line] = None


_READ: dict[Path, str] = {}


def _imports(path: Path) -> str:
    """The file's text, with `from a.b import c` also as a.b.c."""
    if path not in _READ:
        text = path.read_text(encoding="utf-8")
        names = [
            f"{words[1]}.{name.strip(' ,()')}"
            for line in text.splitlines()
            if (words := line.split()) and words[0] == "from" and "import" in words
            for name in line.partition(" import ")[2].split(",")
        ]
        _READ[path] = "\n".join([text, *names])
    return _READ[path]
