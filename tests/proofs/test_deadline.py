"""The last minute in short, against a live server; and against one that breaks and one that dawdles: both are found."""

import socket
import threading
import time
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest

from proofs import deadline, visitors
from proofs.deadline import minute, turns
from proofs.deadline.asking import CLOSED, Server
from proofs.promise import all_met
from proofs.visitors import stream

DAWDLES = 0.1


def test_some_bodies_send_beside_some_readers(transactional_db, live_server, client):
    from proofs.deadline import world

    made = world.fill(bodies=3, readers=2, turns=1)
    rates = turns.measured(live_server.url, made, 1)
    last = minute.lived(live_server.url, made, 0.2)
    assert last.errors + rates.errors == []
    assert world.stands(made["round"]) == 3
    assert {"open", "save", "review", "submit", "read"} == {one.kind for one in last.took}
    assert rates.asked == dict.fromkeys(["empty", "own part", "round's page", "first page", "submit"], turns.SLICE)


@pytest.fixture
def server():
    """Answers at once, dawdles at /slow and breaks at /broken."""

    def answer(environ, start):
        path = environ["PATH_INFO"]
        if path == "/slow":
            time.sleep(DAWDLES)
        start("500 No" if path == "/broken" else "200 OK", [("Content-Type", "text/html")])
        return [b""]

    made = make_server("127.0.0.1", 0, answer, server_class=Roomy, handler_class=Silent)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    thread.join()
    made.server_close()


class Roomy(WSGIServer):
    request_queue_size = 64  # with five, one of eight at once comes back a second later


class Silent(WSGIRequestHandler):
    def log_message(self, *_):
        pass


def rates_of(server, **pages):
    some = {kind: [{"path": path, "session": ""}] for kind, path in pages.items()}
    return turns.by_turns(server, some, 1)


def test_a_page_that_dawdles_misses_its_goal(server, monkeypatch):
    monkeypatch.setattr(turns, "SLICE", 8)
    rates = rates_of(server, empty="/", reads="/slow", submit="/")
    assert rates.ratio("reads") < deadline.LEAST_READS
    assert not all_met(list(deadline.figures(rates, minute.Minute(), 3, 3)))


def test_an_answer_that_broke_is_an_error(server, monkeypatch):
    monkeypatch.setattr(turns, "SLICE", 8)
    rates = rates_of(server, empty="/", reads="/", submit="/broken")
    assert set(rates.errors) == {"submit: 500"}
    found = {figure.name: figure for figure in deadline.figures(rates, minute.Minute(), 3, 3)}
    assert not found["errors, whoever asked for what"].ok


def test_a_body_whose_answer_is_lost_is_missed(server, monkeypatch):
    monkeypatch.setattr(turns, "SLICE", 8)
    rates = rates_of(server, empty="/", reads="/", submit="/")
    found = {figure.name: figure for figure in deadline.figures(rates, minute.Minute(), 2, 3)}
    assert not found["bodies whose answer stands afterwards"].ok


def test_nobody_there_is_an_error():
    came = stream.came("http://127.0.0.1:9", ["/"], 28, 0.1)
    assert set(came.errors) == {"visit: NewConnectionError"}


def test_visitors_who_meet_a_broken_page_are_counted(server, monkeypatch):
    monkeypatch.setattr(turns, "SLICE", 8)
    came = stream.came(server, ["/", "/broken"], 100, 0.1)
    assert came.errors == ["visit: 500"] * 5
    pages = {"empty": "/", "public pages": "/", "made anew": "/"}
    rates = turns.by_turns(server, {kind: [{"path": path, "session": ""}] for kind, path in pages.items()}, 1)
    assert not all_met(list(visitors.figures(rates, came)))


@pytest.fixture
def closing():
    """A server that closes the first connection without an answer, as one whose patience with it has ended."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        threading.Thread(target=_closes_the_first, args=(listening,), daemon=True).start()
        yield Server(f"http://127.0.0.1:{listening.getsockname()[1]}", 1)


def _closes_the_first(listening):
    for number in range(2):
        one, _address = listening.accept()
        one.recv(10_000)
        if number:
            one.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        one.close()


def test_a_page_is_asked_for_once_more_where_the_connection_was_closed(closing):
    assert closing.get("read", "/").body == b"ok"


def test_a_form_is_not(closing):
    assert closing.post("submit", "/", "").error == f"submit: {CLOSED}"
