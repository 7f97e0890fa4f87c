"""Told by a real post to a real server on this machine, checked with the standard's own library."""

import datetime as dt
import ipaddress
import json
import threading
import uuid
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from standardwebhooks import Webhook as Checker

from vaxel.accounts.models import User
from vaxel.calendar import clock
from vaxel.calendar.clock import today
from vaxel.journal import sealing
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate
from vaxel.notices.models import Webhook, WebhookMessage
from vaxel.notices.webhooks import calling, sending
from vaxel.notices.webhooks.pumping import pump
from vaxel.rounds.commands import deliveries, rounds


class Receiver:
    """Takes what is posted, and answers as told."""

    def __init__(self):
        self.heard, self.answers = [], []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                outer.heard.append((dict(self.headers), body))
                self.send_response(outer.answers.pop(0) if outer.answers else 204)
                self.end_headers()

            def log_message(self, *args):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}/vaxel"

    def types(self):
        return [json.loads(body)["type"] for _headers, body in self.heard]


@pytest.fixture
def receiver(settings):
    settings.WEBHOOK_NETWORKS = (ipaddress.ip_network("127.0.0.0/8"),)
    made = Receiver()
    yield made
    made.server.shutdown()


@pytest.fixture
def office(program, world):
    return program(world.secretariat, Role.SECRETARIAT)


def add(program, receiver, events=()):
    answer = program.post("/webhooks", {"url": receiver.url, "events": list(events)})
    assert answer.status_code == 201, answer.content
    return answer.json()


def told():
    sealing.seal()
    return sending.tick()


def confirm(world, round, body):
    how = {"key": uuid.uuid4().hex, "received_at": clock.now()}
    deliveries.confirm_receipt(world.delivery(round, body), by=world.actor(body), **how)


def test_the_sender_hears_in_order_signed_and_once(world, office, receiver):
    secret = add(office, receiver)["secret"]
    round = world.sent(audience={"bodies": [world.mora.pk, world.falun.pk]})
    confirm(world, round, world.mora)
    rounds.close(round, by=world.secretary)
    assert told() == 3
    assert told() == 0
    assert receiver.types() == ["round.sent", "delivery.received", "round.closed"]
    for headers, body in receiver.heard:
        data = Checker(secret).verify(body, {name.lower(): value for name, value in headers.items()})["data"]
        assert data["round"] == round.pk
        assert set(data) <= {"round", "body"}, "ids alone"


def test_nobody_hears_of_what_they_could_not_open(world, program, receiver):
    add(program(world.laholm), receiver)
    round = world.sent(audience={"bodies": [world.mora.pk]})
    confirm(world, round, world.mora)
    assert told() == 0
    assert not WebhookMessage.objects.exists()


def test_an_ended_mandate_hears_nothing_more(world, program, receiver):
    add(program(world.mora), receiver)
    Mandate.objects.filter(body=world.mora).update(valid_from=dt.date(2020, 1, 1), valid_to=today())
    world.sent(audience={"bodies": [world.mora.pk]}, is_public=True)
    assert told() == 0


def test_only_the_events_asked_for_and_only_from_now_on(world, office, receiver):
    world.sent(audience={"bodies": [world.mora.pk]})
    sealing.seal()
    add(office, receiver, ["round.closed"])
    round = world.sent(audience={"bodies": [world.mora.pk]})
    rounds.close(round, by=world.secretary)
    told()
    assert receiver.types() == ["round.closed"]


def test_what_is_not_taken_is_tried_again_and_nothing_overtakes_it(world, office, receiver):
    add(office, receiver)
    receiver.answers = [500]
    rounds.close(world.sent(audience={"bodies": [world.mora.pk]}), by=world.secretary)
    assert told() == 0
    assert WebhookMessage.objects.order_by("number").first().last_error == "HTTP 500"
    with clock.standing_at(clock.now() + dt.timedelta(minutes=2)):
        assert told() == 2
    assert receiver.types() == ["round.sent", "round.sent", "round.closed"]


def test_gone_is_gone(world, office, receiver):
    add(office, receiver)
    receiver.answers = [410]
    rounds.close(world.sent(audience={"bodies": [world.mora.pk]}), by=world.secretary)
    told()
    assert Webhook.objects.get().stopped_why == "410 Gone"
    assert len(receiver.heard) == 1


def test_a_removed_one_hears_no_more(world, office, program, receiver):
    made = add(office, receiver)
    assert program(world.mora).call("DELETE", f"/webhooks/{made['id']}").status_code == 404
    assert office.get("/webhooks").json()[0]["url"] == receiver.url
    assert office.call("DELETE", f"/webhooks/{made['id']}").status_code == 204
    world.sent(audience={"bodies": [world.mora.pk]})
    assert told() == 0


def test_a_pump_that_dies_has_told_nothing(world, office, receiver, monkeypatch):
    add(office, receiver)
    world.sent(audience={"bodies": [world.mora.pk]})
    sealing.seal()
    monkeypatch.setattr(Webhook, "save", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        pump()
    monkeypatch.undo()
    assert not WebhookMessage.objects.exists()
    assert pump() == 1


@pytest.mark.parametrize(
    "url", ["ftp://exempel.se/", "https://", "https://a:b@exempel.se/", "https://exempel.se:0/", "x"]
)
def test_an_address_that_is_none_is_refused_in_words(office, url):
    answer = office.post("/webhooks", {"url": url})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["where"] == "url"
    assert not Webhook.objects.exists()


def test_an_unknown_event_is_named(office, receiver):
    answer = office.post("/webhooks", {"url": receiver.url, "events": ["round.eaten"]})
    assert "round.eaten" in answer.json()["detail"]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "https://127.0.0.1/", "http://[::1]/", "https://169.254.169.254/"]
)
def test_our_own_network_is_never_called_unless_named(settings, url):
    settings.WEBHOOK_NETWORKS = ()
    with pytest.raises(calling.MayNotCallError):
        calling.call(url, "{}", {})


def test_a_name_with_one_bad_address_is_no_name(settings, monkeypatch):
    settings.WEBHOOK_NETWORKS = ()
    places = [(0, 0, 0, "", (address, 443)) for address in ("93.184.216.34", "10.0.0.7")]
    monkeypatch.setattr(calling.socket, "getaddrinfo", lambda *_, **__: places)
    with pytest.raises(calling.MayNotCallError):
        calling.call("https://exempel.se/", "{}", {})


def test_without_https_nothing_goes_over_the_open_internet(settings, monkeypatch):
    settings.WEBHOOK_NETWORKS = ()
    monkeypatch.setattr(calling.socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", ("93.184.216.34", 80))])
    with pytest.raises(calling.MayNotCallError):
        calling.call("http://exempel.se/", "{}", {})


def test_ten_addresses_are_enough(office, receiver):
    for _ in range(10):
        add(office, receiver)
    assert office.post("/webhooks", {"url": receiver.url}).status_code == 409
    assert Webhook.objects.values("user_id").distinct().count() == User.objects.count()
