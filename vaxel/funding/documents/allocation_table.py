"""A decided allocation as a table: one row per receiver, a column per stream, then what it sums to and what differs.

Read from the receipt's outputs, word for word: nothing is computed here but the sums under the columns. Kronor with
two decimals, as an accountant reads them.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from vaxel.files.domain.export import Value
from vaxel.files.domain.workbook import Sheet
from vaxel.funding.domain.lines import Line, NamedLine
from vaxel.funding.domain.written import Plain
from vaxel.rounds.domain.sentence import _

Cells = list[Value]
HEAD = (_("slag"), _("kod"), _("namn"))
TAIL = (_("summa"), _("utbetalning"))
RECEIVER, SUM, POT, DIFFERS, RECEIPT = "", _("summa"), _("pott"), _("skillnad"), _("kvitto")


def kronor(ore: int) -> Decimal:
    return Decimal(ore).scaleb(-2)


def header(outputs: Plain, say) -> list[str]:
    """`say` puts our own words in the reader's language; the streams' names are the agreement's."""
    return [*(say(word) for word in HEAD), *(one["title"] for one in outputs["streams"]), *(say(word) for word in TAIL)]


def receivers(outputs: Plain) -> Iterator[Cells]:
    streams = [
        (one["receivers"], {share["code"]: share["share_ore"] for share in one["shares"]}) for one in outputs["streams"]
    ]
    for payout in outputs["payouts"]:
        of_kind = [shares if kind == payout["kind"] else {} for kind, shares in streams]
        cells = [kronor(shares[payout["code"]]) if payout["code"] in shares else None for shares in of_kind]
        paid = Decimal(payout["payout_kr"])
        yield [payout["kind"], payout["code"], payout["name"], *cells, kronor(payout["share_ore"]), paid]


def footer(outputs: Plain, sha256: str, say) -> Iterator[Cells]:
    """What the columns sum to, the pots, each difference by its name, and the receipt that binds it all."""
    streams = outputs["streams"]
    shown, pots = [one["sum_share_ore"] for one in streams], [one["pot_ore"] for one in streams]
    paid = Decimal(outputs["sum_payout_kr"])
    yield [say(SUM), "", "", *map(kronor, shown), kronor(sum(one["share_ore"] for one in outputs["payouts"])), paid]
    yield [say(POT), "", "", *map(kronor, pots), kronor(sum(pots)), kronor(sum(pots))]
    for place, stream in enumerate(streams):
        for line in stream["lines"]:
            yield _difference(line, place, len(streams) + 2, say)
    for line in outputs["lines"]:
        yield _difference(line, len(streams) + 1, len(streams) + 2, say)
    if sha256:  # a draft has no receipt
        yield [say(RECEIPT), "", f"SHA-256 {sha256}", *[None] * (len(streams) + 2)]


def _difference(line: Plain, place: int, width: int, say) -> Cells:
    named = NamedLine(Line(line["line"]), line["amount_ore"], "", line["people"])
    cells: Cells = [None] * width
    cells[place] = kronor(line["amount_ore"])
    return [say(DIFFERS), "", said(named, say), *cells]


def said(line: NamedLine, say) -> str:
    return say(line.sentence.text) % line.sentence.values


def table(outputs: Plain, sha256: str, say) -> tuple[list[str], list[Cells]]:
    return header(outputs, say), [*receivers(outputs), *footer(outputs, sha256, say)]


def sheets(outputs: Plain, sha256: str, say, title: str) -> Sequence[Sheet]:
    """For xlsx: receivers on one sheet, so that a sum over a column is right; what it sums to on another."""
    head = header(outputs, say)
    return [
        Sheet(title, head, list(receivers(outputs))),
        Sheet(say(_("Summor och skillnader")), head, list(footer(outputs, sha256, say))),
    ]
