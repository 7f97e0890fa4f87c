"""The templates that come with Växel, as files: lawyers read them in a difference, and a new one needs no code."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from vaxel.funding.domain.contract_text import ContractText, TextError, from_data
from vaxel.rounds.domain.sentence import _

HERE = Path(__file__).parents[1] / "contract_templates"


class ContractTemplate(StrEnum):
    """RESOURCE_CENTRE: S0 app. 4. GRANT: any other stream's money. MUNICIPAL: a part of it, passed on to a municipality."""

    RESOURCE_CENTRE = "resource-centre"
    GRANT = "grant"
    MUNICIPAL = "municipal"


@cache
def template(key: ContractTemplate) -> ContractText:
    return parse((HERE / f"{key}.toml").read_text("utf-8"))


def parse(toml: str) -> ContractText:
    """Refuses, with the line, what is no TOML, and by name whatever else is wrong."""
    try:
        data: Mapping[str, object] = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise TextError(_("Avtalsmallen går inte att läsa: %(error)s."), error=error)
    if unknown := sorted(set(data) - {"title", "clauses"}):
        raise TextError(_("Avtalsmallen har ordet ”%(word)s”. De tillåtna är title och clauses."), word=unknown[0])
    return from_data(data)
