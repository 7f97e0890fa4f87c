"""A tick that is killed for real in the middle, again and again, and ticks that crowd: each is reminded once."""

import datetime as dt
import os
import subprocess
import sys

import pytest
import time_machine
from django.db import connection

from vaxel.calendar.domain.deadlines import SWEDEN
from vaxel.notices.models import Message
from vaxel.rounds.models import Reminder, Round
from vaxel.rounds.tests.world import make_world
from vaxel.rounds.ticks import announce_sent

SENT_ON = dt.datetime(2026, 11, 2, 10, tzinfo=SWEDEN)
TICK = dt.datetime(2026, 11, 13, 10, tzinfo=SWEDEN)
CHILD = """
import datetime as dt, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "vaxel.site.settings"
import django; django.setup()
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
from vaxel.calendar.clock import standing_at
from vaxel.rounds.commands import remind
from vaxel.rounds.ticks import remind_all
remind.BATCH = 1  # a transaction for each receiver, so that there is a middle to be killed in
act, left = getattr(remind, sys.argv[2]), [int(sys.argv[3])]
def counted(*args, **kwargs):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), 9)
    return act(*args, **kwargs)
setattr(remind, sys.argv[2], counted)
with standing_at(dt.datetime.fromisoformat(sys.argv[4])):
    remind_all()
"""


@pytest.fixture
def asked(transactional_db):
    world = make_world()
    with time_machine.travel(SENT_ON, tick=False):
        for body in (world.falun, world.mora, world.orsa, world.varberg, world.laholm, world.gotland):
            world.mailbox(body, f"b{body.pk}@example.org")
        sent = world.sent(due=dt.date(2026, 11, 27))
    with time_machine.travel(SENT_ON + dt.timedelta(minutes=11), tick=False):
        announce_sent()
    return sent


def child(where, survives):
    name = str(connection.settings_dict["NAME"])
    arguments = [sys.executable, "-c", CHILD, name, where, str(survives), TICK.isoformat()]
    return subprocess.Popen(arguments, env={**os.environ}, stderr=subprocess.PIPE)


def ended(process):
    _out, errors = process.communicate(timeout=60)
    return process.returncode, errors.decode()


def test_killed_again_and_again_and_then_two_at_once_each_is_reminded_once(asked):
    for where, survives in (("_logged", 1), ("send_steps", 2), ("_batch", 2)):
        code, errors = ended(child(where, survives))
        assert code == -9, errors
    for code, errors in [ended(one) for one in [child("_batch", 1000) for _ in range(2)]]:
        assert code == 0, errors
    reminded = sorted(Reminder.objects.values_list("body_id", flat=True))
    mailed = Message.objects.filter(event_key__contains=":reminded-").values_list("body_id", flat=True)
    assert reminded == sorted(mailed) == sorted(set(reminded))
    assert len(reminded) == 6
    assert Round.objects.get().reminded_on == TICK.date()
