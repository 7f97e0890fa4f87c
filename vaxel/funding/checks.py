"""What `vaxel verify` asks of funding: every balance told again from its entries, and the chain whole."""

from collections import defaultdict

from django.db.models import Max
from django.utils.translation import gettext as _

from vaxel.funding.domain.ledger import balance, standing
from vaxel.funding.domain.requisition import RequisitionState
from vaxel.funding.models import LedgerEntry, PocketBalance, Requisition, RequisitionStep
from vaxel.funding.queries.entries import FIELDS, rule_of
from vaxel.rounds.domain.kinds import AnswerStatus

MOST_TOLD = 20


def checks():
    """(name, ok, sentence) for `vaxel verify`; changes nothing."""
    for name, found, right in (
        ("funding.balances", wrong_balances(), _("Varje saldo är det som huvudbokens poster säger.")),
        ("funding.chain", broken_chain(), _("Varje krona i huvudboken är kvar, använd eller återlämnad, en gång.")),
        (
            "funding.requisitions",
            wrong_requisitions(),
            _("Det som gäller av varje rekvisition är det sista som hände."),
        ),
    ):
        faults = list(found)[:MOST_TOLD]
        yield name, not faults, "; ".join(faults) or right


def wrong_balances():
    """Pockets whose kept sums are not what their entries add up to."""
    kept = {(row.body_id, row.stream_id, row.year): row for row in PocketBalance.objects.all().iterator(2000)}
    for stream in _streams():
        for (node, year), own in _pockets(_entries(stream)).items():
            row, told = kept.pop((node, stream, year), None), vars(standing(own, node))
            if row is None or any(getattr(row, name) != value for name, value in told.items()):
                yield f"body {node}, stream {stream}, year {year}: the balance differs from the entries"
    for (node, stream, year), row in kept.items():
        if row.left or row.granted:
            yield f"body {node}, stream {stream}, year {year}: a balance and no entry at all"


def broken_chain():
    for stream in _streams():
        if not balance(_entries(stream)).holds:
            yield f"stream {stream}: what came in is not what is left, used and returned"


def wrong_requisitions():
    """Streams at a body where what stands is not the latest step, or not the answer that stands at the body."""
    last = RequisitionStep.objects.values("call", "body", "stream").annotate(step=Max("pk"))
    steps = set(last.values_list("step", flat=True))
    kept = {row.step_id: row for row in Requisition.objects.select_related("step__answer")}
    for step in steps ^ kept.keys():
        yield f"step {step}: the requisition that stands is not the latest step"
    for row in kept.values():
        answer = row.step.answer
        taken = row.state == RequisitionState.ACCEPTED
        if (row.state, row.amount_ore) != (row.step.state, row.step.amount_ore):
            yield f"body {row.body_id}, stream {row.stream_id}: what stands differs from its step"
        elif taken and (answer is None or answer.status != AnswerStatus.SUBMITTED):
            yield f"body {row.body_id}, stream {row.stream_id}: taken up by an answer that does not stand"


def _streams():
    return LedgerEntry.objects.order_by("stream").values_list("stream", flat=True).distinct()


def _entries(stream):
    return [rule_of(row) for row in LedgerEntry.objects.filter(stream=stream).order_by("pk").values_list(*FIELDS)]


def _pockets(entries):
    found = defaultdict(list)
    for entry in entries:
        for node in entry.nodes:
            found[node, entry.year].append(entry)
    return found
