"""What a body does with its own money: registers use, corrects, closes a year; who pays claims back and settles."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.funding import permissions
from vaxel.funding.commands.booking import Draft, book, booked_before, entries_of, held, undoing
from vaxel.funding.domain.entries import OWN_KINDS, EntryKind, Pocket
from vaxel.funding.domain.kronor import kr
from vaxel.funding.domain.ledger import standing
from vaxel.funding.models import LedgerEntry, RepaymentClaim
from vaxel.funding.queries.repayments import rule_of
from vaxel.ui.refusal import Refusal

K = EntryKind
LONGEST_GRACE = 366
SETTLING = {"justify": K.JUSTIFIED, "write_off": K.WRITTEN_OFF, "repaid": K.REPAID}


def use(body, stream, year, ore, day, *, by, key="") -> LedgerEntry:
    """The body's own, of what is left in the stream that day."""
    permissions.require(permissions.receives_for(by, body.pk))
    _some(ore)
    _has_been(day)
    draft = Draft(K.USED, ore, day, stream.pk, year, source=body.pk)
    with transaction.atomic():
        held(draft.pockets)
        if told := booked_before(key):
            return told[0]
        (made,) = book([draft], by=by, key=key)
        _record("funding.use", made, by, body.pk)
    return made


def undo(entry, *, by, key="") -> LedgerEntry:
    """Reverses what the body entered by hand. What comes from a decision, a report or a pool is corrected there."""
    permissions.require(permissions.receives_for(by, entry.source_id))
    if entry.kind not in OWN_KINDS or entry.source_type:
        raise Refusal(_("Posten kommer från ett beslut eller en redovisning. Rätta den där, så rättas den här."))
    with transaction.atomic():
        held(entry.pockets)
        if told := booked_before(key):
            return told[0]
        (made,) = book([undoing(entry, clock.today())], by=by, key=key)
        _record("funding.undo_entry", made, by, entry.source_id, undoes=entry.pk)
    return made


def carry_over(body, stream, year, *, by, key="") -> list[LedgerEntry]:
    """Closes the year and opens the next with all that is left and not claimed back; the opening names the closing."""
    permissions.require(permissions.receives_for(by, body.pk))
    pocket = Pocket(body.pk, stream.pk, year)
    with transaction.atomic():
        held([pocket])
        if told := booked_before(key):
            return [told[0], *booked_before(f"{key}-in")]
        free = standing(_own(pocket), body.pk).free
        if free <= 0:
            raise Refusal(_("Det finns inget kvar att föra över till nästa år."))
        made = carried(pocket, free, by=by, key=key)
        _record("funding.carry_over", made[0], by, body.pk)
    return made


def _own(pocket):
    return [one for one in entries_of([pocket]) if (one.stream, one.year) == (pocket.stream, pocket.year)]


def carried(pocket, ore, *, by, key="", origin=None) -> list[LedgerEntry]:
    """Two entries of today: the first must be there for the second to refer to it."""
    today = clock.today()
    closing = Draft(K.CARRIED_OUT, ore, today, pocket.stream, pocket.year, source=pocket.node)
    (closed,) = book([closing], by=by, key=key, origin=origin)
    opening = Draft(K.CARRIED_IN, ore, today, pocket.stream, pocket.year + 1, target=pocket.node, refers_to=closed.pk)
    return [closed, *book([opening], by=by, key=key and f"{key}-in", origin=origin)]


# -- what is to be repaid --------------------------------------------------------------------------------------------


def claim(body, stream, year, ore, *, by, deadline, reason, disallowed_ore=0, grace_days=0, key="") -> RepaymentClaim:
    """By who assesses the agreement. `disallowed_ore` of what was reported as used is not accepted, and comes first."""
    permissions.require(permissions.assesses(by, stream.agreement))
    _some(ore)
    _right_terms(deadline, reason, grace_days)
    today, common = clock.today(), {"stream": stream.pk, "year": year}
    drafts = [Draft(K.TO_REPAY, ore, today, source=body.pk, **common)]
    if disallowed_ore:
        drafts.insert(0, Draft(K.DISALLOWED, disallowed_ore, today, target=body.pk, **common))
    with transaction.atomic():
        held(drafts[0].pockets)
        if told := booked_before(key, len(drafts)):
            return told[-1].claim
        made = book(drafts, by=by, key=key)[-1]
        found = RepaymentClaim.objects.create(
            entry=made, deadline=deadline, grace_days=grace_days, reason=reason.strip()
        )
        _record("funding.claim_back", made, by, by.body_id)
    return found


def _right_terms(deadline, reason, grace_days):
    if deadline is None or deadline <= clock.today():
        raise Refusal(_("Välj en sista dag efter i dag, så att de hinner betala."), field="deadline")
    if not 0 <= grace_days <= LONGEST_GRACE:
        raise Refusal(_("Skriv hur många dagars anstånd, från 0 till 366."), field="grace_days")
    if not reason.strip():
        raise Refusal(_("Skriv varför medlen ska betalas tillbaka. Mottagaren läser det."), field="reason")


def settle(claimed, act, ore, *, by, day=None, key="") -> LedgerEntry:
    """ "repaid", "justify" or "write_off": less to repay. The body itself may say that it has paid."""
    entry, kind = claimed.entry, SETTLING[act]
    own = kind == K.REPAID and permissions.receives_for(by, entry.source_id)
    permissions.require(own or permissions.assesses(by, entry.stream.agreement))
    _some(ore)
    day = day or clock.today()
    _has_been(day)
    draft = Draft(kind, ore, day, entry.stream_id, entry.year, source=entry.source_id, refers_to=entry.pk)
    with transaction.atomic():
        held(draft.pockets)
        if told := booked_before(key):
            return told[0]
        _within(claimed, ore)
        (made,) = book([draft], by=by, key=key)
        _record(f"funding.{act}_claim", made, by, by.body_id, claim=claimed.pk)
    return made


def _within(claimed, ore):
    """Of this claim: the pocket may hold others."""
    outstanding = rule_of(claimed).outstanding
    if ore > outstanding:
        raise Refusal(
            _("%(sum)s är mer än de %(most)s som återstår att betala tillbaka. Skriv högst så mycket.")
            % {"sum": kr(ore), "most": kr(outstanding)},
            field="ore",
        )


# -- shared ----------------------------------------------------------------------------------------------------------


def _some(ore):
    if ore <= 0:
        raise Refusal(_("Skriv ett belopp som är större än noll."), field="ore")


def _has_been(day):
    if day > clock.today():
        raise Refusal(_("Dagen har inte varit än. Skriv den dag det hände, i dag eller tidigare."), field="day")


def _record(action, entry, by, body_id, **facts):
    said = {"stream": entry.stream_id, "ore": entry.ore, **facts}
    journal.record(action, by=by, obj=entry, on_behalf_of=body_id, facts=said)
