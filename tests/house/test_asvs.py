"""docs/asvs.md answers every requirement of ASVS 5.0 level 2, once, and points at something that is there."""

import re
from collections import Counter

import pytest

from devtools.places import ROOT

DOCS = ROOT / "docs"
TABLE = (DOCS / "asvs.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| V([\d.]+) \| (\w+) \| (.*?) \| (.*?) \|$", TABLE, re.MULTILINE)
STATES = {"met", "operator", "none", "partly", "not"}
# The last number of each section's requirements of levels 1 and 2; they always come before those of level 3.
LAST = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1, "3.2": 2, "3.3": 4,
    "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4, "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3,
    "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5,
    "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1, "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4,
    "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
    "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3,
    "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3,
}  # fmt: skip
OF_LEVEL_3 = {"1.2.10", "3.4.7", "15.4.2"}

pytestmark = pytest.mark.static


def test_every_requirement_once():
    asked = {f"{section}.{number}" for section, last in LAST.items() for number in range(1, last + 1)}
    assert len(asked) == 246, "70 of level 1 and 183 of level 2, less the seven of WebRTC"
    found = Counter(number for number, *_rest in ROWS)
    assert found.keys() == asked | OF_LEVEL_3
    assert set(found.values()) == {1}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_says_how_and_points_at_what_is_there(row):
    number, state, how, shown = row
    assert state in STATES
    assert how.strip()
    if state in {"met", "operator"}:
        assert shown or number in {"1.2.9", "1.4.3"}, "what is met is shown somewhere"
    for link in re.findall(r"\]\((.*?)\)", shown):
        path, _, anchor = link.partition("#")
        assert (DOCS / path).exists(), link
        assert not anchor or anchor in _anchors(DOCS / path), link


def _anchors(path):
    headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
