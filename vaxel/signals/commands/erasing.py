"""Somebody was named who should not have been: the words go, the trail stays."""

from django.db import transaction

from vaxel import files, journal
from vaxel.calendar import clock
from vaxel.signals import permissions
from vaxel.signals.commands import steps
from vaxel.signals.models import OWNER, PublicContact, StepNote


def erase(signal, *, by):
    """By whoever wrote it, or sits at its desk: title, text, files, reasons and answers, the public's address."""
    permissions.require(permissions.erases(by, signal))
    with transaction.atomic():
        (now,) = steps.locked(signal)
        for attached in files.Attachment.objects.of(OWNER, now.pk):
            files.remove(attached)
        StepNote.objects.filter(step__signal=now).delete()
        PublicContact.objects.filter(signal=now).delete()
        now.title = now.text = now.stems = ""
        now.may_publish, now.published_at, now.erased_at = False, None, clock.now()
        now.save()
        journal.record("signals.erase", by=by, obj=now, on_behalf_of=by.body_id)
    steps.show(signal, now)
