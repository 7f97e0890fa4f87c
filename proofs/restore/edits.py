"""A thousand ways to tamper, one at a time and each undone again: does `vaxel verify` see it?

By SQL, past every trigger, as someone with the database's own password would. Run as a process of its own (`tamper`).
"""

import json
import random
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# What an edit of would change nothing that was said: when the sealer ran, who of the body's own has it on the desk.
NOT_EVIDENCE = {
    "journal_seal": {"sealed_at"},
    "journal_note": {"entry_id"},
    "rounds_delivery": {"due", "assignee"},
    "rounds_answer": {
        "revision",
        "created_at",
        "updated_at",
        "updated_by",
        "decided_at",
        "decided_by",
        "returned_note",
    },
}
# Projections: told again from what they were made of.
PROJECTIONS = {
    "rounds_delivery": ("state", "received_at", "relayed_at", "answered_at", "approved_at", "waits_at_id", "via_id"),
    "rounds_statevector": ("states",),
    "funding_pocketbalance": ("left", "granted", "used"),
    "adoption_standing": ("stage",),
    "network_closure": ("depth",),
    "signals_signal": ("state", "desk_id"),
}


@dataclass(frozen=True)
class Found:
    edits: int
    found: int
    by_chain_alone: int
    missed: list[str]
    kinds: dict[str, int]
    false_alarms: list[str]


def tamper(env: Mapping[str, str], edits: int, seed: int) -> Found:
    command = [sys.executable, "-m", "proofs.restore.edits", str(edits), str(seed)]
    done = subprocess.run(command, env=dict(env), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the tampering fell: {done.stderr[-2000:]}")
    return Found(**json.loads(done.stdout))


class Tampering:
    def __init__(self, seed: int):
        from vaxel.journal.witnessed import watched

        self.draw = random.Random(seed)
        self.vouched = [each for each in watched() if self._count(each.table, each.condition)]
        self.projected = [name for name in PROJECTIONS if self._count(name)]

    def kinds(self) -> list[Any]:
        several = [self.entry, self.seal, self.entry_gone, self.tail, self.redone, self.vouched_edit, self.vouched_gone]
        several += [self.projection, self.consistently]
        return [*several, self.note] if self._count("journal_note") else several

    def entry(self) -> str:
        return self._edit("journal_entry", "id IN (SELECT entry_id FROM journal_seal)")

    def seal(self) -> str:
        return self._edit("journal_seal")

    def note(self) -> str:
        return self._edit("journal_note")

    def entry_gone(self) -> str:
        """With its seal, in the middle."""
        number = self.draw.randrange(2, self._last())
        return self._cut(f"= {number}")

    def tail(self) -> str:
        """The last ones, seals and all: the chain that is left is whole."""
        return self._cut(f"> {self._last() - self.draw.randint(1, min(40, self._last() - 2))}")

    def redone(self) -> str:
        """An entry edited and every link after it made anew: the chain is whole, and another."""
        from vaxel.journal.domain.chain import link_hash
        from vaxel.journal.models import Seal
        from vaxel.journal.sealing import link_of

        start = self.draw.randint(max(1, self._last() - 60), self._last())
        self._do(
            f"UPDATE journal_entry SET action = 'rounds.x' WHERE id = (SELECT entry_id FROM journal_seal WHERE number = {start})"
        )
        before = Seal.objects.filter(number=start - 1).values_list("hash", flat=True).first() or "0" * 64
        for seal in Seal.objects.filter(number__gte=start).select_related("entry").order_by("number"):
            made = link_hash(before, link_of(seal.entry))
            self._do(f"UPDATE journal_seal SET previous = '{before}', hash = '{made}' WHERE number = {seal.number}")
            before = made
        return f"the chain redone from {start}"

    def vouched_edit(self) -> str:
        each = self.draw.choice(self.vouched)
        return self._edit(each.table, each.condition, columns=[column.name for column in each.read_as().columns])

    def vouched_gone(self) -> str:
        each = self.draw.choice(self.vouched)
        key = each.read_as().key
        number = self._some(each.table, key, each.condition)
        self._do(f'DELETE FROM "{each.table}" WHERE "{key}" = {number}')
        return f"{each.table} {number} taken away"

    def projection(self) -> str:
        name = self.draw.choice(self.projected)
        return self._edit(name, columns=PROJECTIONS[name])

    def consistently(self) -> str:
        """A receipt and the state beside it, in step: what is told again from the receipts is what stands."""
        number = self._some("rounds_receipt", "id", "step = 'answered'")
        (delivery,) = self._row(f"SELECT delivery_id FROM rounds_receipt WHERE id = {number}")
        self._do(f"UPDATE rounds_receipt SET received_at = '2015-01-01 00:00:00+00:00' WHERE id = {number}")
        self._do(f"UPDATE rounds_delivery SET answered_at = '2015-01-01 00:00:00+00:00' WHERE id = {delivery}")
        return f"rounds_receipt {number} and its delivery, in step"

    def _cut(self, which: str) -> str:
        entries = f"SELECT entry_id FROM journal_seal WHERE number {which}"
        ids = [row[0] for row in self._rows(entries)]
        self._do(f"DELETE FROM journal_seal WHERE number {which}")
        for name in ("journal_note WHERE entry_id", "journal_entry WHERE id"):
            self._do(f"DELETE FROM {name} IN ({', '.join(map(str, ids))})")
        return f"journal links {which} taken away"

    def _edit(self, table: str, condition: str = "1 = 1", columns: Any = ()) -> str:
        """One column of one row becomes something else that the table takes."""
        from vaxel.site.keeping.tables import tables

        found = next(each for each in tables() if each.name == table)
        kinds = {column.name: column.kind for column in found.columns}
        spared = NOT_EVIDENCE.get(table, set()) if not columns else set()
        names = [name for name in (columns or kinds) if name not in spared and name != found.key]
        for _ in range(50):
            column, number = self.draw.choice(names), self._some(table, found.key, condition)
            (before,) = self._row(f'SELECT "{column}" FROM "{table}" WHERE "{found.key}" = {number}')
            try:
                self._change(table, found.key, number, column, self._other(before, kinds[column]))
            except Refused:
                continue  # a constraint of the table's own: that one cannot be made
            return f"{table} {number}: {column} was {before!r}"[:200]
        raise RuntimeError(f"{table} takes no edit")

    def _other(self, before: Any, kind: str) -> Any:
        if kind == "time":
            return f"20{self.draw.randint(10, 15)}-0{self.draw.randint(1, 9)}-11 10:11:12+00:00"
        if kind == "day":
            return f"2009-0{self.draw.randint(1, 9)}-17"
        if kind == "flag":
            return not before
        if kind == "uuid":
            return f"{self.draw.getrandbits(128):032x}"
        if kind == "json":
            told = json.loads(before) if isinstance(before, str) else before or {}
            return json.dumps({**told, "edited": self.draw.randint(0, 9)} if isinstance(told, dict) else [told])
        if kind == "bytes":
            kept = bytearray(bytes(before or b"\0"))
            kept[self.draw.randrange(len(kept))] ^= 7
            return bytes(kept)
        if isinstance(before, str):
            return (before[:-1] + ("a" if before[-1:] != "a" else "b")) or "x"
        return (before or 0) + self.draw.randint(1, 3)

    def _change(self, table: str, key: str, number: Any, column: str, value: Any) -> None:
        from django.db import DatabaseError, connection, transaction

        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f'UPDATE "{table}" SET "{column}" = %s WHERE "{key}" = %s', [value, number])
        except DatabaseError as error:
            raise Refused from error

    def _last(self) -> int:
        return int(self._row("SELECT max(number) FROM journal_seal")[0])

    def _count(self, table: str, condition: str = "1 = 1") -> int:
        return int(self._row(f'SELECT count(*) FROM "{table}" WHERE {condition}')[0])

    def _some(self, table: str, key: str, condition: str = "1 = 1") -> Any:
        place = self.draw.randrange(self._count(table, condition))
        query = f'SELECT "{key}" FROM "{table}" WHERE {condition} ORDER BY "{key}" LIMIT 1 OFFSET {place}'
        return self._row(query)[0]

    def _row(self, query: str) -> Any:
        return self._rows(query)[0]

    def _rows(self, query: str) -> Any:
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchall()

    def _do(self, statement: str) -> None:
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute(statement)


