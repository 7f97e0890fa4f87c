"""Rounds that anyone may read, sent to every principal. Run in a process of its own."""

from typing import Any

from django.urls import reverse

from benchmarks.big_sweden import big_sweden, version
from vaxel.calendar import clock
from vaxel.network.actor import SYSTEM
from vaxel.rounds.commands.rounds import create_round, send
from vaxel.rounds.domain.kinds import RoundKind


def fill(rounds: int) -> dict[str, Any]:
    """Name → path of what they read."""
    sweden = big_sweden(0)
    for number in range(rounds):
        draft = create_round(
            by=SYSTEM,
            owner_id=sweden.nation,
            kind=RoundKind.ACCOUNT,
            title=f"Redovisning {number} av årets medel",
            text="Berätta vad medlen har använts till.",
            due=clock.today(),
            template_version=version(sweden),
            audience={"kinds": ["municipality", "region"]},
            is_public=True,
        )
        assert send(draft, by=SYSTEM, received_at=clock.now()).sent
    some = sweden.principals[40:44]
    return {
        "front page": reverse("start"),
        "find one's municipality": reverse("find_municipality"),
        **{f"municipality {body}": reverse("municipality", args=[body]) for body in some},
        "open data": reverse("open_data"),
        "network": reverse("network"),
        "easy to read": reverse("easy"),
    }
