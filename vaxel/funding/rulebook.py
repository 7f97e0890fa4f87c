"""How an allocation is reckoned, as a page for people: docs/rulebook/allocation.md. `python -m vaxel.funding.rulebook` writes it.

Every amount on it is what the rules gave when it was written; a test fails when they give another.
"""

import datetime as dt
import os
from dataclasses import replace
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "rulebook" / "allocation.md"
DAY = dt.date(2019, 11, 1)
PEOPLE = {"Vansbro": ("2021", 6_792), "Orsa": ("2034", 6_920), "Mora": ("2062", 20_414)}
THREE = {"A": ("0114", 10), "B": ("0115", 10), "C": ("0117", 10)}


def written():
    from django.utils.translation import override

    with override("sv"):
        return "\n".join(_page()).replace("\u00a0", " ") + "\n"


def _page():
    yield "# How an allocation is reckoned"
    yield ""
    yield "Generated from `vaxel/funding/domain/` by `vaxel/funding/rulebook.py`; a test fails when this page is older than the"
    yield "rules. Whole öre throughout, exact fractions between, no floats. The command is `vaxel allocate`."
    yield from _keys()
    yield from _published()
    yield from _modes()
    yield from _nested()
    yield from _alabama()
    yield from _refused()


def _keys():
    from vaxel.funding.domain.terms import Allocation

    told = {
        Allocation.POPULATION: "pot · own people / the country's people that day; without a row for the country, all receivers' people",
        Allocation.EQUAL: "pot / number of receivers",
        Allocation.BASE_AND_POPULATION: "base + (pot − number · base) · own people / people",
        Allocation.SHARES: "pot · own parts / all parts",
        Allocation.ENTERED: "as stated; together the pot",
    }
    yield "\n## The keys\n\n| `allocation` | exact share |\n|---|---|"
    yield from (f"| `{key}` | {told[key]} |" for key in Allocation)


def _published():
    yield "\n## As published (S3): shown to the öre, rounded once on the row\n"
    yield "The populations are derived: the one integer each that gives both columns with the country's 10 319 473."
    yield "Rounding each stream first would give Mora 395 640 + 197 820 = 593 460 kr; the table says 593 461 kr.\n"
    out = _out(PEOPLE, pots=(200_000_000, 100_000_000), country=10_319_473)
    yield "| | people | 200 Mkr | 100 Mkr | payout |\n|---|--:|--:|--:|--:|"
    yield from _rows(out)


def _modes():
    from vaxel.funding.domain.terms import Rounding

    yield "\n## Two ways to round: 100 kr to three of 10 people each"
    for rounding in Rounding:
        out = _out(THREE, pots=(100,), rounding=rounding)
        yield f"\n`{rounding}`: pays {out.sum_payout_ore // 100} kr, difference {out.difference_ore} öre\n"
        yield "| | people | share | payout |\n|---|--:|--:|--:|"
        yield from _rows(out)
    yield "\nEqual remainders: the larger key first, then the lower code. Each kind of receiver is rounded by itself."


def _nested():
    from vaxel.funding.domain.terms import Level, Rounding

    places = {"A": ("0114", 10), "B": ("0115", 10), "C": ("0305", 13)}
    yield "\n## Two levels: 100 kr, counties 01 (10 and 10 people) and 03 (13)\n"
    yield "| | direct | nested |\n|---|--:|--:|"
    both = [_out(places, pots=(100,), rounding=Rounding.LARGEST_REMAINDER, level=level).payouts for level in Level]
    for one, other in zip(*both, strict=True):
        yield f"| {one.name} | {one.payout_ore // 100} kr | {other.payout_ore // 100} kr |"
    yield "\nDirect: within a unit of the exact share. Nested: within a unit at each level, so within two."


def _alabama():
    from vaxel.funding.domain.apportion import apportion

    keys = {"a": 47, "b": 53, "c": 45, "d": 21}
    before, after = apportion(145, keys)["d"], apportion(146, keys)["d"]
    yield "\n## Why what is decided is frozen\n"
    yield f"By keys 47, 53, 45 and 21 the fourth gets {before} of 145 units, and {after} of 146: one unit more to share takes one"
    yield "from it (the Alabama paradox). So a decided allocation is a receipt, and a changed pot a new version."


def _refused():
    from vaxel.funding.domain.terms import Allocation, TermsError

    yield "\n## What is refused\n"
    for change in (
        {"pot_ore": -1},
        {"allocation": Allocation.BASE_AND_POPULATION, "base_ore": 50_00},
        {"allocation": Allocation.ENTERED, "amounts": {"0114": 90_00}},
        {"allocation": Allocation.ENTERED, "amounts": {"0116": 100_00}},
        {"reference_date": DAY.replace(year=2018)},
        {"reference_date": None},
    ):
        try:
            _out(THREE, pots=(100,), change=change)
        except TermsError as no:
            yield f"- {no}"


def _out(places, *, pots, country=None, change=None, **manner):
    from vaxel.funding.domain.allocation import allocate
    from vaxel.funding.domain.areas import Area
    from vaxel.funding.domain.terms import Allocation, Receivers, Rounding, StreamTerms, Terms

    areas = [Area("municipality", code, name, DAY, people) for name, (code, people) in places.items()]
    if country:
        areas.append(Area("country", "00", "Sverige", DAY, country))
    stream = StreamTerms("inriktning", "", 0, Receivers.MUNICIPALITY, Allocation.POPULATION, DAY)
    streams = [replace(stream, key=f"inriktning {n}", pot_ore=pot * 100) for n, pot in enumerate(pots, 1)]
    terms = Terms("Ö", 2020, tuple(replace(one, **(change or {})) for one in streams), Rounding.NEAREST)
    return allocate(replace(terms, **manner), areas)


def _rows(out):
    from vaxel.rounds.domain.shown import kronor

    for at, paid in enumerate(out.payouts):
        shares = [stream.shares[at] for stream in out.streams]
        cells = [paid.name, f"{shares[0].population:,}".replace(",", " "), *(kronor(s.share_ore) for s in shares)]
        yield f"| {' | '.join(cells)} | {kronor(paid.payout_ore)} |"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaxel.site.settings")
    import django

    django.setup()
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(written())
