import uuid

from django.db import models
from django.db.models import F, Q

from vaxel.files.models import Attachment
from vaxel.funding.domain.contract_text import ContractText, digest, fill, from_data
from vaxel.funding.domain.municipal_share import For
from vaxel.funding.models.agreement import Agreement
from vaxel.funding.models.seen_contracts import ContractQuerySet
from vaxel.funding.models.stream import Stream
from vaxel.network.models import Body, Mandate


class Contract(models.Model):
    """Local words on money (avtal): from the payer to a receiver, signed by each party. What it says lies in versions.

    A contract with a parent shares out part of it: `to` says whose work that money goes to (the 30 % rule, S0 app. 4).
    Its state follows from the acts and the day (domain/contract_state.py).
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="contracts")
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="contracts")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="subcontracts")
    to = models.CharField(max_length=10, choices=[(one, one) for one in For], blank=True)
    drafter = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")  # writes it
    payer = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="contracts")  # whose work the money is for
    proposed_at = models.DateTimeField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)  # the first day it no longer holds, where that was decided
    end_reason = models.CharField(max_length=500, blank=True)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")
    replaced_at = models.DateTimeField(null=True, blank=True)  # the one that replaces it was signed by all
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ContractQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["stream", "body"], condition=Q(parent=None, replaces=None), name="one_contract_per_receiver"
            ),
            models.CheckConstraint(
                condition=Q(parent=None, to="") | Q(parent__isnull=False, to__in=list(For)),
                name="a_part_says_whose_work",
            ),
            models.CheckConstraint(condition=~Q(pk=F("parent")), name="no_contract_under_itself"),
            models.CheckConstraint(
                condition=Q(ended_on=None, end_reason="") | (Q(ended_on__isnull=False) & ~Q(end_reason="")),
                name="ended_with_a_reason",
            ),
        ]
        ordering = ["pk"]

    @property
    def number(self) -> str:
        """As people refer to it: on paper, on an invoice, in a seal."""
        return f"A{self.pk}"

    def moves(self) -> list[tuple]:
        """What the ledger books once all have signed: (giver id, receiver id, stream, öre).

        A grant is its receiver's already; only a part of it moves on, and of one that replaces another what is more.
        Where nothing was granted in the ledger (an agreement from before it) there is nothing to move.
        """
        from vaxel.funding.models.ledger import PocketBalance

        if self.parent_id is None:
            return []
        giver = self.parent.body_id
        if not PocketBalance.objects.filter(body=giver, stream=self.stream_id).exists():
            return []
        before = self.replaces.versions.last().total_ore if self.replaces_id else 0
        return [(giver, self.body_id, self.stream, max(0, self.versions.last().total_ore - before))]


class ContractVersion(models.Model):
    """Append-only: the words with their places, the facts that fill them, and the terms the facts are made of.

    `ends` is the first day it no longer holds. `sha256` is of the filled text: what a signature binds.
    """

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    facts = models.JSONField()
    sha256 = models.CharField(max_length=64)
    total_ore = models.BigIntegerField()
    planned_municipal_ore = models.BigIntegerField(default=0)
    least_percent = models.PositiveSmallIntegerField(null=True, blank=True)
    reference = models.CharField(max_length=40, blank=True)
    starts = models.DateField()
    ends = models.DateField()
    municipal_by = models.DateField(null=True, blank=True)  # the last day to sign and show the municipal contracts
    interim_on = models.DateField()
    final_on = models.DateField()
    why = models.CharField(max_length=500, blank=True)  # what was changed, or why it was sent back
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contract", "number"], name="one_text_per_number"),
            models.CheckConstraint(
                condition=Q(total_ore__gt=0, planned_municipal_ore__gte=0, planned_municipal_ore__lte=F("total_ore")),
                name="planned_within_the_sum",
            ),
            models.CheckConstraint(condition=Q(starts__lt=F("ends")), name="contract_starts_before_it_ends"),
            models.CheckConstraint(condition=Q(interim_on__lt=F("final_on")), name="interim_before_final_account"),
        ]
        ordering = ["number"]

    @property
    def words(self) -> ContractText:
        """With places."""
        return from_data(self.content)

    @property
    def text(self) -> ContractText:
        """As the parties read it."""
        return fill(self.words, self.facts)

    def keep_hash(self) -> None:
        self.sha256 = digest(self.text)


class ContractParty(models.Model):
    """Who signs: the payer and, for the receiver, the principals it is made of."""

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="parties")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="contracts_signed")
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contract", "body"], name="one_signing_party")]
        ordering = ["place", "pk"]


class SignedCopy(models.Model):
    """Append-only: a contract signed by hand, and who says that its words are those of the version."""

    version = models.ForeignKey(ContractVersion, on_delete=models.PROTECT, related_name="copies")
    attachment = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField()  # the latest day on the paper
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")  # says that the text is the same
    said_by = models.UUIDField(null=True)
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]


class ContractSignature(models.Model):
    """Append-only: one party binds itself to one text, by a mandate of its own here or by hand on a copy."""

    party = models.ForeignKey(ContractParty, on_delete=models.PROTECT, related_name="signatures")
    version = models.ForeignKey(ContractVersion, on_delete=models.PROTECT, related_name="signatures")
    sha256 = models.CharField(max_length=64)  # of the text that was read
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, null=True, related_name="+")
    person_id = models.UUIDField(null=True)  # opaque; on paper: who registered it
    copy = models.ForeignKey(SignedCopy, on_delete=models.PROTECT, null=True, related_name="signatures")
    signed_on = models.DateField()
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["party", "version"], name="one_signature_per_text"),
            models.CheckConstraint(
                condition=Q(copy__isnull=False) | Q(mandate__isnull=False), name="signed_by_mandate_or_hand"
            ),
        ]
        ordering = ["signed_at", "pk"]


class SealedContract(models.Model):
    """Append-only: a sealed PDF that was handed out. Found again by its bytes or by its seal."""

    version = models.ForeignKey(ContractVersion, on_delete=models.PROTECT, related_name="sealed")
    attachment = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64, unique=True)  # of the file
    fingerprint = models.CharField(max_length=64)  # of the certificate
    sealed_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]


class ContractAccount(models.Model):
    """Append-only: what was used so far, and of that to work with municipalities. A later one replaces an earlier."""

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="accounts")
    day = models.DateField()  # used up to and including this day
    used_ore = models.BigIntegerField()
    municipal_ore = models.BigIntegerField()
    text = models.TextField(blank=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(used_ore__gte=0, municipal_ore__gte=0, municipal_ore__lte=F("used_ore")),
                name="accounted_within_what_was_used",
            )
        ]
        ordering = ["pk"]
