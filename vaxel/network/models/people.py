import uuid

from django.conf import settings
from django.db import models

from vaxel.network.domain.kinds import Role
from vaxel.network.models.body import Body
from vaxel.network.models.dated import Dated


class Person(models.Model):
    """Someone who holds mandates. The opaque id is what receipts and the journal keep; name and address can go."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="person"
    )
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)


class Mandate(Dated):
    """A person acts for a body in a role, from–to. The person may be missing: the seat is vacant."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="mandates")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="mandates")
    role = models.CharField(max_length=16, choices=[(role, role) for role in Role])
    title = models.CharField(max_length=120, blank=True)  # "ekonomichef", as the body says it
    deputy = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(Dated.Meta):
        indexes = [models.Index(fields=["body", "role"]), models.Index(fields=["person"])]
