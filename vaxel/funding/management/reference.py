"""Which healthcare regions there were, and who lay in them, read from the reference files: no database is needed."""

import csv

from vaxel.funding.domain.healthcare import HealthcareRegion
from vaxel.network.commands.reference.files import OWN_FILES

WHOLE = "whole"  # a county that lies in two is tied in part to each, its municipalities wholly


def healthcare_regions(day):
    called = {
        row["body"]: (row["code"], row["name"])
        for row in _valid("identities.csv", day)
        if row["kind"] == "healthcare_region"
    }
    members = {body: [] for body in called}
    for row in _valid("ties.csv", day):
        kind, _colon, code = row["child"].partition(":")
        if row["parent"] in members and row["extent"] == WHOLE and kind in {"county", "municipality"}:
            members[row["parent"]].append((kind, code))
    return [HealthcareRegion(*called[body], tuple(members[body])) for body in called]


def _valid(file, day):
    """Dates are half-open."""
    with (OWN_FILES / file).open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["valid_from"] <= day.isoformat() and (not row["valid_to"] or day.isoformat() < row["valid_to"]):
                yield row
