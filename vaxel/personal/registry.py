"""The tables that have been spoken of: `TABLES` in each capability's own `personal.py`."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from vaxel.personal.domain.table import PLAIN, Handling, Table
from vaxel.personal.handlings import HANDLINGS


@cache
def _tables() -> dict[str, Table]:
    found: dict[str, Table] = {}
    for config in apps.get_app_configs():
        name = f"{config.name}.personal"
        if config.name.startswith("vaxel.") and find_spec(name):
            found.update({one.model: one for one in import_module(name).TABLES})
    for one in found.values():
        for field, key in one.personal():
            if key not in HANDLINGS:
                raise ValueError(f"{one.model}.{field}: there is no handling called {key}")
    return found


def tables() -> list[Table]:
    return list(_tables().values())


def table_of(model: str) -> Table | None:
    return _tables().get(model)


def handling_of(table: Table, field: str) -> Handling | None:
    """None of what is not about anyone; KeyError of what nobody has spoken of."""
    key = table.fields[field]
    return None if key == PLAIN else HANDLINGS[key]


def kept_by(handling: Handling) -> list[Table]:
    """The tables that hold such fields."""
    return [one for one in tables() if handling.key in one.fields.values()]
