"""What has served is forgotten, or its table grows for ever: finished jobs, replies to programs, webhooks delivered."""

import datetime as dt

from django.core.management import call_command

from vaxel.accounts.models import ApiReply
from vaxel.calendar import clock
from vaxel.notices.models import WebhookMessage

KEPT = dt.timedelta(days=30)  # a program that has heard nothing for a month asks no more with the same key


def tick():
    call_command("prune_db_task_results", verbosity=0)
    before = clock.now() - KEPT
    ApiReply.objects.filter(created_at__lt=before).delete()
    WebhookMessage.objects.filter(sent_at__lt=before).delete()
