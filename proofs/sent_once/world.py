"""Lays so many bodies, each with a function mailbox of its own, and a round to them all that is not sent."""

import datetime as dt
import subprocess
import sys
from collections.abc import Mapping


def lay(env: Mapping[str, str], bodies: int) -> int:
    """The round's id."""
    command = [sys.executable, "-m", "proofs.sent_once.world", str(bodies)]
    done = subprocess.run(command, env=dict(env), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the world could not be laid: {done.stderr[-2000:]}")
    return int(done.stdout)


def _lay(bodies: int) -> int:
    from benchmarks.big_sweden import SINCE, big_sweden, load, version
    from vaxel.calendar import clock
    from vaxel.network.actor import SYSTEM
    from vaxel.rounds.commands.rounds import create_round
    from vaxel.rounds.domain.kinds import RoundKind

    sweden = big_sweden(bodies)
    boxes = ((unit, f"brevlada{unit}@example.org", *SINCE) for unit in sweden.units)
    load("network_functionmailbox", ("body_id", "address", "valid_from", "valid_to"), boxes)
    round_ = create_round(
        by=SYSTEM,
        owner_id=sweden.nation,
        kind=RoundKind.ACCOUNT,
        title="Redovisning",
        text="Berätta.",
        due=clock.today() + dt.timedelta(days=30),
        template_version=version(sweden),
        audience={"kinds": ["unit"]},
    )
    return round_.pk


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaxel.site.settings")
    django.setup()
    print(_lay(int(sys.argv[1])))
