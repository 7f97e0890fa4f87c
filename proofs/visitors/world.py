"""Rounds that anyone may read, sent to every principal. Run as a module in a process of its own."""

from typing import Any

import django

django.setup()

from django.urls import reverse  # noqa: E402

from benchmarks.big_sweden import big_sweden, version  # noqa: E402
from vaxel.calendar import clock  # noqa: E402
from vaxel.network.actor import SYSTEM  # noqa: E402
from vaxel.rounds.commands.rounds import create_round, send  # noqa: E402
from vaxel.rounds.domain.kinds import RoundKind  # noqa: E402


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
