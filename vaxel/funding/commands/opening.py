"""A decided allocation opens the ledger: pot, each receiver's share to the öre, and the rounding lines of the payouts."""

from collections import defaultdict

from django.utils.translation import gettext as _

from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.funding.commands.booking import Draft, Origin, row_of, undoing
from vaxel.funding.domain.entries import EntryKind, Pocket
from vaxel.funding.domain.ledger import Standing, standing
from vaxel.funding.models import LedgerEntry, PocketBalance
from vaxel.ui.refusal import Refusal

K = EntryKind
AT_ONCE = 500


def open_ledger(decision, *, by) -> int:
    """How many entries; nought where it is open already. By no form: what is decided is right by construction."""
    origin = Origin.of(decision)
    if LedgerEntry.objects.filter(source_type=origin.type, source_ref=origin.ref).exists():
        return 0
    drafts = list(_drafts(decision))
    rows = LedgerEntry.objects.bulk_create([row_of(draft, by, origin) for draft in drafts], batch_size=AT_ONCE)
    _balances([row.rule for row in rows])
    return len(rows)


def _drafts(decision):
    agreement, day = decision.agreement, swedish_day(decision.decided_at)
    payer = agreement.payer_id or agreement.owner_id
    grants = [one for one in decision.grants.select_related("stream") if one.share_ore and one.body_id != payer]
    rounding = _rounding(decision, grants)
    for stream in agreement.streams.all():
        own = [one for one in grants if one.stream_id == stream.pk]
        common = {"day": day, "stream": stream.pk, "year": agreement.year}
        out = sum(one.share_ore + rounding.get(one.pk, 0) for one in own)
        if stream.pot_ore:
            yield Draft(K.POT, stream.pot_ore, target=payer, **common)
        if out > stream.pot_ore:
            yield Draft(K.ROUNDED_POT, out - stream.pot_ore, target=payer, **common)
        for one in own:
            yield Draft(K.GRANTED, one.share_ore, source=payer, target=one.body_id, **common)
            yield from _rounded(rounding.get(one.pk, 0), payer, one.body_id, common)


def _rounded(ore, payer, body, common):
    if ore > 0:
        yield Draft(K.ROUNDED_UP, ore, source=payer, target=body, **common)
    elif ore < 0:
        yield Draft(K.ROUNDED_DOWN, -ore, source=body, target=payer, **common)


def _rounding(decision, grants):
    """Grant → the öre that the payout in whole kronor adds: a row's rounding is booked on its largest stream."""
    rows = defaultdict(list)
    for one in grants:
        rows[one.body_id, one.stream.receivers].append(one)
    found = {}
    for payout in decision.payouts.all():
        if own := rows.get((payout.body_id, payout.kind)):
            largest = max(own, key=lambda one: (one.share_ore, -one.pk))
            found[largest.pk] = max(payout.payout_ore - sum(one.share_ore for one in own), -largest.share_ore)
    return found


def _balances(entries):
    """Every pocket of new streams at once: no row of theirs is there before."""
    by_pocket = defaultdict(list)
    for entry in entries:
        for node in entry.nodes:
            by_pocket[Pocket(node, entry.stream, entry.year)].append(entry)
    rows = [
        PocketBalance(
            body_id=pocket.node, stream_id=pocket.stream, year=pocket.year, **vars(standing(own, pocket.node))
        )
        for pocket, own in by_pocket.items()
    ]
    PocketBalance.objects.bulk_create(rows, batch_size=AT_ONCE)


def take_back(decision, *, by) -> int:
    """A later version holds instead: what was granted by this one is reversed, if nobody has begun to use it."""
    origin = Origin.of(decision)
    booked = LedgerEntry.objects.filter(source_type=origin.type, source_ref=origin.ref)
    granted = list(booked.filter(reverses=None, reversed_by=None).order_by("pk"))
    streams = {one.stream_id for one in granted}
    balances = PocketBalance.objects.select_for_update().filter(stream__in=streams).order_by("pk")
    list(balances)  # held
    if LedgerEntry.objects.filter(stream__in=streams).exclude(pk__in=booked.values("pk")).exists():
        raise Refusal(
            _("Medlen har börjat rekvireras eller användas. Rätta de posterna i huvudboken innan fördelningen ersätts.")
        )
    undone = [row_of(undoing(one, clock.today()), by, origin) for one in granted]
    LedgerEntry.objects.bulk_create(undone, batch_size=AT_ONCE)
    balances.update(**vars(Standing()))
    return len(undone)
