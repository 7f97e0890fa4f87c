"""What has been claimed back and what has become of it, from the entries that refer to each claim."""

from dataclasses import dataclass

from django.db.models import BigIntegerField, Case, F, Sum, When

from vaxel.funding.domain.entries import EntryKind
from vaxel.funding.domain.repayment import Claim, Due
from vaxel.funding.models import LedgerEntry, RepaymentClaim

PARTS = {
    "refunded": EntryKind.REPAID,
    "justified": EntryKind.JUSTIFIED,
    "written_off": EntryKind.WRITTEN_OFF,
}


@dataclass(frozen=True)
class Claimed:
    claim: RepaymentClaim
    rule: Claim
    due: Due


def rule_of(claim) -> Claim:
    return rules_of([claim])[claim.pk]


def rules_of(claims) -> dict[int, Claim]:
    """Two queries at most, however many the claims."""
    claims = list(claims)
    signed = Sum(Case(When(reverses=None, then=F("ore")), default=-F("ore"), output_field=BigIntegerField()))
    rows = LedgerEntry.objects.filter(refers_to__in=[one.entry_id for one in claims]).values("refers_to", "kind")
    sums = {(row["refers_to"], row["kind"]): row["sum"] for row in rows.annotate(sum=signed)}
    return {one.pk: _rule(one, sums) for one in claims}


def _rule(claim, sums):
    undone = hasattr(claim.entry, "reversed_by")
    parts = {name: sums.get((claim.entry_id, kind), 0) for name, kind in PARTS.items()}
    findings = 0 if undone else claim.entry.ore
    return Claim(findings, deadline=claim.deadline, grace_days=claim.grace_days, **parts)


def claims_of(day, *, body_id=None, agreement=None) -> list[Claimed]:
    """The earliest last day first."""
    rows = RepaymentClaim.objects.select_related("entry__stream__agreement", "entry__source", "entry__reversed_by")
    if body_id is not None:
        rows = rows.filter(entry__source=body_id)
    if agreement is not None:
        rows = rows.filter(entry__stream__agreement=agreement)
    rows = list(rows.order_by("deadline", "pk"))
    rules = rules_of(rows)
    return [Claimed(one, rules[one.pk], rules[one.pk].due(day)) for one in rows]
