"""What an entry must fulfil before it is added: no pocket is overdrawn on any day, no return exceeds what came."""

from collections.abc import Iterable

from vaxel.funding.domain.entries import Entry, EntryKind, Pocket, well_formed
from vaxel.funding.domain.kronor import kr
from vaxel.funding.domain.ledger import in_pocket, lowest, standing
from vaxel.rounds.domain.sentence import Sentence, _

K = EntryKind
OPENING = frozenset({K.CARRIED_IN})


class LedgerError(ValueError):
    """One sentence: what, how much there is, what to do."""

    def __init__(self, sentence: Sentence, field: str = "ore"):
        super().__init__(str(sentence))
        self.sentence = sentence
        self.field = field


def post(entries: Iterable[Entry], entry: Entry) -> list[Entry]:
    """The ledger with the entry added, or LedgerError. Pure: a command holds the pockets while it asks."""
    kept = list(entries)
    refuse_unless_right(kept, entry)
    return [*kept, entry]


def refuse_unless_right(entries: list[Entry], entry: Entry) -> None:
    """`entries` need only be those of the entry's stream that touch its nodes."""
    if not well_formed(entry):
        raise LedgerError(Sentence(_("Beloppet ska vara större än noll, och gå från en organisation till en annan.")))
    if entry.reverses is not None:
        _right_reversal(entries, entry)
    elif entry.kind == K.CARRIED_IN:
        _right_opening(entries, entry)
    else:
        _right_claim(entries, entry)
    for node in entry.nodes:
        _not_overdrawn(entries, entry, node)


def _not_overdrawn(entries: list[Entry], entry: Entry, node: int) -> None:
    """Whichever end loses: the source of a movement, the target of one that is undone."""
    loss = -entry.effect(node)
    there = lowest(entries, Pocket(node, entry.stream, entry.year), entry.day)
    if entry.kind != K.REPAID:  # what is claimed back is kept until it is repaid
        there = min(there, standing(pocket_of(entries, entry, node), node).free)
    if loss > max(there, 0):
        raise LedgerError(
            Sentence(
                _("Det räcker inte: %(sum)s ska tas ut men %(left)s är kvar av inriktningen den dagen. Ta ut mindre."),
                {"sum": kr(loss), "left": kr(max(there, 0))},
            )
        )


def _right_claim(entries: list[Entry], entry: Entry) -> None:
    most = _most(entries, entry)
    if most is not None and entry.ore > most:
        raise LedgerError(Sentence(TOO_MUCH[entry.kind], {"sum": kr(entry.ore), "most": kr(most)}))


def _most(entries: list[Entry], entry: Entry) -> int | None:
    """The most that may be said of the body for this kind; None for those where only what is left sets the limit."""
    if entry.kind not in TOO_MUCH:
        return None
    node = entry.source if entry.source is not None else entry.target
    now = standing(pocket_of(entries, entry, node), node or 0)
    if entry.kind in {K.REQUISITIONED, K.DECLINED, K.LAPSED}:
        return now.to_requisition
    if entry.kind == K.DISALLOWED:
        return now.used
    return now.left - now.owed if entry.kind == K.TO_REPAY else now.owed


def pocket_of(entries: Iterable[Entry], entry: Entry, node: int | None) -> list[Entry]:
    """Of all days: a sum that is requisitioned on Monday is not there to decline the Friday before."""
    return [one for one in entries if node is not None and in_pocket(one, Pocket(node, entry.stream, entry.year))]


TOO_MUCH = {
    K.REQUISITIONED: _("%(sum)s är mer än de %(most)s som är kvar att rekvirera. Rekvirera högst så mycket."),
    K.DECLINED: _("%(sum)s är mer än de %(most)s som är kvar att rekvirera. Avstå från högst så mycket."),
    K.LAPSED: _("%(sum)s är mer än de %(most)s som är kvar att rekvirera. Högst så mycket kan förfalla."),
    K.DISALLOWED: _("%(sum)s är mer än de %(most)s som är redovisade som använda. Underkänn högst så mycket."),
    K.TO_REPAY: _("%(sum)s är mer än de %(most)s som är kvar. Underkänn användning, eller kräv tillbaka mindre."),
    K.JUSTIFIED: _("%(sum)s är mer än de %(most)s som återstår att betala tillbaka. Skriv högst så mycket."),
    K.WRITTEN_OFF: _("%(sum)s är mer än de %(most)s som återstår att betala tillbaka. Skriv av högst så mycket."),
    K.REPAID: _("%(sum)s är mer än de %(most)s som återstår att betala tillbaka. Skriv högst så mycket."),
}


def _right_opening(entries: list[Entry], entry: Entry) -> None:
    """The opening of a year is the closing of the one before: the same body, stream and sum, once."""
    closing = next((one for one in entries if one.id == entry.refers_to and one.kind == K.CARRIED_OUT), None)
    same = closing is not None and (closing.source, closing.stream, closing.ore, closing.year + 1) == (
        entry.target, entry.stream, entry.ore, entry.year,
    )  # fmt: skip
    taken = any(one.kind == K.CARRIED_IN and one.refers_to == entry.refers_to for one in entries)
    if not same or taken or (closing is not None and closing.day > entry.day):
        raise LedgerError(
            Sentence(_("Ingående belopp ska vara det som fördes över från året före, en gång. Stäng det året först."))
        )


def _right_reversal(entries: list[Entry], entry: Entry) -> None:
    first = next((one for one in entries if one.id == entry.reverses), None)
    same = first is not None and first.reverses is None and _same(first, entry) and first.day <= entry.day
    done = any(one.reverses == entry.reverses for one in entries)
    opened = any(
        one.refers_to == entry.reverses and one.reverses is None and not _undone(entries, one) for one in entries
    )
    if not same or done or opened:
        raise LedgerError(
            Sentence(_("Posten går inte att rätta: den är redan rättad, eller så bygger en senare post på den."))
        )
    _still_claimed(entries, entry)


def _same(first: Entry, entry: Entry) -> bool:
    return (first.kind, first.ore, first.stream, first.year, first.source, first.target) == (
        entry.kind, entry.ore, entry.stream, entry.year, entry.source, entry.target,
    )  # fmt: skip


def _undone(entries: list[Entry], one: Entry) -> bool:
    return any(other.reverses == one.id for other in entries)


def _still_claimed(entries: list[Entry], entry: Entry) -> None:
    """A grant, a use or a claim is not undone under what has been built on it since."""
    for node in entry.nodes:
        now = standing([*pocket_of(entries, entry, node), entry], node)
        if min(now.to_requisition, now.owed, now.used, now.free) < 0:
            raise LedgerError(
                Sentence(_("Posten går inte att rätta: en senare post bygger på den. Rätta den senare posten först."))
            )
