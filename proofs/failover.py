"""The primary loses its power while bodies answer; its synchronous standby is promoted; nobody tells Växel."""

import time
from collections.abc import Iterator, Mapping

from proofs.answering.load import answering, lost
from proofs.answering.world import lay
from proofs.promise import Figure, at_least, at_most, exactly, said, scaled
from proofs.servers import ordinary, postgres, tables, vaxel

NAME = "failover"
PROMISE = "A synchronous standby promoted after its primary is killed: nothing acknowledged is lost, back within 30 s."
TIMES = 3
PROGRAMS, BROWSERS = 5, 3
BEFORE = 40  # promises made before the primary falls, and after
PATIENCE = 60
BACK_WITHIN = 30  # seconds
NOTICED_AFTER = 2  # seconds until whoever watches the primary promotes the standby
STANDBY = "standby"


def run(scale: float = 1, *, waits: bool = True) -> Iterator[Figure]:
    """`waits`: the primary acknowledges when the standby has it too. Without it a test shows what is then lost."""
    found = [_one(waits) for _ in range(scaled(TIMES, scale))]
    yield said("primaries killed", len(found))
    yield at_least("answers acknowledged before", sum(each["before"] for each in found), BEFORE * len(found))
    yield at_least("answers acknowledged after", sum(each["after"] for each in found), BEFORE * len(found))
    yield exactly("acknowledged answers lost", sum(each["lost"] for each in found), 0)
    yield exactly("requests told anything but done or 503 with Retry-After", sum(each["others"] for each in found), 0)
    yield at_most(
        "longest from the kill to the next acknowledged answer, s", max(each["back"] for each in found), BACK_WITHIN
    )
    yield said("of which until somebody promotes, s", NOTICED_AFTER)


def _one(waits: bool) -> Mapping:
    with ordinary.workplace("failover") as folder, postgres.server() as primary:
        one = tables.postgresql(primary, folder)
        world = lay(vaxel.environment(one, folder), bodies=PROGRAMS + BROWSERS, rounds=1)
        with postgres.standby(primary, STANDBY) as other:
            _follow(primary, other, waits)
            both = f"postgres://postgres@127.0.0.1:{primary.port},127.0.0.1:{other.port}/vaxel"
            env = vaxel.environment(both, folder)
            with (
                vaxel.web(env, folder) as address,
                answering([address], world, programs=PROGRAMS, browsers=BROWSERS) as noted,
            ):
                _wait_for(lambda: len(noted.promises) >= BEFORE)
                if not waits:
                    other.unfollow()  # as one that nobody waits for may at any time
                    _wait_for(lambda: len(noted.promises) >= 2 * BEFORE)
                moment = time.monotonic()
                primary.kill()
                time.sleep(NOTICED_AFTER)
                other.promote()
                promoted = time.monotonic()
                back = promoted - moment + noted.first_after(promoted, PATIENCE)
                _wait_for(lambda: noted.since(moment) >= BEFORE)
            after = noted.since(moment)
            return {
                "before": len(noted.promises) - after,
                "after": after,
                "lost": len(lost(other.url("vaxel"), noted.promises)),
                "others": len(noted.others),
                "back": round(back, 2),
            }


def _follow(primary: postgres.Server, other: postgres.Server, waits: bool) -> None:
    """From now on the primary says done when the standby has written it down too."""
    if waits:
        primary.configure(synchronous_standby_names=f"'{STANDBY}'")
        primary.reload()
        _wait_for(lambda: primary.followed_by(STANDBY) == "sync")


def _wait_for(wanted) -> None:
    began = time.monotonic()
    while not wanted() and time.monotonic() - began < PATIENCE:
        time.sleep(0.05)
