"""How a body wants to be reached, and who is away: dated, each the body's or the person's own saying."""

import datetime as dt

from django.db import models

from vaxel.network.domain.order import DEFAULT_ORDER, read, written
from vaxel.network.models.body import Body
from vaxel.network.models.dated import Dated
from vaxel.network.models.people import Person


class ContactOrder(Dated):
    """Without a row a body is reached in the common order (`network.domain.order`)."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="contact_orders")
    turns = models.CharField(max_length=60, default=written(DEFAULT_ORDER))  # "contact,deputy,mailbox,coordinator"

    class Meta(Dated.Meta):
        indexes = [models.Index(fields=["body"])]

    @property
    def order(self):
        return read(self.turns)


class Absence(Dated):
    """A person is away from a body for some days, and who stands in; nobody may."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="absences")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="absences")
    stand_in = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(person=models.F("stand_in")), name="nobody_stands_in_for_oneself"
            ),
        ]
        indexes = [models.Index(fields=["body"])]

    @property
    def last_day(self):
        return self.valid_to - dt.timedelta(days=1)


class SteeringMailbox(Dated):
    """Where a county's steering group reads: used only while a county agreement permits information to it."""

    county = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="steering_mailboxes")
    address = models.EmailField()

    class Meta(Dated.Meta):
        pass
