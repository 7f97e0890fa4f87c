"""What has served is forgotten, as the map of personal data says ("after N days"), or its table grows for ever."""

import datetime as dt

from django.core.management import call_command
from django.db import connection
from django_tasks_db.models import DBTaskResult

from vaxel.accounts.models import ApiReply, Invitation
from vaxel.accounts.personal import INVITATIONS_KEPT, REPLIES_KEPT
from vaxel.calendar import clock
from vaxel.network.models import UnitImport
from vaxel.network.personal import IMPORTS_KEPT
from vaxel.notices.models import Message, WebhookMessage
from vaxel.notices.personal import DELIVERED_KEPT, MAIL_KEPT
from vaxel.privacy import kept_outside
from vaxel.site.personal import JOBS_KEPT

AT_ONCE = 5000
LEFT_HALF_DONE = dt.timedelta(days=1)  # its worker was killed; what the job was for, the tick has done


def tick():
    call_command("prune_db_task_results", min_age_days=JOBS_KEPT, verbosity=0)
    DBTaskResult.objects.running().filter(started_at__lt=clock.now() - LEFT_HALF_DONE).delete()
    call_command("clearsessions", verbosity=0)
    ApiReply.objects.filter(created_at__lt=_ago(REPLIES_KEPT)).delete()  # a program asks no more with the same key
    WebhookMessage.objects.filter(sent_at__lt=_ago(DELIVERED_KEPT)).delete()
    WebhookMessage.objects.filter(given_up_at__lt=_ago(DELIVERED_KEPT)).delete()
    Invitation.objects.filter(expires_at__lt=_ago(INVITATIONS_KEPT)).delete()
    UnitImport.objects.filter(created_at__lt=_ago(IMPORTS_KEPT)).delete()
    _empty_old_mail()
    _forget_counts()
    kept_outside.forget_older()


def _empty_old_mail():
    """The row stays, with its event's name: an event is never told of twice. To whom, and what, is forgotten."""
    old = Message.objects.exclude(to="").filter(created_at__lt=_ago(MAIL_KEPT))
    ended = old.exclude(sent_at=None, cancelled_at=None, given_up_at=None).values_list("pk", flat=True)
    Message.objects.filter(pk__in=list(ended[:AT_ONCE])).update(to="", subject="", text="", about="", last_error="")


def _forget_counts():
    """Counted attempts to log in, past their time: the cache itself takes them away only when it is full."""
    with connection.cursor() as cursor:
        before = connection.ops.adapt_datetimefield_value(clock.now())
        cursor.execute("DELETE FROM shared_cache WHERE expires < %s", [before])


def _ago(days):
    return clock.now() - dt.timedelta(days=days)
