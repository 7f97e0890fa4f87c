"""What whoever wrote may do with it afterwards: take it back, say yes or no to having it shown to anyone."""

from django.db import transaction

from vaxel import journal
from vaxel.network.actor import NOBODY
from vaxel.signals import permissions
from vaxel.signals.commands import steps
from vaxel.signals.domain.kinds import Act, Step
from vaxel.signals.models import PublicContact, SignalStep


def withdraw(signal, *, by, key=None, received_at) -> SignalStep:
    """Until it is answered. It is not erased: what has reached a public body is an official document there."""

    def alone(now):
        now.head, now.taken_by = None, None

    return steps.take(
        Act.WITHDRAW, signal, permissions.is_author, by=by, key=key, received_at=received_at, change=alone
    )


def agree(signal, *, by):
    """The author's body says yes to showing it; it is shown first when the desk, too, chooses to."""
    permissions.require(permissions.is_author(by, signal))
    with transaction.atomic():
        (now,) = steps.locked(signal)
        now.may_publish = True
        now.save(update_fields=["may_publish"])
        journal.record("signals.agree", by=by, obj=now, on_behalf_of=by.body_id)
    steps.show(signal, now)


def disagree(signal, *, by, key=None, received_at):
    """Takes the yes back: what is shown stops being shown at once."""
    permissions.require(permissions.is_author(by, signal))
    _not_shown(signal, by, key, received_at)


def disagree_by_link(signal, *, received_at):
    """The same, by whoever holds the secret link (links.py): the public has no other way to say no again."""
    _not_shown(signal, NOBODY, None, received_at)


def _not_shown(signal, by, key, received_at):
    with transaction.atomic():
        (now,) = steps.locked(signal)
        was_shown = now.published_at is not None
        now.may_publish, now.published_at = False, None
        now.save(update_fields=["may_publish", "published_at"])
        if was_shown:
            steps.write(now, Step.UNPUBLISH, by=by, key=key, received_at=received_at)
    steps.show(signal, now)


def forget_address(signal):
    """Whoever follows by link takes their address away: nothing more is sent to it."""
    PublicContact.objects.filter(signal=signal.pk).delete()
