"""A hundred thousand visitors in an hour after a press conference: 28 a second, nobody logged in, the same few pages.

Against the empty view (the statement on accessibility, which is made for each), in turns as in `deadline`. A control asks
for the same pages with a cookie, as somebody who has logged in does: then each is made anew.
"""

from collections.abc import Iterator
from pathlib import Path

from proofs.deadline import turns
from proofs.promise import Figure, at_least, exactly, said, scaled
from proofs.servers import databases, ordinary, vaxel
from proofs.visitors import stream

NAME = "visitors"
PROMISE = "A hundred thousand visitors in an hour read the public pages without an error, as quickly as an empty view."
A_SECOND, SECONDS, TURNS, IN_A_SLICE = 28, 30, 8, 240
LEAST = 1


def run(scale: float = 1) -> Iterator[Figure]:
    for name, database in databases.both():
        with database as url, ordinary.workplace("visitors") as folder:
            for figure in proved(url, folder, scale):
                yield Figure(f"{name}: {figure.name}", figure.value, figure.goal, figure.ok)


def proved(url: str, folder: Path, scale: float) -> Iterator[Figure]:
    env = vaxel.environment(url, folder)
    pages = vaxel.module(env, "proofs.visitors.world", "fill", scaled(20, scale, 2))
    with vaxel.web(env, folder, workers=None) as address:
        asked = {"empty": turns.EMPTY_ONLY, **_asked(pages)}
        rates = turns.by_turns(address, asked, scaled(TURNS, scale, 2), each=scaled(IN_A_SLICE, scale, turns.SLICE))
        came = stream.came(address, list(pages.values()), A_SECOND, SECONDS * scale)
    yield from figures(rates, came)


def _asked(pages: dict[str, str]) -> dict[str, turns.Pages]:
    anyone = [{"path": path, "session": ""} for path in pages.values()]
    own = [{"path": path, "session": "nobody"} for path in pages.values()]
    return {"public pages": anyone, "made anew": own}


def figures(rates: turns.Rates, came: stream.Came) -> Iterator[Figure]:
    yield exactly("errors", len(rates.errors) + len(came.errors), 0)
    yield at_least("public pages, throughput against an empty view", rates.ratio("public pages"), LEAST)
    yield said("the same made anew for each (control)", rates.ratio("made anew"))
    yield said("public pages a second", rates.per_second("public pages"))
    yield said("visitors sent a second, and seconds of them", [A_SECOND, round(came.seconds)])
    yield said("answered in, p50 and p95, ms", came.percentiles())
    yield said("what went wrong", sorted(set(rates.errors + came.errors))[:5])
