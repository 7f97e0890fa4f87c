"""Every page and state, in every mode that somebody needs: by axe, by keyboard, enlarged, narrowed, in forced colours."""

from collections import Counter

from proofs.everyone.browsing import reader, standing
from proofs.everyone.looking import MODES, looked_at
from proofs.promise import Figure, exactly, said, scaled

NAME = "everyone"
PROMISE = (
    "Every page and state can be read and used by keyboard, enlarged, narrowed, in forced colours and without motion."
)


def run(scale: float, turn: int = 0) -> list[Figure]:
    """At a smaller scale every n-th page; `turn` says from which, so that a sample a day sees them all."""
    tally: Counter[str] = Counter()
    faults: list[str] = []
    with standing() as server:
        for language in ("sv", "en"):
            pages = server.pages(language)
            number = scaled(len(pages), scale)
            step = max(1, len(pages) // number)
            for who, path in pages[turn % step :: step]:
                for mode, state, wrong in looked_at(reader(server, who, language), path, language):
                    tally[mode] += 1
                    tally[f"state: {state}"] += 1
                    faults += [f"{mode}, {state}, {language} {path}: {one}" for one in wrong]
            tally[f"pages in {language}"] += len(pages[turn % step :: step])
    return [
        said("pages in Swedish", tally["pages in sv"]),
        said("pages in English", tally["pages in en"]),
        exactly("modes", len([mode for mode in MODES if tally[mode]]), len(MODES)),
        *(said(name, tally[name]) for name in sorted(tally) if name.startswith("state: ")),
        said("pages × states × modes", sum(tally[mode] for mode in MODES)),
        exactly("violations", len(faults), 0),
        *([said("which", faults[:40])] if faults else []),
    ]
