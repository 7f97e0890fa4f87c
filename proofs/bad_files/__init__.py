"""A thousand bad files of ten kinds, by real HTTP at every place that takes one: none is read, none is kept."""

from proofs.bad_files.hostile import KINDS, hostile
from proofs.bad_files.judging import found_wanting
from proofs.bad_files.server import standing
from proofs.promise import Figure, at_most, exactly, said, scaled

NAME = "bad-files"
PROMISE = "A bad file is refused in a sentence, quickly and within its memory; nothing of it is read or kept."

FILES, SECONDS, MEGABYTES = 1000, 2, 700


def run(scale: float) -> list[Figure]:
    number = scaled(FILES, scale, len(KINDS))
    with standing(memory=MEGABYTES * 2**20) as server:
        tried = [(place, kind, each, server.refused_within(SECONDS, place, hostile(kind, place.sort, each))) for place, kind, each in _plan(server.places, number)]  # fmt: skip
        kept = server.kept_since()
    faults = [
        wrong
        for place, kind, each, answer in tried
        for wrong in found_wanting(answer, f"{kind} {each} at {place.name}")
    ]
    return [
        exactly("files sent", len(tried), number),
        exactly("kinds", len({kind for _place, kind, _each, _answer in tried}), len(KINDS)),
        said("places that take a file", len({place.name for place, _kind, _each, _answer in tried})),
        exactly("not refused in a Swedish sentence", len(faults), 0),
        exactly("answered by a fault of ours (5xx)", sum(answer.status >= 500 for *_where, answer in tried), 0),
        exactly("rows kept of them", kept, {}),
        at_most(
            "longest until the answer (seconds; sent again up to five times where the machine was busy)",
            round(max(answer.seconds for *_where, answer in tried), 2),
            SECONDS,
        ),
        said("in the middle (seconds)", round(sorted(answer.seconds for *_where, answer in tried)[number // 2], 3)),
        at_most("most memory of the web process (MB)", server.most_memory, MEGABYTES),
        *([said("which", faults[:20])] if faults else []),
    ]


def _plan(places, number):
    """Every kind at every place by turns: the first ten files are of ten kinds."""
    kinds = list(KINDS)
    for each in range(number):
        yield places[(each // len(kinds) + each) % len(places)], kinds[each % len(kinds)], each // len(kinds)
