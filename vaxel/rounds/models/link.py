from django.db import models

from vaxel.network.models import FunctionMailbox, Mandate
from vaxel.rounds.models.answer import Answer
from vaxel.rounds.models.delivery import Delivery, Receipt


class AnsweringLink(models.Model):
    """Lets whoever holds it act on one body's part, and on nothing else. Only the hash of its secret is kept.

    It was sent to a seat (`mandate`), or without one to the body's function mailbox.
    """

    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="links")
    secret_hash = models.CharField(max_length=64, unique=True)
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, null=True, related_name="+")
    mailbox = models.ForeignKey(FunctionMailbox, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    created_by = models.UUIDField(null=True)  # a person; None: Växel itself, with the letter
    used_at = models.DateTimeField(null=True)  # the first and the latest act; opening is no act
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.UUIDField(null=True)


class ByLink(models.Model):
    """An act done by a link: a receipt, or an answer left for the body's own decision.

    The name and title are what somebody wrote, not an identity; they lie apart from the receipt and can be erased.
    """

    link = models.ForeignKey(AnsweringLink, on_delete=models.PROTECT, related_name="acts")
    receipt = models.OneToOneField(Receipt, on_delete=models.CASCADE, null=True, related_name="by_link")
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, null=True, related_name="by_link")
    name = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=120, blank=True)
