"""Two hosts with a web process each and one PostgreSQL between them. What one has done, the other knows."""

import re
import threading
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import psycopg

from proofs.answering.client import Browser, Program
from proofs.answering.world import Someone, World, lay
from proofs.promise import Figure, exactly, said, scaled
from proofs.sent_once import mailbox
from proofs.servers import hosts, ordinary, postgres, sql, tables, vaxel
from proofs.servers.hosts import Host
from vaxel.site.serving.ticking import LOCK

NAME = "two-hosts"
PROMISE = "Two hosts on one PostgreSQL behave as one: sessions, throttle, tick, files, styles, language and keys."
SITE = "vaxel.example"  # both hosts', as behind one proxy
PORT, KEYS, TICKS = 8000, 100, 10
ALLOWED = 5  # wrong passwords for one login in five minutes (settings.ACCOUNT_RATE_LIMITS)
STATIC = re.compile(rb'(/static/[^"\']+)')
FILE = re.compile(rb'href="([^"]+/fil/[^"]+)"')
CONTENT = b"kommun;antal\nFalun;7\n"


@dataclass(frozen=True)
class Pair:
    """Two addresses, the world they serve, its database, and how a command is run on each host."""

    addresses: list[str]
    world: World
    url: str
    commands: list[Callable[..., object]]
    mail: Path


def run(scale: float = 1) -> Iterator[Figure]:
    if no := hosts.why_not():
        yield said("not run", no)
        return
    with ExitStack() as stack:
        pair = _stand_up(stack)
        yield said("hosts (network namespaces) with a web process each", len(pair.addresses))
        yield from _sessions(pair)
        yield from _throttle(pair)
        yield from _tick(pair, scaled(TICKS, scale, least=2))
        yield from _files(pair)
        yield from _styles(pair)
        yield from _language(pair)
        yield from _keys(pair, scaled(KEYS, scale, least=5))


