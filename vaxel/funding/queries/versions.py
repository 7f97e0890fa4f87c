"""An agreement's versions: which was the first, and which came before. A handful a year, so all are read at once."""

from vaxel.funding.models import Agreement


def first_versions() -> dict[int, str]:
    """Agreement → the public id of its first version: the same through every later one."""
    rows = {pk: (replaces, public) for pk, replaces, public in _rows()}

    def first(pk):
        while rows[pk][0] is not None:
            pk = rows[pk][0]
        return rows[pk][1].hex

    return {pk: first(pk) for pk in rows}


def earlier_versions() -> dict[int, list[int]]:
    """Agreement → those it has replaced, the oldest first."""
    before = {pk: replaces for pk, replaces, _public in _rows()}
    return {pk: _chain(pk, before)[::-1] for pk in before}


def _chain(pk, before):
    found = []
    while (pk := before[pk]) is not None:
        found.append(pk)
    return found


def _rows():
    return Agreement.objects.values_list("pk", "replaces_id", "public_id")
