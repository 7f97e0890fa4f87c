"""Lays a world with so many receipts in the database of the environment, as a decade of rounds leaves it.

Run as a process of its own (`lay`). With `example` the documents' own year is there too: money, adoption, signals,
joint answers. Every state, time, vector and answer is what its receipts say, so that `vaxel verify` has nothing to tell.
"""

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Mapping

EACH = 3  # receipts of one delivery: sent, received, answered


def lay(env: Mapping[str, str], receipts: int, *, example: bool) -> None:
    command = [sys.executable, "-m", "proofs.restore.world", str(receipts), str(int(example))]
    done = subprocess.run(command, env=dict(env), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the world could not be laid: {done.stderr[-2000:]}")


def _lay(receipts, *, example):
    from django.core.management import call_command

    from vaxel.journal import sealing

    call_command("reference", "load", verbosity=0, stdout=sys.stderr)
    if example:
        call_command("example", quiet=True, stdout=sys.stderr)
    _rounds(receipts)
    call_command("reindex", stdout=sys.stderr)
    sealing.tick()


def _rounds(receipts):
    from vaxel.calendar import clock
    from vaxel.network.models import Body
    from vaxel.rounds.commands.frames import freeze
    from vaxel.rounds.models import Delivery, FramePosition, Receipt, Template, TemplateVersion

    frame = freeze({"kinds": ["municipality", "region"]}, clock.today())
    bodies = list(FramePosition.objects.filter(frame=frame).order_by("position").values_list("body_id", flat=True))
    nation = Body.objects.filter(kind="nation").first()
    questions = {"sections": [{"id": "s", "title": "", "questions": [{"id": "q", "type": "number", "label": "Antal"}]}]}
    template = Template.objects.create(owner=nation, title="Redovisning")
    asked = TemplateVersion.objects.create(template=template, number=1, content=questions)
    first, left, number = _next(Delivery), receipts, 0
    receipt = _next(Receipt)
    while left > 0:
        _round(number, nation, asked, frame, bodies, first, receipt)
        written = EACH * len(bodies)
        first, receipt, left, number = first + len(bodies), receipt + written, left - written, number + 1


def _next(model):
    from django.db.models import Max

    return (model.objects.aggregate(last=Max("id"))["last"] or 0) + 1


def _round(number, nation, asked, frame, bodies, first, receipt):
    """One round to all bodies of the frame, and all that each of them did."""
    import numpy as np

    from benchmarks.big_sweden import load
    from vaxel import journal
    from vaxel.network.actor import SYSTEM
    from vaxel.rounds.domain.kinds import RoundKind, RoundState
    from vaxel.rounds.domain.state import Outcome, Step
    from vaxel.rounds.models import Round, StateVector
    from vaxel.rounds.queries.vectors import kept

    sent = dt.datetime(2016, 1, 4, 9, tzinfo=dt.UTC) + dt.timedelta(days=3 * number, microseconds=number)
    round_ = Round.objects.create(
        owner=nation, kind=RoundKind.ACCOUNT, title=f"Redovisning {number}", frame=frame, state=RoundState.OPEN,
        sent_at=sent, template_version=asked,
    )  # fmt: skip
    states = np.full(frame.size, Outcome.ANSWERED, dtype=np.uint8)
    StateVector.objects.create(round=round_, **kept(frame, states))
    asked_ids = range(first, first + len(bodies))
    received, answered = sent + dt.timedelta(days=1, seconds=7), sent + dt.timedelta(days=9, microseconds=123_400)
    sent, received, answered = (str(at.replace(tzinfo=None)) for at in (sent, received, answered))  # as Django keeps it
    rows = zip(asked_ids, bodies, strict=True)
    load(
        "rounds_delivery",
        ("id", "round_id", "body_id", "position", "state", "received_at", "answered_at"),
        (
            (one, round_.pk, body, place, int(Outcome.ANSWERED), received, answered)
            for place, (one, body) in enumerate(rows)
        ),
    )
    steps = ((Step.SENT, Outcome.SENT, sent), (Step.RECEIVED, Outcome.RECEIVED, received))
    steps += ((Step.ANSWERED, Outcome.ANSWERED, answered),)
    load(
        "rounds_receipt",
        ("id", "delivery_id", "step", "state", "received_at", "person_id", "mandate_id", "key"),
        (
            (
                receipt + EACH * place + turn,
                one,
                str(step),
                int(state),
                at,
                _person(one),
                one % 400,
                f"{number}.{one}.{step}",
            )
            for place, one in enumerate(asked_ids)
            for turn, (step, state, at) in enumerate(steps)
        ),
    )
    columns = ("delivery_id", "number", "status", '"values"', "revision", "created_at", "updated_at", "submitted_at")
    load(
        "rounds_answer",
        (*columns, "submitted_by", "returned_note", "on_behalf"),
        (
            (
                one,
                1,
                "submitted",
                json.dumps({"q": str(one % 97)}),
                1,
                received,
                answered,
                answered,
                _person(one),
                "",
                False,
            )
            for one in asked_ids
        ),
    )
    journal.record("rounds.send", by=SYSTEM, obj=round_, facts={"bodies": len(bodies)}, note=f"Utskick {number}")
    _catch_up()


def _person(number):
    return f"{number:032x}"


def _catch_up():
    """Rows came with their identities; on PostgreSQL the sequences know nothing of them yet."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for table in ("rounds_delivery", "rounds_receipt"):
                cursor.execute(f"SELECT setval('{table}_id_seq', (SELECT max(id) FROM {table}))")


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaxel.site.settings")
    django.setup()
    _lay(int(sys.argv[1]), example=sys.argv[2] == "1")