def _stand_up(stack: ExitStack) -> Pair:
    folder = stack.enter_context(ordinary.workplace("two-hosts"))
    server = stack.enter_context(postgres.server(listen_addresses="'*'"))
    server.let_in(f"{hosts.NET}.0.0/16")
    both = stack.enter_context(hosts.hosts(2))
    own = tables.postgresql(server, folder)
    world = lay(vaxel.environment(own, folder), bodies=10, rounds=max(1, KEYS // 10))
    mail = folder / "mailbox"
    parts = [_environment(host, server, folder, mail) for host in both]
    addresses = [stack.enter_context(_web(host, env, folder)) for host, env in zip(both, parts, strict=True)]
    commands = [_command(host, env) for host, env in zip(both, parts, strict=True)]
    return Pair(addresses, world, own, commands, mail)


def _environment(host: Host, server: postgres.Server, folder: Path, mail: Path) -> dict[str, str]:
    """A host has its own files; the secret key is the one thing besides the database that they share."""
    data = folder / host.name
    data.mkdir()
    url = server.url("vaxel").replace("127.0.0.1", host.ours)
    own = {"VAXEL_EMAIL_BACKEND": "proofs.sent_once.mailbox.Backend", mailbox.FILE: str(mail)}
    return vaxel.environment(url, data, VAXEL_HOSTS=SITE, VAXEL_URL=f"http://{SITE}", **own)


def _web(host: Host, env: dict[str, str], folder: Path):
    return vaxel.web(env, folder, workers=1, at=(host.address, PORT), inside=host.inside)


def _command(host: Host, env: dict[str, str]) -> Callable[..., str]:
    return lambda *arguments: vaxel.run(env, *arguments, inside=host.inside).stdout


def _browsers(pair: Pair) -> list[Browser]:
    return [Browser(address, SITE) for address in pair.addresses]


def _sessions(pair: Pair) -> Iterator[Figure]:
    here, there = _browsers(pair)
    here.log_in(pair.world.people[0])
    there.cookies = dict(here.cookies)
    yield exactly("logged in on one, the other shows one's own page", there.get("/konto/").status, 200)
    here.post("/konto/logga-ut/")
    yield exactly("logged out on one, the other asks for the login", there.get("/konto/").status, 302)


def _throttle(pair: Pair) -> Iterator[Figure]:
    """Wrong passwords in turn on each: one count, not one a host."""
    who, turns = pair.world.people[1], _browsers(pair) * ALLOWED
    statuses = [browser.log_in(who, password="fel-lösenord-" + uuid.uuid4().hex).status for browser in turns]
    heard = sum(status != 429 for status in statuses)
    yield exactly("wrong passwords heard, on both together, before 429", heard, ALLOWED)


def _tick(pair: Pair, times: int) -> Iterator[Figure]:
    """Mail that is due goes once although both tick at the same moment, and a third host's tick holds both off."""
    sql.do(pair.url, "UPDATE rounds_round SET sent_at = '2026-01-02 10:00:00+00:00'")
    with closing(psycopg.connect(pair.url, autocommit=True)) as third:
        third.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        held = [command("tick") for command in pair.commands]
    yield exactly("ticks that left it to a third host that was at it", sum("annan värd" in said for said in held), 2)
    for _ in range(times):
        _at_once([lambda command=command: command("tick") for command in pair.commands])
    lines = pair.mail.read_text().splitlines() if pair.mail.exists() else []
    parts = sql.one(pair.url, "SELECT count(*) FROM rounds_delivery")
    yield said("ticks on both at the same moment", times)
    yield exactly("receivers that the outbox has more or less than one letter for", parts - _letters(pair.url), 0)
    yield exactly("mails handed over twice", len(lines) - len(set(lines)), 0)


def _letters(url: str) -> int:
    return sql.one(url, "SELECT count(DISTINCT event_key) FROM notices_message WHERE event_key LIKE 'round:%:sent:%'")


def _files(pair: Pair) -> Iterator[Figure]:
    (here, there), who = _browsers(pair), pair.world.people[2]
    here.log_in(who)
    page = f"/forfragningar/{pair.world.rounds[0]}/{who.body}/"
    here.upload(f"{page}spara/", "f", "bilaga.csv", CONTENT)
    there.cookies = dict(here.cookies)
    link = FILE.search(there.get(page).body)
    fetched = there.get(link[1].decode()) if link else None
    yield exactly("a file left on one is fetched whole from the other", bool(fetched and fetched.body == CONTENT), True)


def _styles(pair: Pair) -> Iterator[Figure]:
    named = [set(STATIC.findall(browser.get("/").body)) for browser in _browsers(pair)]
    fetched = [_browsers(pair)[1].get(path.decode()).status for path in sorted(named[0])]
    yield exactly("static files named alike by both", (named[0] == named[1], len(named[0]) > 0), (True, True))
    yield exactly("of one's names, not to be had from the other", sum(status != 200 for status in fetched), 0)


def _language(pair: Pair) -> Iterator[Figure]:
    here, there = _browsers(pair)
    here.log_in(pair.world.people[3])
    here.post("/konto/sprak/", language="en")
    there.cookies = {name: value for name, value in here.cookies.items() if name == "sessionid"}
    spoken = there.get("/konto/").headers.get("content-language")
    yield exactly("the language chosen on one, spoken by the other", spoken, "en")


def _keys(pair: Pair, number: int) -> Iterator[Figure]:
    """One key, posted to both at the same moment."""
    parts = [(who, each) for each in pair.world.rounds for who in pair.world.people][:number]
    alike = sum(_alike(pair, who, each) for who, each in parts)
    yield exactly(f"of {number} keys posted to both at once, answered alike", alike, number)
    receipts = sql.one(pair.url, "SELECT count(*) FROM rounds_receipt WHERE step = 'answered'")
    yield exactly("receipts of them", receipts, number)


def _alike(pair: Pair, who: Someone, round_id: int) -> bool:
    key, programs = uuid.uuid4().hex, [Program(address, who, SITE) for address in pair.addresses]
    programs[0].put(f"{programs[0].part(round_id)}/draft", {"values": {"q": 7}})
    replies = _at_once([lambda one=one: one.post(f"{one.part(round_id)}/submit", {}, key) for one in programs])
    return {reply.status for reply in replies} == {200} and len({reply.body for reply in replies}) == 1


def _at_once(works: list[Callable]) -> list:
    start = threading.Barrier(len(works))

    def one(work):
        start.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(one, works))
