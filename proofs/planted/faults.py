"""By name: what each breaks, as it was broken in the peers (reliability.md §3)."""

import time
import uuid

from django.db import transaction
from ninja import Status


def naive_once():
    """Check, then act: what Kobo's duplicates came of for six years. And nothing else guards an answer."""
    import vaxel.accounts.api.once as guarded
    from vaxel.accounts.models import ApiReply
    from vaxel.rounds.commands import steps

    def once(request, key, status, act):
        if said := ApiReply.objects.filter(token=request.token, key=key).first():
            return Status(said.status, said.body)
        body = act()
        ApiReply.objects.bulk_create(
            [ApiReply(token=request.token, key=key, status=status, body=body)], ignore_conflicts=True
        )
        return Status(status, body)

    guarded.once = once  # before the interface is read: whoever imports it gets this one
    steps.told_already = lambda *_: None


def yes_before_done():
    """healthchecks.io's lost pings: told that it is done, and it was held in memory alone."""
    import vaxel.accounts.api.once as guarded

    def once(request, key, status, act):
        with transaction.atomic():
            reply = Status(status, act())
            transaction.set_rollback(True)
        return reply

    guarded.once = once


def fault_page_for_all():
    """As Django does it by itself: a database that is away is answered with 500."""
    from vaxel.ui import faults

    faults.is_outage = lambda error: False
    from vaxel.accounts.api import doors

    doors.is_outage = lambda error: False


def new_mail_each_time():
    """hypothesis/lms#5346: a killed sender's mail comes again as another one. It dwells where it can be killed."""
    from vaxel.notices import sending

    compose = sending.compose

    def composed(messages, message_id, connection=None):
        mail = compose(messages, f"<{uuid.uuid4().hex}@again>", connection)
        send = mail.send
        mail.send = lambda: (send(), time.sleep(0.05))
        return mail

    sending.compose = composed


FAULTS = {
    "yes-before-done": yes_before_done,
    "naive-once": naive_once,
    "fault-page-for-all": fault_page_for_all,
    "new-mail-each-time": new_mail_each_time,
}
