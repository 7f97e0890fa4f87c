"""Templates keep to the same layers as the code: each extends and includes its own layer or lower, never higher."""

import re
import tomllib

import pytest

from tests.house.templates import PACKAGE, ROOT, TEMPLATES, shown

NAMES = re.compile(r"""{%\s*(?:extends|include)\s+["']([^"']+)["']""")

pytestmark = pytest.mark.static


def _heights() -> dict[str, int]:
    """Package → its height in the house, from import-linter's own contract; those on one line are equally high."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract for contract in contracts if contract["id"] == "house")["layers"]
    return {name.strip(" ()"): height for height, layer in enumerate(reversed(layers)) for name in layer.split("|")}


HEIGHTS = _heights()


def _trespasses(owner: str, source: str) -> list[str]:
    """Names of templates in `source` that lie above `owner`, or beside it in another capability."""
    named = (name.split("/")[0] for name in NAMES.findall(source))
    others = {name for name in named if name in HEIGHTS and name != owner}
    return sorted(other for other in others if HEIGHTS[other] >= HEIGHTS[owner])


def test_the_rule_itself():
    assert _trespasses("rounds", '{% extends "ui/shell/page.html" %}{% include "network/x.html" with a=1 %}') == []
    assert _trespasses("ui", "{% include 'rounds/pages/round/page.html' %}") == ["rounds"]
    assert _trespasses("files", '{% extends "notices/mail.txt" %}') == ["notices"]


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_templates_name_only_what_lies_below(path):
    owner = path.relative_to(PACKAGE).parts[0]
    assert not _trespasses(owner, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_templates_name_what_exists(path):
    """A misspelt include fails only when somebody opens the page."""
    own = {name.split("#")[0] for name in NAMES.findall(path.read_text(encoding="utf-8"))}
    lacking = [name for name in own if name.split("/")[0] in HEIGHTS and not (PACKAGE / name).exists()]
    assert not lacking
