"""Entries as the rules read them."""

from vaxel.funding.domain.entries import Entry, EntryKind

FIELDS = ("id", "day", "kind", "ore", "stream_id", "year", "source_id", "target_id", "refers_to_id", "reverses_id")


def rule_of(row) -> Entry:
    """From `values_list(*FIELDS)`."""
    pk, day, kind, *rest = row
    return Entry(pk, day, EntryKind(kind), *rest)
