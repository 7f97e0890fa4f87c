import tracemalloc

from django.db import connection, transaction

from benchmarks.big_sweden import COUNTIES, big_sweden, load, version
from benchmarks.own_database import own_database
from benchmarks.timing import seconds
from vaxel.calendar import clock
from vaxel.network.actor import SYSTEM
from vaxel.network.models import Body
from vaxel.rounds.commands.rounds import create_round, send
from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.models import Delivery, Frame, FramePosition, Receipt, Round

NAME = "open-round"
DESCRIPTION = (
    "Open a round to 100 000 bodies (frame, deliveries, receipts, vector), against a bare bulk load of the same rows."
)
BODIES = 100_000
GOAL = 2.5
TRIES = 3
FLAT = 8 * 2**20  # bytes of Python beyond which memory would not be called flat


def run():
    with own_database() as vendor:
        sweden = big_sweden(BODIES)
        tries = [_measured(sweden, number) for number in range(TRIES)]
        best = {name: min(one[name] for one in tries) for name in tries[0]}
        memory = {number: _peak(sweden, number) for number in (BODIES // 10, BODIES)}
    new, shared = (
        best["open, new frame, s"] / best["bare load of the same, s"],
        best["open, shared frame, s"] / best["bare load without frame, s"],
    )
    figures = {
        "database": vendor,
        "bodies": BODIES,
        **best,
        "new frame, ratio": new,
        "shared frame, ratio": shared,
        **{f"peak Python memory, {number:,} bodies, MB": peak / 2**20 for number, peak in memory.items()},
    }
    ok = max(new, shared) <= GOAL and memory[BODIES] < FLAT
    return {"ratio": max(new, shared), "goal": f"≤ {GOAL}, memory flat", "ok": ok, "figures": figures}


def _measured(sweden, number):
    """Both sides in turn, each on its own rows: the best of some tries, so that a busy minute harms neither."""
    audience = {"kinds": ["unit"], "except": [sweden.units[number]]}
    first, again = _draft(sweden, audience), _draft(sweden, audience)
    found = {
        "open, new frame, s": seconds(lambda: _sent(first)),
        "open, shared frame, s": seconds(lambda: _sent(again)),
    }
    rows = _rows(again)
    found["bare load of the same, s"] = seconds(lambda: _bare(sweden, rows, frame=True))
    found["bare load without frame, s"] = seconds(lambda: _bare(sweden, rows, frame=False))
    return found


def _draft(sweden, audience=None):
    return create_round(
        by=SYSTEM,
        owner_id=sweden.nation,
        kind=RoundKind.ACCOUNT,
        title="Redovisning",
        text="Text",
        due=clock.today(),
        template_version=version(sweden),
        audience=audience or {"kinds": ["unit"]},
    )


def _sent(draft):
    assert send(draft, by=SYSTEM, received_at=clock.now()).sent
    assert Delivery.objects.filter(round=draft).count() == draft.frame.size


def _rows(sent):
    """What opening wrote, in memory before the clock starts: (position, body) of each delivery."""
    return list(FramePosition.objects.filter(frame=sent.frame).order_by("position").values_list("position", "body_id"))


def _bare(sweden, rows, *, frame):
    """The same rows into the same tables, keys and constraints checked alike, and rolled into nothing else."""
    with transaction.atomic():
        round_ = Round.objects.create(owner=Body.objects.get(pk=sweden.nation), kind=RoundKind.ACCOUNT, title="Bare")
        base = _next_id(Delivery)
        if frame:
            made = Frame.objects.create(key=f"bare-{round_.pk}", as_of=clock.today(), size=len(rows), kinds=b"")
            load("rounds_frameposition", ("frame_id", "position", "body_id"), ((made.pk, *row) for row in rows))
        columns = ("id", "round_id", "position", "body_id", "state")
        load("rounds_delivery", columns, ((base + at, round_.pk, at, body, 1) for at, body in rows))
        now = clock.now().isoformat(sep=" ")
        columns = ("delivery_id", "step", "state", "received_at")
        load(Receipt._meta.db_table, columns, ((base + at, "sent", 1, now) for at, _ in rows))
    _catch_up()


def _next_id(model):
    return (model.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1


def _catch_up():
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT setval('rounds_delivery_id_seq', (SELECT MAX(id) FROM rounds_delivery))")


def _peak(sweden, number):
    """Of sending alone, with a new frame: the most Python held at once."""
    area = {} if number == BODIES else {"counties": list(sweden.counties[: max(1, COUNTIES * number // BODIES)])}
    draft = _draft(sweden, {"kinds": ["unit"], **area, "except": [sweden.units[-1]]})
    tracemalloc.start()
    try:
        send(draft, by=SYSTEM, received_at=clock.now())
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
