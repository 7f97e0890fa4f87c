import datetime as dt

import pytest
import time_machine
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from vaxel import notices
from vaxel.notices.models import Message

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
LATER = NOON + dt.timedelta(minutes=10)


def post(key, **changes):
    notices.post(key, **{"to": "kontakt@example.org", "subject": "Ny förfrågan", "text": "Öppna den.", **changes})


def test_the_same_event_is_posted_once():
    post("round:1:sent:5")
    post("round:1:sent:5", subject="Något annat")
    post("round:1:sent:6")
    assert list(Message.objects.order_by("id").values_list("subject", flat=True)) == ["Ny förfrågan"] * 2


@pytest.mark.parametrize("number", [1, 3, 40])
def test_many_are_posted_in_the_same_number_of_queries(number, django_assert_num_queries):
    drafts = [notices.Draft(f"round:1:sent:{one}", "a@example.org", "Ny", "Öppna", LATER) for one in range(number)]
    with django_assert_num_queries(5):
        notices.post_many(drafts)
    assert Message.objects.count() == number


def test_all_of_one_moment_wake_one_delivery():
    with time_machine.travel(NOON, tick=False):
        for one in range(5):
            post(f"round:1:sent:{one}", not_before=LATER)
        post("round:2:sent:1", not_before=LATER + dt.timedelta(hours=1))
    waking = DBTaskResult.objects.order_by("run_after").values_list("run_after", flat=True)
    assert list(waking) == [LATER, LATER + dt.timedelta(hours=1)]


def test_a_command_that_fails_leaves_neither_message_nor_delivery():
    with pytest.raises(RuntimeError), transaction.atomic():
        post("round:1:sent:5")
        raise RuntimeError
    assert not Message.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_a_recall_takes_back_what_has_not_left():
    for key in ("round:1:sent:1", "round:1:sent:2", "round:12:sent:1"):
        post(key)
    Message.objects.filter(event_key="round:1:sent:2").update(sent_at=NOON)
    assert notices.cancel(prefix="round:1:") == 1
    assert notices.cancel(prefix="round:1:") == 0
    assert notices.cancel("round:12:sent:1") == 1
    assert not Message.objects.waiting().exists()


@pytest.mark.parametrize("prefix", ["%", "_", "round:1%"])
def test_a_prefix_is_taken_to_the_letter(prefix):
    post("round:1:sent:1")
    assert notices.cancel(prefix=prefix) == 0


def test_nothing_said_cancels_nothing():
    post("round:1:sent:1")
    with pytest.raises(ValueError, match="prefix"):
        notices.cancel()
    assert Message.objects.waiting().count() == 1


@pytest.mark.parametrize(
    "address", ["", "ingen adress", "a@example.org\nBcc: b@example.org", "a@example.org,b@example.org"]
)
def test_an_unusable_address_is_kept_for_a_person_to_see(address):
    post("round:1:sent:1", to=address)
    message = Message.objects.get()
    assert (message.to, message.given_up_at is None) == ("", False)
    assert message.last_error.startswith("no address")
    assert not Message.objects.waiting().exists()
    assert not DBTaskResult.objects.exists()


def test_a_subject_has_no_line_breaks():
    post("round:1:sent:1", subject="Ny\r\nBcc: alla@example.org")
    assert Message.objects.get().subject == "Ny Bcc: alla@example.org"
