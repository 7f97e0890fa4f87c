"""Answers through the whole web application, day after day: stamped by the proxy, worked on a minute after midnight."""

import datetime as dt
import uuid
from collections.abc import Iterator

import time_machine
from django.conf import settings
from django.db import transaction
from django.test import Client, RequestFactory, override_settings
from django.test.client import ClientHandler
from django.urls import reverse

from proofs.deadlines.reckoning import too_late
from vaxel.accounts.models import User
from vaxel.network.models import Person
from vaxel.rounds.commands.answers import save_draft
from vaxel.rounds.domain.state import Flag, Outcome, outcome
from vaxel.rounds.models import Delivery, Round
from vaxel.rounds.tests.world import make_world

HEADER, HOST, TOKEN = "X-Request-Start", "testserver", "a" * 32
FIRST = dt.date(2027, 1, 1)
FIRST_NOON = dt.datetime(2027, 1, 1, 11, tzinfo=dt.UTC)
QUEUE = dt.timedelta(seconds=60)
# what is sent → (how long before midnight it reaches the edge, is the edge's stamp used, is it late)
STAMPS = {
    "sent at 23:59:58": (dt.timedelta(seconds=2), True, False),
    "sent at 23:59:59.999": (dt.timedelta(milliseconds=1), True, False),
    "sent at 00:00:00": (dt.timedelta(0), True, True),
    "control, sent at 23:59:58 and judged by when it is saved": (dt.timedelta(seconds=2), False, True),
}


SETTINGS = {
    "ALLOWED_HOSTS": [HOST],
    "SECURE_SSL_REDIRECT": False,
    "SESSION_COOKIE_SECURE": False,
    "ARRIVAL_HEADER": HEADER,
}


def a_year(number: int) -> Iterator[dict[str, bool]]:
    """For each of so many days, spread over the year: which of what was sent is late."""
    with override_settings(**SETTINGS), transaction.atomic():
        year = Year()
        for index in range(number):
            with transaction.atomic():
                yield year.due(FIRST + dt.timedelta(days=index * 365 // number))
                transaction.set_rollback(True)
        transaction.set_rollback(True)


class Year:
    """One round, written by four bodies and not sent yet. Each day it is due that day, and what is sent is taken back."""

    def __init__(self):
        with time_machine.travel(FIRST_NOON, tick=False):
            world = make_world()
            self.round = world.sent(due=FIRST)
            bodies = (world.falun, world.mora, world.varberg, world.laholm)
            self.senders = dict(zip(STAMPS, (self._written(world, body) for body in bodies), strict=True))
        self.web = ClientHandler(enforce_csrf_checks=True)  # the web application; only leaves our transaction alone

    def _written(self, world, body):
        actor, delivery = world.actor(body), world.delivery(self.round, body)
        user = User.objects.create_user(email=f"{body.pk}@example.org", password=None)
        Person.objects.filter(public_id=actor.person_id).update(user=user)
        save_draft(delivery, {"q1": "7"}, by=actor)
        return user, delivery

    def due(self, day):
        Round.objects.filter(pk=self.round.pk).update(due=day)
        return {name: self._is_late(name, day) for name in STAMPS}

    def _is_late(self, name, day):
        user, delivery = self.senders[name]
        before, trusted, _late = STAMPS[name]
        arrived = too_late(day) - before
        with time_machine.travel(arrived + QUEUE, tick=False):
            _send(self.web, delivery, user, arrived if trusted else None)
        state = Delivery.objects.get(pk=delivery.pk).state
        if outcome(state) != Outcome.ANSWERED:
            raise AssertionError(f"{name}, {day}: nothing was answered")
        return bool(state & Flag.LATE)


def _send(web, delivery, user, arrived):
    """The form that sends, as a browser posts it through a proxy."""
    client = Client()
    client.force_login(user)
    address = reverse("delivery_review", args=[delivery.round_id, delivery.body_id])
    stamp = {"HTTP_X_REQUEST_START": f"t={arrived.timestamp():.3f}"} if arrived else {}
    request = RequestFactory().post(
        address, {"key": uuid.uuid4().hex, "csrfmiddlewaretoken": TOKEN}, HTTP_HOST=HOST, **stamp
    )
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookies = {settings.SESSION_COOKIE_NAME: session, settings.CSRF_COOKIE_NAME: TOKEN}
    environ = {**request.environ, "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    answer = web(environ)
    if answer.status_code != 302:
        raise AssertionError(f"{address} said {answer.status_code}")
