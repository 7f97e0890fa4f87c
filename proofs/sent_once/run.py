"""The course of it: the sender is killed until it has sent, then worker and tick until everybody has been told."""

import random
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from proofs.promise import Figure, scaled
from proofs.sent_once import audit, mailbox
from proofs.sent_once.nursery import Nursery, kill, running, stop
from proofs.sent_once.world import lay
from proofs.servers import sql, vaxel

BODIES, KILLS = 100_000, 100
OF_SENDER = 0.25  # of the kills; fewer if it gets its round sent before
PARTS = {"worker": ("worker", "--interval", "0.1"), "tick": ("tick", "--every", "1")}
POWER = 0.3  # of the kills take worker and tick at the same moment, and then ten minutes pass
LIFE = 20  # seconds at most between two kills
LINE = 60  # bytes of the mailbox, and some more, for each mail
PATIENCE = 300  # seconds in which nothing moves
STILL = 2  # seconds without a mail sent: what is left is held by the killed
SEED = 20261126


def run(url: str, folder: Path, scale: float, planted: Mapping[str, str] | None = None) -> Iterator[Figure]:
    bodies, kills = scaled(BODIES, scale, least=500), scaled(KILLS, scale, least=12)
    mail = folder / "mailbox"
    own = {"VAXEL_EMAIL_BACKEND": "proofs.sent_once.mailbox.Backend", mailbox.FILE: str(mail)}
    env = vaxel.environment(url, folder, **own, **(planted or {}))
    round_id = lay(env, bodies)
    chance = random.Random(SEED)
    nursery = Nursery(env, folder / "log")
    try:
        done = _send(nursery, url, round_id, round(kills * OF_SENDER), chance)
        _ten_minutes_pass_since_sending(url)
        seconds = _tell_all(nursery, url, mail, bodies, kills - done, chance)
    finally:
        nursery.end()
    killed = {"sender": done, "worker and tick": kills - done}
    yield from audit.figures(url, mail, bodies, killed, kills, seconds)


def _send(nursery: Nursery, url: str, round_id: int, kills: int, chance: random.Random) -> int:
    """How many times it was killed. Each new sender lives a little longer than the last one might have."""
    killed = 0
    while sql.one(url, "SELECT state FROM rounds_round") != "open":
        sender = nursery.start("send", str(round_id))
        life = chance.uniform(0, 0.3 + 0.3 * killed)
        born = time.monotonic()
        while running(sender) and (killed >= kills or time.monotonic() - born < life):
            time.sleep(0.005)
        killed += kill(sender)
    return killed


def _tell_all(nursery: Nursery, url: str, mail: Path, bodies: int, kills: int, chance: random.Random) -> float:
    """Until everyone has a mail and nothing waits. Seconds it took."""
    began, living = time.monotonic(), {name: nursery.start(*line) for name, line in PARTS.items()}
    try:
        killed = 0
        while killed < kills:
            stuck = not _live_on(mail, bodies, (killed + 1) / (kills + 1), chance)
            power_fails = (stuck or chance.random() < POWER) and kills - killed >= len(living)
            fallen = list(living) if power_fails else [chance.choice(list(living))]
            for name in fallen:
                if not kill(living[name]):
                    raise RuntimeError(f"{name} had ended by itself")
            killed += len(fallen)
            if power_fails:
                _leases_run_out(url)  # nobody lives to hold one
            living.update({name: nursery.start(*PARTS[name]) for name in fallen})
        _until_nothing_waits(nursery, living, url)
    finally:
        for pid in living.values():
            kill(pid)
    return time.monotonic() - began


def _until_nothing_waits(nursery: Nursery, living: dict[str, int], url: str) -> None:
    """What still waits when nothing has moved for long is then told of as lost.

    When nothing has moved for a while, worker and tick are stopped as an operator does it, so that the claims left are
    those of the killed; ten minutes pass; and they start again.
    """
    before, moved = -1, time.monotonic()
    while not audit.nothing_waits(url) and time.monotonic() - moved < PATIENCE:
        waiting = sql.one(url, audit.WAITING)
        if waiting != before:
            moved = time.monotonic()
        elif waiting:
            for pid in living.values():
                stop(pid)
            _leases_run_out(url)
            living.update({name: nursery.start(*line) for name, line in PARTS.items()})
        before = waiting
        time.sleep(STILL)


def _live_on(mail: Path, bodies: int, share: float, chance: random.Random) -> bool:
    """Until the mailbox holds that share, so that kills fall all along the way and on those that work. False: nothing
    came any more, since the killed hold what is left.
    """
    began = grown = time.monotonic()
    size = 0
    while (now := mail.stat().st_size if mail.exists() else 0) < share * bodies * LINE:
        if now > size:
            size, grown = now, time.monotonic()
        if time.monotonic() - began > LIFE or (size and time.monotonic() - grown > STILL):
            return False
        time.sleep(0.005)
    time.sleep(chance.uniform(0, 0.2))
    return True


def _ten_minutes_pass_since_sending(url: str) -> None:
    sql.do(url, "UPDATE rounds_round SET sent_at = '2026-01-02 10:00:00+00:00'")


def _leases_run_out(url: str) -> None:
    """Ten minutes after whoever had claimed a mail was killed, anyone may send it."""
    sql.do(url, "UPDATE notices_message SET claimed_until = NULL WHERE sent_at IS NULL AND claimed_until IS NOT NULL")
