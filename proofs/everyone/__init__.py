"""Every page and state, in every mode that somebody needs: by axe, by keyboard, enlarged, narrowed, in forced colours."""

import logging
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import product

from django.utils import timezone

from proofs.everyone.browsing import WORLDS, reader, standing
from proofs.everyone.looking import CALM, MODES, WRONG, looked_at
from proofs.everyone.met import expected
from proofs.promise import Figure, exactly, said, scaled
from proofs.so_far import so_far

NAME = "everyone"
PROMISE = (
    "Every page and state can be read and used by keyboard, enlarged, narrowed, in forced colours and without motion."
)
LANGUAGES = ("sv", "en")
log = logging.getLogger(__name__)


def run(scale: float, turn: int | None = None) -> list[Figure]:
    """At a smaller scale every n-th page; `turn` says from which, by default the day, so that a sample a day sees all."""
    turn = timezone.localdate().toordinal() if turn is None else turn
    with ThreadPoolExecutor() as at_once:  # each world has a server and a browser of its own
        looks = list(at_once.map(lambda world: _looks(world, scale, turn), WORLDS))
    tally = sum((tallied for tallied, _faults in looks), Counter())
    faults = [one for _tallied, found in looks for one in found]
    return [
        said("pages in Swedish", tally["pages in sv"]),
        said("pages in English", tally["pages in en"]),
        exactly("modes", len([mode for mode in MODES if tally[mode]]), len(MODES)),
        *(said(name, tally[name]) for name in sorted(tally) if name.startswith("state: ")),
        said("pages × states × modes", sum(tally[mode] for mode in MODES)),
        exactly("violations", len(faults), 0),
        *([said("which", faults[:40])] if faults else []),
    ]


def _looks(world: str, scale: float, turn: int) -> tuple[Counter[str], list[str]]:
    tally: Counter[str] = Counter()
    faults: list[str] = []
    with standing(world) as server:
        for states, language in product((CALM, WRONG), LANGUAGES):
            sample = _sample(server.pages(language), scale, turn)
            tally[f"pages in {language}"] += len(sample) if states == CALM else 0
            for who, path in so_far(sample, f"{world}, {language}, {states[0]}, pages"):
                page = reader(server, who, language)
                for mode, state, wrong in looked_at(page, path, language, expected(path), states):
                    tally[mode] += 1
                    tally[f"state: {state}"] += 1
                    found = [f"{mode}, {state}, {language}, {world}, {who} {path}: {one}" for one in wrong]
                    for one in found:
                        log.warning(one)  # it is long until the end
                    faults += found
    return tally, faults


def _sample(pages: list[tuple[str, str]], scale: float, turn: int) -> list[tuple[str, str]]:
    step = max(1, len(pages) // scaled(len(pages), scale))
    return pages[turn % step :: step]
