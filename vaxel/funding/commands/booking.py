"""How an entry comes into the ledger: the pockets held, the rules asked, the entry added, the balances told anew.

Whoever books for another reason than a person's own form names what it comes from (`Origin`): the same thing told twice
is booked once.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import Q

from vaxel.calendar import clock
from vaxel.funding.domain.entries import Entry, EntryKind, Pocket
from vaxel.funding.domain.ledger import in_pocket, standing
from vaxel.funding.domain.posting import LedgerError, refuse_unless_right
from vaxel.funding.models import LedgerEntry, PocketBalance
from vaxel.funding.queries.entries import FIELDS, rule_of
from vaxel.rounds.commands.drafting import in_words
from vaxel.rounds.domain.keys import receipt_key
from vaxel.ui.refusal import Refusal


@dataclass(frozen=True)
class Origin:
    """`type` and `ref` of the saved row it comes from; empty for what a person enters by hand."""

    type: str = ""
    ref: str = ""

    @classmethod
    def of(cls, source) -> "Origin":
        if source is None:
            return cls()
        return cls(source._meta.label_lower, str(source.pk)) if hasattr(source, "_meta") else cls("", str(source)[:64])


@dataclass(frozen=True)
class Draft:
    """An entry before it has a number. `refers_to` and `reverses` are entries' numbers."""

    kind: EntryKind
    ore: int
    day: dt.date
    stream: int
    year: int
    source: int | None = None
    target: int | None = None
    refers_to: int | None = None
    reverses: int | None = None

    @property
    def entry(self) -> Entry:
        return Entry(
            0, self.day, self.kind, self.ore, self.stream, self.year, self.source, self.target, self.refers_to,
            self.reverses,
        )  # fmt: skip

    @property
    def pockets(self) -> list[Pocket]:
        return [Pocket(node, self.stream, self.year) for node in self.entry.nodes]


def book(drafts: Iterable[Draft], *, by, origin: Origin | None = None, key="") -> list[LedgerEntry]:
    """All or none. `key` is the form's: sent twice it gives the entries of the first time."""
    drafts = list(drafts)
    if not drafts:
        return []
    with transaction.atomic():
        pockets = {pocket for draft in drafts for pocket in draft.pockets}
        balances = held(pockets)
        if told := booked_before(key, len(drafts)):
            return told
        known = entries_of(pockets)
        made = [_booked(draft, known, by, origin or Origin(), key and _key(key, n)) for n, draft in enumerate(drafts)]
        for balance in balances:
            project(balance, known)
    return made


def _booked(draft, known, by, origin, key) -> LedgerEntry:
    try:
        refuse_unless_right(known, draft.entry)
    except LedgerError as no:
        raise Refusal(in_words(no.sentence), field=no.field) from no
    made = row_of(draft, by, origin, key)
    made.save(force_insert=True)
    known.append(replace(draft.entry, id=made.pk))
    return made


def row_of(draft, by, origin, key="") -> LedgerEntry:
    return LedgerEntry(
        kind=draft.kind, ore=draft.ore, day=draft.day, stream_id=draft.stream, year=draft.year,
        source_id=draft.source, target_id=draft.target, refers_to_id=draft.refers_to, reverses_id=draft.reverses,
        source_type=origin.type, source_ref=origin.ref, key=key or None, entered_at=clock.now(),
        person_id=by.person_id, mandate_id=by.mandate_id,
    )  # fmt: skip


def undoing(entry: LedgerEntry, day) -> Draft:
    """What reverses the entry from that day on."""
    return Draft(
        EntryKind(entry.kind), entry.ore, day, entry.stream_id, entry.year, entry.source_id, entry.target_id,
        refers_to=entry.refers_to_id, reverses=entry.pk,
    )  # fmt: skip


def _key(key, number):
    return receipt_key(key, number, "ledger")


def booked_before(key, number=1) -> list[LedgerEntry]:
    """What the same form gave the first time. Ask it with the pockets held."""
    if not key:
        return []
    found = {row.key: row for row in LedgerEntry.objects.filter(key__in=[_key(key, n) for n in range(number)])}
    return [found[_key(key, n)] for n in range(number)] if len(found) == number else []


def held(pockets) -> list[PocketBalance]:
    """The pockets' balances, ours until the transaction ends; taken in one order, so that nobody waits in a ring."""
    for pocket in sorted(pockets, key=_order):
        PocketBalance.objects.get_or_create(body_id=pocket.node, stream_id=pocket.stream, year=pocket.year)
    return list(PocketBalance.objects.select_for_update().filter(_any(pockets)).order_by("pk"))


def _order(pocket):
    return pocket.stream, pocket.year, pocket.node


def _any(pockets, body="body", more=()):
    wanted = Q()
    for pocket in pockets:
        wanted |= Q(**{body: pocket.node, "stream": pocket.stream, "year": pocket.year})
    return wanted


def entries_of(pockets) -> list[Entry]:
    """All that touches the pockets, as the rules read it; also what those refer to, and what refers to them."""
    rows = LedgerEntry.objects.filter(_any(pockets, "source") | _any(pockets, "target"))
    found = {row[0]: rule_of(row) for row in rows.order_by("pk").values_list(*FIELDS)}
    beyond = {one.refers_to for one in found.values()} | set(_closings(pockets))
    more = LedgerEntry.objects.filter(Q(pk__in=beyond - {None}) | Q(refers_to__in=list(found)))
    return list((found | {row[0]: rule_of(row) for row in more.values_list(*FIELDS)}).values())


def _closings(pockets):
    """What the year before was closed with: the opening is held against it."""
    before = [replace(pocket, year=pocket.year - 1) for pocket in pockets]
    rows = LedgerEntry.objects.filter(_any(before, "source"), kind=EntryKind.CARRIED_OUT)
    return rows.values_list("pk", flat=True)


def project(balance, known) -> PocketBalance:
    """On a held balance: what all its entries add up to."""
    pocket = Pocket(balance.body_id, balance.stream_id, balance.year)
    told = standing((one for one in known if in_pocket(one, pocket)), pocket.node)
    for name, value in vars(told).items():
        setattr(balance, name, value)
    balance.save()
    return balance
