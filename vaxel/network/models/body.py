from django.db import models

from vaxel.network.domain.kinds import Kind
from vaxel.network.domain.names import searchable
from vaxel.network.models.dated import Dated


class Body(models.Model):
    """Any organisation or standing group. What it is called, and by which code, lies in its identities."""

    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in Kind])
    # Does the body want a second mandate to decide its answers before they leave? Its own choice.
    decides_in_two_steps = models.BooleanField(default=False)
    # The name of this body in the reference files ("municipality:2321"), so that a second load finds it again.
    reference_key = models.CharField(max_length=60, null=True, blank=True, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["kind"])]


class Identity(Dated):
    """Code and name of a body in one of its kinds, dated together.

    Codes are strings with leading zeros, unique per kind and day: 20 is a county and a region. A unit's code is its
    principal's own id for it, unique within that principal (`within`).
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="identities")
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in Kind])
    code = models.CharField(max_length=40, blank=True)
    within = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="unit_identities")
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=120, blank=True)
    also_called = models.CharField(max_length=200, blank=True)  # the law's or people's other names, apart by ;
    folded = models.CharField(max_length=800, blank=True, editable=False)  # for search: "are" finds Åre
    source = models.CharField(max_length=200, blank=True)

    class Meta(Dated.Meta):
        indexes = [models.Index(fields=["kind", "code"]), models.Index(fields=["body", "valid_from"])]

    def refold(self):
        """What search looks in; whoever writes in bulk calls this, as `save` does."""
        self.folded = searchable(self.code, self.name, self.short_name, *self.also_called.split(";"))[:800]
        return self

    def save(self, *args, **kwargs):
        self.refold()
        super().save(*args, **kwargs)


class FunctionMailbox(Dated):
    """The body's own address for what no person answers for: vacancies, links and bounces."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="mailboxes")
    address = models.EmailField()

    class Meta(Dated.Meta):
        pass
