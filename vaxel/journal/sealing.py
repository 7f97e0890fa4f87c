"""The sealer: chains committed entries in batches. It takes what lacks a seal, never what comes "after the last id":

identities commit out of order on PostgreSQL, and an entry that slips in late still gets its link.
"""

from django.db import connection, transaction
from django.db.models import Max

from vaxel.calendar.clock import now
from vaxel.journal import witness
from vaxel.journal.domain.chain import EMPTY, Head, Link, link_hash
from vaxel.journal.models import Entry, Seal

LOCK = 0x76_61_78_65_6C  # "vaxel": one sealer at a time
BATCH = 2000
REACH = 20_000  # how far below the last sealed identity a late commit is looked for, but once a day


def seal(reach=REACH):
    """Seals every committed entry that has none; returns how many. Safe to run from several places at once.

    `reach=None` looks through the whole journal, for an entry whose transaction outlasted that many others.
    """
    total = 0
    while sealed := _seal_batch(reach):
        total += sealed
    return total


def tick():
    """Vouches for new rows of the watched tables, and seals; the day's first time looks everywhere, and keeps the head
    outside the database. Returns how many entries were sealed.
    """
    from vaxel.journal.heads import export_head, head_is_due

    everywhere = head_is_due()
    witness.witness(None if everywhere else witness.REACH)
    sealed = seal(reach=None if everywhere else REACH)
    export_head()
    return sealed


def head():
    """The last link: print it, mail it, keep it outside the database."""
    last = Seal.objects.order_by("-number").values_list("number", "hash").first()
    return Head(*last) if last else EMPTY


def unsealed(reach=None):
    """Entries without a seal; with a reach, only those that are not far below the last sealed one: an index away."""
    found = Entry.objects.filter(seal=None)
    last = Seal.objects.aggregate(last=Max("entry_id"))["last"] if reach else None
    return found.filter(id__gt=last - reach) if last else found


@transaction.atomic
def _seal_batch(reach):
    _wait_for_other_sealers()
    at, last, seals = now(), head(), []
    for entry in unsealed(reach).order_by("id")[:BATCH]:
        linked = Head(last.number + 1, link_hash(last.hash, link_of(entry)))
        seals.append(Seal(number=linked.number, entry=entry, previous=last.hash, hash=linked.hash, sealed_at=at))
        last = linked
    Seal.objects.bulk_create(seals)
    return len(seals)


def link_of(entry):
    return Link(**{field: getattr(entry, field) for field in Link.__dataclass_fields__})


def _wait_for_other_sealers():
    """SQLite has one writer anyway (IMMEDIATE)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