class Refused(Exception):  # noqa: N818 - the table said no, and another edit is drawn
    pass


def seen_by(what: str = "") -> str:
    """The first check of `vaxel verify` that says no; empty if all say yes. The journal is asked first, then whoever
    has the table that was edited, or a thousand runs would mostly tell again what nobody touched.
    """
    from vaxel.site.management.commands.verify import ASKED

    near = ("vaxel.journal.checks", f"vaxel.{what.partition('_')[0]}.checks")
    for capability in sorted(ASKED, key=lambda each: near.index(each.__name__) if each.__name__ in near else 9):
        for name, ok, _sentence in capability.checks():
            if not ok:
                return str(name)
    return ""


def _tamper(edits: int, seed: int) -> Found:
    from collections import Counter

    from django.db import transaction

    from vaxel.journal.guard import erasable

    alarms = [name for name in [seen_by()] if name]
    tampering, by_chain, missed, kinds = Tampering(seed), 0, [], Counter()
    several = tampering.kinds()
    for number in range(edits):
        kind = several[number % len(several)]
        with erasable(), transaction.atomic():
            what = kind()
            seen = seen_by(what)
            transaction.set_rollback(True)
        kinds[kind.__name__] += 1
        by_chain += seen == "journal"
        if not seen:
            missed.append(what)
    alarms += [name for name in [seen_by()] if name]
    return Found(edits, edits - len(missed), by_chain, missed[:20], dict(kinds), alarms)


if __name__ == "__main__":
    import os
    from dataclasses import asdict

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaxel.site.settings")
    django.setup()
    print(json.dumps(asdict(_tamper(int(sys.argv[1]), int(sys.argv[2]))), default=str))
