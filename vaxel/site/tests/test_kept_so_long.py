"""Where the map says "after N days", the tick does it: an old row of each such table is gone or emptied, a young one stays."""

import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from vaxel.accounts.models import ApiReply, ApiToken, Invitation, User
from vaxel.network.models import UnitImport
from vaxel.notices.models import Message, Webhook, WebhookMessage
from vaxel.personal.registry import table_of, tables
from vaxel.rounds.models import FilledWorkbook
from vaxel.rounds.tests.world import make_world
from vaxel.rounds.ticks import forget_workbooks
from vaxel.site import pruning

DAY = dt.timedelta(days=1)


def test_each_table_with_a_time_is_tried_below():
    assert {one.model for one in tables() if one.days is not None} == set(MADE)


def _user():
    return User.objects.create_user("a@example.org", "ett-långt-lösenord")


def _token():
    return ApiToken.objects.create(user=_user(), mandate_id=1, name="a", token_hash="a", expires_on=dt.date(2030, 1, 1))


def _reply(old, young):
    token = _token()
    for at in (old, young):
        made = ApiReply.objects.create(token=token, key=str(at), fingerprint="a", body={"name": "Anna"})
        ApiReply.objects.filter(pk=made.pk).update(created_at=at)
    return ApiReply.objects.count


def _invitation(old, young):
    user = _user()
    for at in (old, young):
        Invitation.objects.create(user=user, token_hash=str(at), inviter="Anna", expires_at=at)
    return Invitation.objects.count


def _mail(old, young):
    for at in (old, young):
        said = {"subject": "Hej", "text": "Anna", "created_at": at, "not_before": at, "sent_at": at}
        Message.objects.create(event_key=str(at), to="a@example.org", **said)
    return Message.objects.exclude(text="").count


def _hook(old, young):
    hook = Webhook.objects.create(user_id=1, mandate_id=1, url="https://a.example", secret="a", told_up_to=0)
    for number, at in enumerate((old, young)):
        WebhookMessage.objects.create(hook=hook, number=number, type="a", payload={}, next_at=at, sent_at=at)
    return WebhookMessage.objects.count


def _units(old, young):
    world = make_world()
    for at in (old, young):
        made = UnitImport.objects.create(principal=world.falun, file_name="a.csv", rows=[["Anna"]])
        UnitImport.objects.filter(pk=made.pk).update(created_at=at)
    return UnitImport.objects.count


def _workbook(old, young):
    round = make_world().sent()
    for at in (old, young):
        FilledWorkbook.objects.create(round=round, bodies=[], file_name="a.xlsx", entries={}, created_at=at)
    return FilledWorkbook.objects.count


def _session(old, young):
    for at in (timezone.now() - DAY, timezone.now() + DAY):
        Session.objects.create(session_key=str(at)[:40], session_data="a", expire_date=at)
    return Session.objects.count


def _cached(old, young):
    with connection.cursor() as cursor:
        for at in (timezone.now() - DAY, timezone.now() + DAY):
            kept = connection.ops.adapt_datetimefield_value(at)
            cursor.execute(
                "INSERT INTO shared_cache (cache_key, value, expires) VALUES (%s, %s, %s)", [str(at), "a", kept]
            )
    return _cached_now


def _cached_now():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM shared_cache")
        return cursor.fetchone()[0]


def _job(old, young):
    for at in (old, young):
        DBTaskResult.objects.create(
            status="SUCCESSFUL", enqueued_at=at, finished_at=at, args_kwargs={"args": [], "kwargs": {}}, priority=0,
            task_path="a", queue_name="default", backend_name="default", run_after=at, exception_class_path="", traceback="",
        )  # fmt: skip
    return DBTaskResult.objects.count


MADE = {
    "accounts.ApiReply": _reply,
    "accounts.Invitation": _invitation,
    "notices.Message": _mail,
    "notices.WebhookMessage": _hook,
    "network.UnitImport": _units,
    "rounds.FilledWorkbook": _workbook,
    "sessions.Session": _session,
    "shared_cache": _cached,
    "django_tasks_database.DBTaskResult": _job,
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", MADE)
def test_the_old_goes_and_the_young_stays(name):
    now, days = timezone.now(), table_of(name).days
    count = MADE[name](now - (days + 1) * DAY, now - max(days - 1, 0) * DAY)
    pruning.tick()
    forget_workbooks()
    assert count() == 1
