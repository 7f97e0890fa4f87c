"""The worker's part: a delivery when the time comes. What it misses, the tick sends."""

import datetime as dt

from django_tasks import task


@task()
def deliver():
    from vaxel.notices.sending import send_all

    return send_all().mails


def wake(moment):
    """One delivery just after that moment, queued in the message's own transaction: it exists if the message does."""
    from django_tasks_db.models import DBTaskResult

    moment = _rounded_up(moment)
    waiting = DBTaskResult.objects.filter(status="READY", task_path=deliver.module_path, run_after=moment)
    if not waiting.exists():
        deliver.using(run_after=moment).enqueue()


def _rounded_up(moment, step=10):
    """To whole ten seconds, so that 290 messages wake one delivery."""
    return dt.datetime.fromtimestamp(-(-moment.timestamp() // step) * step, dt.UTC)
