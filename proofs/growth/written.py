"""`python -m proofs.growth.written`: docs/load.md and docs/images/growth.svg from docs/proof/growth.json."""

from collections.abc import Mapping
from typing import Any

from proofs.growth import plot
from proofs.growth.costs import COSTS, Cost
from proofs.kept import FOLDER, ROOT, number

PAGE, PICTURE = ROOT / "docs" / "load.md", ROOT / "docs" / "images" / "growth.svg"
DATABASES = ("SQLite", "PostgreSQL")


def main() -> None:
    from json import loads

    kept = loads((FOLDER / "growth.json").read_text(encoding="utf-8"))
    PAGE.write_text(page(kept), encoding="utf-8")
    PICTURE.write_text(picture(kept), encoding="utf-8")


def lines(kept: Mapping[str, Any]) -> dict[tuple[str, Cost], list[tuple[int, float]]]:
    """(database, cost) → [(deliveries, value)], as the figures tell them."""
    told = {figure["name"]: figure["value"] for figure in kept["figures"]}
    found = {}
    for database in DATABASES:
        for cost in COSTS:
            name = f"{database}: {cost.name}, {cost.unit} at so many deliveries"
            if name in told:
                pairs = (point.split(": ") for point in told[name])
                found[database, cost] = [(int(size), float(value)) for size, value in pairs]
    return found


def picture(kept: Mapping[str, Any]) -> str:
    return plot.svg(
        {f"{cost.name}, {database}": _in_ms(cost, found) for (database, cost), found in lines(kept).items()}
    )


def _in_ms(cost: Cost, found: list[tuple[int, float]]) -> list[tuple[int, float]]:
    return [(size, value * (1000 if cost.unit == "s" else 1)) for size, value in found]


def page(kept: Mapping[str, Any]) -> str:
    found = lines(kept)
    sizes = [size for size, _ in next(iter(found.values()))]
    head = "".join(f" {number(size)} |" for size in sizes)
    slopes = {figure["name"]: figure for figure in kept["figures"] if figure["goal"]}
    rows = "".join(_row(database, cost, points, slopes) for (database, cost), points in found.items())
    return f"""# Load: how cost grows with the number of deliveries

![How cost grows, both axes logarithmic](images/growth.svg)

One database grows while it is measured: units, then a round to all of them by the same command that a sender's button
runs; a million deliveries are five rounds to 200 000 units, ten times what there is. The slope is that of the line where
both axes are logarithms: 1 is in proportion, 0 stands still.

| cost | database |{head} slope | goal |
|---|---|{"---|" * len(sizes)}---|---|
{rows}
Taken {kept["day"]} at {kept["commit"]} on {kept["machine"]}, which did other things meanwhile: the slope is the figure, the
seconds describe that hour. Again: `{kept["command"]} --keep`, then `python -m proofs.growth.written`, which writes this page.

Ten times today's units and rounds, page by page: [proof.md](proof.md#ten-times). The last minute before a deadline:
[proof.md](proof.md#deadline). A hundred thousand visitors in an hour: [proof.md](proof.md#visitors). Ratios against bare
SQL: `vaxel bench`.
"""


def _row(database: str, cost: Cost, points: list[tuple[int, float]], slopes: Mapping[str, Any]) -> str:
    figure = slopes[f"{database}: {cost.name}, slope"]
    values = "".join(f" {number(value)} |" for _, value in points)
    return f"| {cost.name}, {cost.unit} | {database} |{values} {number(figure['value'])} | {figure['goal']} |\n"


if __name__ == "__main__":
    main()
