"""Proves what a full disk does: it is said, nothing acknowledged is lost, and all goes on once there is room."""

import json
import shutil
import threading
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from proofs.answering import load, world
from proofs.answering.client import Browser, Program, Reply
from proofs.full_disk.small import SmallDisk, small_disk
from proofs.promise import Figure, at_least, exactly, said, scaled
from proofs.servers import ordinary, sql, tables, vaxel

NAME = "full-disk"
PROMISE = "A full disk is answered 507 in words, loses no acknowledged answer, and what was refused can be sent again."
CLIENTS, TIMES, PATIENCE = 8, 5, 2000


@dataclass
class Noted:
    promises: list[load.Promise] = field(default_factory=list)
    refused: list[Reply] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    waiting: list[tuple[Program, str, str]] = field(default_factory=list)  # refused at the last: who, key, what


def run(scale: float) -> Iterable[Figure]:
    clients, times = scaled(CLIENTS, scale, 2), scaled(TIMES, scale, 1)
    with ordinary.workplace("full-disk") as folder:
        first = tables.sqlite(folder)
        env = vaxel.environment(first, folder)
        laid = world.lay(env, bodies=clients + 1, rounds=1)
        before = _no(env, first)
        with small_disk(folder, folder / "vaxel.sqlite3") as disk:
            there = {**env, "DATABASE_URL": f"sqlite:///{disk.at}/vaxel.sqlite3"}
            with vaxel.web(there, folder, inside=disk.inside) as address:
                people = [Program(address, who) for who in laid.people[:clients]]
                browser = Browser(address)
                browser.log_in(laid.people[clients])
                page = f"/forfragningar/{laid.rounds[0]}/{laid.people[clients].body}/"
                noted = Noted()
                for _ in range(times):
                    disk.fill()
                    _until_full(people, laid.rounds[0], noted)
                    shown = _saved_in_browser(browser, page)
                    read = browser.get(page)
                    disk.make_room()
                    again = _again(noted)
            seen = _taken_out(disk, folder)
            yield said("the disk, MiB", disk.size / 2**20)
            yield said("answers acknowledged", len(noted.promises))
            yield at_least("times that the disk was filled", times, scaled(TIMES, scale, 1))
            yield at_least("requests refused with 507", len(noted.refused), clients * times)
            yield exactly("answers other than done or 507", noted.others, [])
            yield exactly("told to a program as a problem in words", all(map(_in_words, noted.refused)), wanted=True)
            yield exactly("the page's status when a person sends its form", shown.status, 507)
            yield exactly("and it says so in Swedish", "vår disk är full" in shown.body.decode(), wanted=True)
            yield exactly("what is there can still be read", read.status, 200)
            yield exactly("refused and sent again once there is room: not done", again, [])
            yield exactly("acknowledged answers lost", len(load.lost(seen, noted.promises)), 0)
            yield exactly("integrity", sql.one(seen, "PRAGMA integrity_check"), "ok")
            yield exactly("what vaxel verify says no to and did not before", sorted(_no(env, seen) - before), [])


def _taken_out(disk: SmallDisk, folder: Path) -> str:
    """SQLite follows /proc/…/root back to our own files: what is on the small disk is read from a copy."""
    out = folder / "after"
    out.mkdir()
    for path in disk.seen.glob("vaxel.sqlite3*"):
        shutil.copyfile(path, out / path.name)
    return f"sqlite:///{out}/vaxel.sqlite3"


def _no(env: Mapping[str, str], url: str) -> set[str]:
    """The checks that say no: a world laid straight in the tables has no ties, and some do before anything is done."""
    told = vaxel.run({**env, "DATABASE_URL": url}, "verify", check=False).stdout.splitlines()
    return {line.split()[1] for line in told if line.startswith(" NEJ")}


def _until_full(people: list[Program], round_id: int, noted: Noted) -> None:
    noted.waiting.clear()
    threads = [threading.Thread(target=_answer_on, args=(who, round_id, noted)) for who in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _answer_on(who: Program, round_id: int, noted: Noted) -> None:
    """Until it is refused."""
    part = who.part(round_id)
    for _ in range(PATIENCE):
        value, key = uuid.uuid4().int % 10**9, uuid.uuid4().hex
        reply = who.put(f"{part}/draft", {"values": {"q": value}})
        if reply.status in load.DONE:
            reply = who.post(f"{part}/submit", {}, key)
            if reply.status in load.DONE:
                noted.promises.append(load.Promise(who.who.body, round_id, value, None, 0))
                continue
        if reply.status == 507:
            noted.refused.append(reply)
            noted.waiting.append((who, key, part))
        else:
            noted.others.append(f"{reply.status}: {reply.body[:200]!r}")
        return
    noted.others.append("the disk never became full")


def _again(noted: Noted) -> list[int]:
    """What was refused, once more; those that are still not done."""
    statuses = []
    for who, key, part in noted.waiting:
        who.put(f"{part}/draft", {"values": {"q": 1}})
        statuses.append(who.post(f"{part}/submit", {}, key).status)
    return [status for status in statuses if status not in load.DONE]


def _saved_in_browser(browser: Browser, page: str) -> Reply:
    """Until it is refused: SQLite's log may have room left in what it has already been given."""
    browser.get(f"{page}?andra=1")
    for number in range(PATIENCE):
        reply = browser.post(f"{page}spara/", q=str(number), seen="", do="review")
        if reply.status != 302:
            return reply
    return reply


def _in_words(reply: Reply) -> bool:
    problem = reply.headers.get("content-type", "").startswith("application/problem+json")
    return problem and "disk är full" in json.loads(reply.body)["detail"] and "retry-after" not in reply.headers
