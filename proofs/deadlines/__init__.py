"""Every day of 2020–2040 against a calendar of our own reckoning, and a year of answers sent two seconds before midnight."""

from collections.abc import Iterable

from proofs.deadlines import door, every_day
from proofs.promise import Figure, exactly, said, scaled
from proofs.servers.database import own_database

NAME = "deadlines"
PROMISE = "Whoever sends before Swedish midnight is in time, on every day of 2020–2040 and however long it then takes."


def run(scale: float) -> Iterable[Figure]:
    days = every_day.days(scale)
    yield said("days looked at", len(days))
    for rule, wrong in every_day.RULES.items():
        yield exactly(f"days on which {rule} is wrong", sum(map(wrong, days)), 0)
    yield exactly("days with a summer-time rule a week off that are found", every_day.found_planted(days), True)
    with own_database():
        year = list(door.a_year(scaled(365, scale, least=2)))
    yield said("days of the year on which answers were sent through the web application", len(year))
    for name, (_arrives, _trusted, late) in door.STAMPS.items():
        right = sum(day[name] == late for day in year)
        yield exactly(f"{name}: {'late' if late else 'in time'}", right, len(year))
