"""Compares the files with what is there, and writes the difference: all of it or nothing."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import FOREVER
from vaxel.network.commands.closing import hold_ties, rebuild_closure, refresh
from vaxel.network.commands.reference.files import read
from vaxel.network.commands.reference.tables import TABLES, kind_of
from vaxel.network.commands.refusing import one_change
from vaxel.network.domain.difference import Difference, difference
from vaxel.network.models import Body, Identity, Tie
from vaxel.ui.refusal import Refusal

AT_ONCE = 1000


@dataclass
class Plan:
    """What loading would do, table by table; `first` if no reference data has ever been loaded here."""

    tables: list[tuple]  # (Table, Difference)
    first: bool

    @property
    def changes(self) -> int:
        return sum(len(found.new) + len(found.changed) for _table, found in self.tables)


def plan(folder) -> Plan:
    wanted = read(folder)
    keys = dict(Body.objects.exclude(reference_key=None).values_list("id", "reference_key"))
    return Plan([(table, _compare(table, wanted[table.file], keys)) for table in TABLES], first=not keys)


def load(plan, *, by) -> int:
    """Writes what the plan says; how many rows were new or changed."""
    if not plan.changes:
        return 0
    try:
        with one_change():
            hold_ties()
            ids = _bodies(plan)
            for table, found in plan.tables:
                _write(table, found, ids)
            _close(plan, ids)
            _journal(plan, by)
    except Refusal as refusal:
        words = _("Filerna krockar med vad som finns i Växel: %(why)s Inget är ändrat.")
        raise Refusal(words % {"why": refusal.message}) from refusal
    return plan.changes


def _compare(table, wanted, keys) -> Difference:
    present = {}
    columns = [f"{name}_id" if name in table.bodies else name for name in table.fields]
    for row in table.model.objects.values_list(*columns).iterator(chunk_size=5000):
        named = [
            keys.get(value) if name in table.bodies else value for name, value in zip(table.fields, row, strict=True)
        ]
        if None not in named[: len(table.key)]:  # else a body of this installation's own
            present[tuple(named[: len(table.key)])] = tuple(named[len(table.key) :])
    return difference(present, dict(_as_ended_here(table, wanted, present)))


def _as_ended_here(table, wanted, present):
    """What someone here has ended (a rename, a move) stays ended, though a file that knows less says it goes on."""
    for key, values in wanted.items():
        ours = present.get(key)
        if ours and "valid_to" in table.values:
            place = table.values.index("valid_to")
            if values[place] == FOREVER:
                values = (*values[:place], ours[place], *values[place + 1 :])  # noqa: PLW2901
        yield key, values


def _bodies(plan) -> dict[str, int]:
    """Reference key → id, with the bodies that are named for the first time."""
    _table, found = plan.tables[0]
    ids = dict(Body.objects.exclude(reference_key=None).values_list("reference_key", "id"))
    fresh = dict.fromkeys(key[0] for key in found.new if key[0] not in ids)
    Body.objects.bulk_create((Body(kind=kind_of(key), reference_key=key) for key in fresh), batch_size=AT_ONCE)
    return ids | dict(Body.objects.filter(reference_key__in=list(fresh)).values_list("reference_key", "id"))


def _write(table, found, ids):
    """A changed row is taken away and put back: no order in which rows for a moment stand in each other's way."""
    for key in found.changed:
        table.model.objects.filter(**_fields(table, table.key, key, ids)).delete()
    rows = found.new | {key: after for key, (_before, after) in found.changed.items()}
    made = [table.model(**_fields(table, table.fields, (*key, *values), ids)) for key, values in rows.items()]
    if table.model is Identity:
        made = [identity.refold() for identity in made]
    table.model.objects.bulk_create(made, batch_size=AT_ONCE)


def _fields(table, names, values, ids):
    pairs = zip(names, values, strict=True)
    return {
        f"{name}_id" if name in table.bodies else name: ids[value] if name in table.bodies else value
        for name, value in pairs
    }


def _close(plan, ids):
    found = next(found for table, found in plan.tables if table.model is Tie)
    children: dict = {}
    for tree, child, *_rest in (*found.new, *found.changed):
        children.setdefault(tree, set()).add(ids[child])
    for tree, some in children.items():
        rebuild_closure(tree) if plan.first else refresh(tree, some)


def _journal(plan, by):
    facts = {
        f"{table.model._meta.model_name}_{word}": len(rows)
        for table, found in plan.tables
        for word, rows in (("new", found.new), ("changed", found.changed))
        if rows
    }
    journal.record("network.reference", by=by, object_type="network.reference", object_id="load", facts=facts)
