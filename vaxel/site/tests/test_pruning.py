"""What has served is forgotten after a month, and what has not is kept."""

import datetime as dt

import pytest
from django_tasks_db.models import DBTaskResult

from vaxel.accounts import tokens
from vaxel.accounts.models import ApiReply, User
from vaxel.calendar import clock
from vaxel.notices.models import Webhook, WebhookMessage
from vaxel.notices.tasks import deliver
from vaxel.site.pruning import tick

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("days", "left"), [(29, 1), (31, 0)])
def test_after_a_month(days, left):
    user = User.objects.create_user("a@exempel.example")
    token, _secret = tokens.make(user, 1, name="prov", scopes=["read"], expires_on=dt.date(2100, 1, 1))
    ApiReply.objects.create(token=token, key="nyckel12", fingerprint="x")
    hook = Webhook.objects.create(user_id=user.pk, mandate_id=1, url="https://exempel.se/", secret="s", told_up_to=0)
    now = clock.now()
    common = {"hook": hook, "type": "round.sent", "payload": {}, "next_at": now}
    WebhookMessage.objects.create(number=1, sent_at=now, **common)
    WebhookMessage.objects.create(number=2, **common)
    with clock.standing_at(now + dt.timedelta(days=days)):
        tick()
    assert ApiReply.objects.count() == left
    assert WebhookMessage.objects.filter(number=1).count() == left
    assert WebhookMessage.objects.filter(number=2).count() == 1, "what still waits is never forgotten"


@pytest.mark.parametrize(("hours", "left"), [(23, 1), (25, 0)])
def test_a_job_whose_worker_was_killed_does_not_stay_for_ever(hours, left):
    deliver.enqueue()
    job = DBTaskResult.objects.get()
    job.claim("a worker that is no more")
    with clock.standing_at(clock.now() + dt.timedelta(hours=hours)):
        tick()
    assert DBTaskResult.objects.count() == left
