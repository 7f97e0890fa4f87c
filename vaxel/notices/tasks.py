"""The worker's part: a delivery when the time comes. What it misses, the tick sends."""

import datetime as dt

from django_tasks import task


@task()
def deliver():
    from vaxel.notices.sending import send_due

    return send_due()


def wake(moment):
    """One delivery at (just after) that moment, in the same transaction as the message: it exists if the message does."""
    from django_tasks_db.models import DBTaskResult

    moment = _rounded_up(moment)
    if not DBTaskResult.objects.ready().filter(task_path=deliver.module_path, run_after=moment).exists():
        deliver.using(run_after=moment).enqueue()


def _rounded_up(moment, step=10):
    """To whole ten seconds, so that 290 messages wake one delivery."""
    return dt.datetime.fromtimestamp(-(-moment.timestamp() // step) * step, dt.UTC)
