"""Each thing sent makes one entry more in the register at either end, in the transaction that sent it."""

import datetime as dt
from collections.abc import Callable, Iterator

from django.utils import timezone

from vaxel.network.domain.kinds import Role
from vaxel.rounds.commands import answers, deliveries, talk
from vaxel.rounds.commands.rounds import close, feed_back
from vaxel.rounds.queries.register import entries, others_of, receipts_of, sent_by
from vaxel.signals.commands import handling
from vaxel.signals.commands.writing import Words, write


def size(body) -> int:
    return len(sent_by(body.pk)) + len(entries(receipts_of(body.pk), body.pk)) + len(others_of(body.pk))


def acts(world) -> Iterator[tuple[str, tuple, tuple, Callable]]:
    """(what, who sends, who receives, the act): each through the command that everyone uses."""
    office, falun, mora, dalarna = world.secretariat, world.falun, world.mora, world.dalarna
    by, contact, contact_mora = world.secretary, world.actor(falun), world.actor(mora)
    coordinator = world.actor(dalarna, Role.COORDINATOR)
    made: dict = {}

    def now():
        return {"key": world.key(), "received_at": timezone.now()}

    def send():
        made["round"] = world.sent(audience={"bodies": [falun.pk, mora.pk]}, due=world.today() + dt.timedelta(days=20))

    def answer():
        mine = world.delivery(made["round"], falun)
        answers.save_draft(mine, {"q1": "7"}, by=contact)
        answers.submit(mine, by=contact, **now())

    def of(body):
        return world.delivery(made["round"], body)

    yield "round", (office,), (falun, mora), send
    yield (
        "question",
        (falun,),
        (office,),
        lambda: made.update(asked=talk.ask(made["round"], falun.pk, "Vad?", by=contact)),
    )
    yield "answer to it", (office,), (falun,), lambda: talk.reply(made["asked"], "Så.", publish=False, by=by)
    yield "correction", (office,), (falun, mora), lambda: talk.correct(made["round"], "Rättat.", by=by)
    yield "answer", (falun,), (office,), answer
    yield (
        "completion asked",
        (office,),
        (falun,),
        lambda: deliveries.request_completion(of(falun), "Mer.", by=by, **now()),
    )
    yield "withdrawn", (falun,), (office,), lambda: answers.withdraw(of(falun), by=contact, **now())
    yield "declined", (mora,), (office,), lambda: deliveries.decline(of(mora), "Nej.", by=contact_mora, **now())

    def written():
        words = Words("need", "Väntan", "Kön är lång.", mora.pk)
        made["signal"] = write(words, by=contact_mora, **now())

    yield "signal", (mora,), (dalarna,), written
    yield "taken by nobody's sending", (), (), lambda: handling.take_on(made["signal"], by=coordinator, **now())
    yield (
        "signal answered",
        (dalarna,),
        (mora,),
        lambda: handling.answer(made["signal"], "Vi ser det.", by=coordinator, **now()),
    )
    yield "round closed, nothing sent", (), (), lambda: close(made["round"], by=by)
    yield "feedback", (office,), (falun, mora), lambda: feed_back(made["round"], "Vi gjorde så.", by=by)


def count(world) -> tuple[int, list[str]]:
    """How many ends had exactly one entry more, and which had not."""
    everyone = (world.secretariat, world.falun, world.mora, world.dalarna)
    right, wrong = 0, []
    for what, senders, receivers, act in acts(world):
        before = {body.pk: size(body) for body in everyone}
        act()
        for body in everyone:
            wanted = int(body in senders) + int(body in receivers)
            grown = size(body) - before[body.pk]
            if grown != wanted:
                wrong.append(f"{what}: body {body.pk} has {grown} more, not {wanted}")
            right += wanted if grown == wanted else 0
    return right, wrong
