import uuid

from django.db import models
from django.db.models import F, Q

from vaxel.funding.domain.entries import BETWEEN, INTO, EntryKind, Pocket
from vaxel.funding.domain.entries import Entry as Rule
from vaxel.funding.models.stream import Stream
from vaxel.network.models import Body

ENDS_RIGHT = (
    (Q(kind__in=sorted(BETWEEN)) & Q(source__isnull=False, target__isnull=False) & ~Q(source=F("target")))
    | (Q(kind__in=sorted(INTO)) & Q(source__isnull=True, target__isnull=False))
    | (~Q(kind__in=sorted(BETWEEN | INTO)) & Q(source__isnull=False, target__isnull=True))
)


class LedgerEntry(models.Model):
    """Append-only: one movement of a stream's money, or one thing said of it (domain/entries.py). Whole öre.

    `source_type` and `source_ref` tell what it comes from ("funding.requisition", "17"); `key` makes the same act
    sent twice one entry.
    """

    kind = models.CharField(max_length=16, choices=[(k, k) for k in EntryKind])
    day = models.DateField()
    ore = models.BigIntegerField()
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="entries")
    year = models.PositiveSmallIntegerField()
    source = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="entries_out")
    target = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="entries_in")
    refers_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="referred_by")
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="reversed_by")
    source_type = models.CharField(max_length=60, blank=True)
    source_ref = models.CharField(max_length=64, blank=True)
    key = models.CharField(max_length=64, null=True)  # noqa: DJ001 - many have none, and those are not alike
    entered_at = models.DateTimeField()
    person_id = models.UUIDField(null=True)
    mandate_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ore__gt=0), name="some_ore_moves"),
            models.CheckConstraint(condition=ENDS_RIGHT, name="entry_between_its_ends"),
            models.CheckConstraint(
                condition=~Q(kind=EntryKind.CARRIED_IN) | Q(refers_to__isnull=False), name="opening_refers_to_closing"
            ),
            models.UniqueConstraint(
                fields=["refers_to"],
                condition=Q(kind=EntryKind.CARRIED_IN, reverses__isnull=True),
                name="one_opening_per_closing",
            ),
            models.UniqueConstraint(fields=["key"], name="one_entry_per_key"),
        ]
        indexes = [
            models.Index(fields=["source", "stream", "year"]),
            models.Index(fields=["target", "stream", "year"]),
            models.Index(fields=["source_type", "source_ref"]),
        ]

    @property
    def rule(self) -> Rule:
        """As the rules read it."""
        return Rule(
            self.pk or 0, self.day, EntryKind(self.kind), self.ore, self.stream_id, self.year, self.source_id,
            self.target_id, self.refers_to_id, self.reverses_id,
        )  # fmt: skip

    @property
    def pockets(self):
        return [Pocket(node, self.stream_id, self.year) for node in self.rule.nodes]


class PocketBalance(models.Model):
    """What a pocket's entries add up to (domain/ledger.py: Standing): a projection, and the lock of the pocket.

    Every amount is what all entries so far say, whatever their day; a page of another day reads the entries.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="balances")
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="balances")
    year = models.PositiveSmallIntegerField()
    granted = models.BigIntegerField(default=0)
    requisitioned = models.BigIntegerField(default=0)
    received = models.BigIntegerField(default=0)
    pooled = models.BigIntegerField(default=0)
    passed_on = models.BigIntegerField(default=0)
    shared_out = models.BigIntegerField(default=0)
    used = models.BigIntegerField(default=0)
    declined = models.BigIntegerField(default=0)
    lapsed = models.BigIntegerField(default=0)
    repaid = models.BigIntegerField(default=0)
    owed = models.BigIntegerField(default=0)
    carried_out = models.BigIntegerField(default=0)
    carried_in = models.BigIntegerField(default=0)
    left = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "stream", "year"], name="one_balance_per_pocket"),
            models.CheckConstraint(condition=Q(left__gte=0), name="no_pocket_overdrawn"),
            models.CheckConstraint(condition=Q(owed__gte=0, owed__lte=F("left")), name="what_is_owed_is_there"),
        ]
        indexes = [models.Index(fields=["stream", "year"])]


class RepaymentClaim(models.Model):
    """The terms of what is claimed back: by when, with how much grace, and why. The reason can be erased."""

    entry = models.OneToOneField(LedgerEntry, on_delete=models.PROTECT, related_name="claim")
    deadline = models.DateField()
    grace_days = models.PositiveSmallIntegerField(default=0)
    reason = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="a_claim_has_a_reason")]


def form_key() -> str:
    """Put in each form when it is shown: the same form sent twice is one entry."""
    return uuid.uuid4().hex
