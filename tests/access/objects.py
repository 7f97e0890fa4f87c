"""What the permission matrix asks about: for each address, an object of one's own and its twin somewhere else.

The matrix (test_matrix.py) opens every address in the URLconf, as each of nine roles (people.py), by GET and by POST, on
one's own object and on the twin, and compares with expected.py. To add an address:

1. Its rule must have a row in `expected.py`: which roles, own and other. The row says what the design says, not what the
   code does.
2. If it has arguments in the address, say how to make them, in a file `tests/access/of_<capability>.py`:

       @made_for("round", "body")                   # by the arguments' names: serves every address with exactly these
       def deliveries(world):
           return Twins(own={"round": …, "body": world.mora.pk}, other={"round": …, "body": world.laholm.pk})

       @made_for_address("round_document")          # or for one address, where the names are not enough
       def documents(world): …

3. If a POST needs something in it to mean anything, say so; without this an empty form is sent:

       @posted_to("switch_mandate")
       def a_mandate(world, person): return {"mandate": person.mandate.pk}

`world` is a small Sweden (vaxel/rounds/tests/world.py): `own` is Mora in Dalarna, `other` Laholm in Halland.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from django.db import transaction


@dataclass(frozen=True)
class Twins:
    """Arguments of an address: for the object of one's own, and for one of the same sort that is somebody else's."""

    own: dict
    other: dict | None = None  # None where there is no such thing as somebody else's
    query: str = ""  # "?nod=12", where the address says more after the question mark


NO_ARGUMENTS = Twins(own={})

_by_arguments: dict[frozenset[str], Callable] = {}
_by_address: dict[str, Callable] = {}
_posts: dict[str, Callable] = {}


def made_for(*arguments: str):
    return _into(_by_arguments, frozenset(arguments))


def made_for_address(name: str):
    return _into(_by_address, name)


def posted_to(name: str):
    return _into(_posts, name)


def _into(table, key):
    def keep(maker):
        assert key not in table, f"{key} is made twice: by {table[key].__name__} and {maker.__name__}"
        table[key] = maker
        return maker

    return keep


def make_all(world) -> None:
    """Once, before any door is tried; a maker that fails is told where its address is tried."""
    world.twins = {maker: _made(maker, world) for maker in {*_by_arguments.values(), *_by_address.values()}}


def _made(maker, world):
    try:
        with transaction.atomic():
            return maker(world)
    except Exception as fault:  # noqa: BLE001 - raised again by `twins`
        return fault


def twins(address, world) -> Twins:
    maker = _by_address.get(address.name) or _by_arguments.get(address.parts)
    if maker:
        made = world.twins[maker]
        if isinstance(made, Exception):
            raise made
        return made
    arguments = ", ".join(sorted(address.parts))
    assert not address.parts, (
        f"{address.name}: nobody says how to make {arguments}. Add `@made_for({arguments})` in tests/access/of_*.py; "
        "how stands at the top of tests/access/objects.py."
    )
    return NO_ARGUMENTS


def posted(address, world, person) -> dict:
    maker = _posts.get(address.name)
    return maker(world, person) if maker else {}


def known() -> tuple[set[frozenset[str]], set[str]]:
    """(argument sets, address names) that somebody makes, to find what is left over."""
    return set(_by_arguments), set(_by_address) | set(_posts)


def load() -> None:
    """Every capability's own file."""
    for path in sorted(Path(__file__).parent.glob("of_*.py")):
        import_module(f"tests.access.{path.stem}")
