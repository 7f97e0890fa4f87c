"""What the ledger hears of the other parts of funding (facts.py), inside their own transactions. Told twice, booked once."""

import datetime as dt

from django.utils.translation import gettext as _

from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.funding import facts
from vaxel.funding.commands.booking import Draft, Origin, book, held, undoing
from vaxel.funding.commands.money import carried
from vaxel.funding.commands.opening import open_ledger, take_back
from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.entries import EntryKind, Pocket
from vaxel.funding.models import LedgerEntry, RepaymentClaim
from vaxel.network.actor import SYSTEM

K = EntryKind
REPORTED = (K.USED, K.TO_REPAY, K.CARRIED_OUT)
ENTRY_OF = {"accepted": K.REQUISITIONED, "declined": K.DECLINED, "lapsed": K.LAPSED}  # of a RequisitionState
A_KRONA = 100  # what a payout's rounding may be, in öre
WITHOUT_A_DAY = dt.timedelta(days=60)


def listen():
    """Once, when the app is ready."""
    heard = {
        facts.decided: on_decided,
        facts.replaced: on_replaced,
        facts.requisitioned: on_requisitioned,
        facts.declined: on_declined,
        facts.lapsed: on_lapsed,
        facts.taken_back: on_taken_back,
        facts.passed_on: on_passed_on,
        facts.reported: on_reported,
    }
    for fact, hear in heard.items():
        fact.connect(hear, dispatch_uid=f"funding.ledger.{hear.__name__}")


def on_decided(sender, decision, by, **_more):
    open_ledger(decision, by=by)


def on_replaced(sender, decision, by, **_more):
    take_back(decision, by=by)


def on_requisitioned(sender, body, stream, amount_ore, source=None, by=SYSTEM, received_at=None, **_more):
    _claimed(K.REQUISITIONED, body, stream, amount_ore, source, by, received_at)


def on_declined(sender, body, stream, amount_ore, source=None, by=SYSTEM, received_at=None, **_more):
    _claimed(K.DECLINED, body, stream, amount_ore, source, by, received_at)


def on_lapsed(sender, body, stream, amount_ore, source=None, by=SYSTEM, received_at=None, **_more):
    _claimed(K.LAPSED, body, stream, amount_ore, source, by, received_at)


def on_taken_back(sender, body, stream, was, by=SYSTEM, **_more):
    """What was said of a share, or its lapse, stands no more: the entry is reversed from today on."""
    pocket = Pocket(body.pk, stream.pk, stream.agreement.year)
    held([pocket])
    _undo(_standing_entries(pocket).filter(kind=ENTRY_OF[was]), by)


def _claimed(kind, body, stream, amount_ore, source, by, received_at):
    """Of a share to the öre; where that is all of it, the rounding of its payout goes with it."""
    pocket, origin = Pocket(body.pk, stream.pk, stream.agreement.year), Origin.of(source)
    (there,) = held([pocket])
    before = LedgerEntry.objects.filter(kind=kind, source=body, stream=stream, reverses=None, reversed_by=None)
    if origin.ref and before.filter(source_type=origin.type, source_ref=origin.ref).exists():
        return
    ore = _with_rounding(amount_ore, there.granted - there.requisitioned - there.declined - there.lapsed)
    if ore > 0:
        day = swedish_day(received_at) if received_at else clock.today()
        book([Draft(kind, ore, day, stream.pk, pocket.year, source=body.pk)], by=by, origin=origin)


def _with_rounding(ore, there):
    return there if abs(there - ore) < A_KRONA else ore


def on_passed_on(sender, contract, by, **_more):
    """A contract tells what it moves: `contract.moves()` gives (giver id, receiver id, stream, öre) for each sum."""
    origin = Origin.of(contract)
    if LedgerEntry.objects.filter(**vars_of(origin)).exists():
        return
    drafts = [
        Draft(K.PASSED_ON, ore, clock.today(), stream.pk, stream.agreement.year, source=giver, target=receiver)
        for giver, receiver, stream, ore in contract.moves()
        if ore > 0 and giver != receiver
    ]
    book(drafts, by=by, origin=origin)


def on_reported(
    sender, body, stream, used_ore=0, carried_ore=0, repay_ore=0, source=None, by=SYSTEM, received_at=None, **_more
):
    """A report takes the place of the one before, and of what was entered by hand if that was more.

    A body may have put money of its own beside the grant: no more than the grant is booked as used of it.
    """
    pocket, origin = Pocket(body.pk, stream.pk, stream.agreement.year), Origin.of(source)
    day = swedish_day(received_at) if received_at else clock.today()
    (balance,) = held([pocket])
    _undo_reported(pocket, origin, by)
    balance.refresh_from_db()
    if balance.used > (used_ore or 0):
        _undo(_standing_entries(pocket).filter(kind=K.USED, source_type=""), by)
        balance.refresh_from_db()
    used = min((used_ore or 0) - balance.used, balance.left - balance.owed)
    _book_some(K.USED, used, day, pocket, by, origin)
    balance.refresh_from_db()
    _book_repay(min(repay_ore or 0, balance.left - balance.owed), stream, pocket, by, origin)
    balance.refresh_from_db()
    if (keep := min(carried_ore or 0, balance.left - balance.owed)) > 0:
        carried(pocket, keep, by=by, origin=origin)


def _standing_entries(pocket):
    return LedgerEntry.objects.filter(
        source=pocket.node, stream=pocket.stream, year=pocket.year, reverses=None, reversed_by=None
    )


def _undo_reported(pocket, origin, by):
    """The later an entry came, the sooner it goes: an opening before the closing it refers to."""
    if not origin.type:
        return
    closings = _standing_entries(pocket).filter(source_type=origin.type, kind=K.CARRIED_OUT)
    _undo(LedgerEntry.objects.filter(refers_to__in=closings, kind=K.CARRIED_IN, reverses=None, reversed_by=None), by)
    _undo(_standing_entries(pocket).filter(source_type=origin.type, kind__in=REPORTED), by)


def _undo(entries, by):
    for entry in entries.order_by("-pk"):
        origin = Origin(entry.source_type, entry.source_ref)
        book([undoing(entry, max(clock.today(), entry.day))], by=by, origin=origin)


def _book_some(kind, ore, day, pocket, by, origin):
    if ore > 0:
        book([Draft(kind, ore, day, pocket.stream, pocket.year, source=pocket.node)], by=by, origin=origin)


def _book_repay(ore, stream, pocket, by, origin):
    """By the agreement's own last day of repayment, or two months from now."""
    if ore <= 0:
        return
    draft = Draft(K.TO_REPAY, ore, clock.today(), pocket.stream, pocket.year, source=pocket.node)
    (made,) = book([draft], by=by, origin=origin)
    last = stream.agreement.deadlines.filter(link=Link.REPAYMENT).values_list("day", flat=True).first()
    deadline = last or clock.today() + WITHOUT_A_DAY
    reason = _("Inte använt enligt mottagarens egen redovisning.")
    RepaymentClaim.objects.create(entry=made, deadline=deadline, reason=reason)


def vars_of(origin):
    return {"source_type": origin.type, "source_ref": origin.ref}
