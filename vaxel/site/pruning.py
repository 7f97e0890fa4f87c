"""What has served is forgotten, or its table grows for ever: finished jobs, replies to programs, webhooks delivered."""

import datetime as dt

from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from vaxel.accounts.models import ApiReply
from vaxel.calendar import clock
from vaxel.notices.models import WebhookMessage

LEFT_HALF_DONE = dt.timedelta(days=1)  # its worker was killed; what the job was for, the tick has done
KEPT = dt.timedelta(days=30)  # a program that has heard nothing for a month asks no more with the same key


def tick():
    call_command("prune_db_task_results", verbosity=0)
    DBTaskResult.objects.running().filter(started_at__lt=clock.now() - LEFT_HALF_DONE).delete()
    before = clock.now() - KEPT
    ApiReply.objects.filter(created_at__lt=before).delete()
    WebhookMessage.objects.filter(sent_at__lt=before).delete()
