"""Makes links to answer by; whoever calls puts each in a letter, in the same transaction: its secret is kept nowhere."""

from dataclasses import dataclass

from django.urls import reverse

from vaxel import journal
from vaxel.calendar import clock
from vaxel.network.actor import SYSTEM
from vaxel.rounds.by_link import hashed, new_secret, token_of
from vaxel.rounds.models import AnsweringLink
from vaxel.rounds.queries.link_targets import link_targets, targets_of


@dataclass(frozen=True)
class SentLink:
    address: str
    path: str


def links_for_letters(round, deliveries, *, at=None) -> dict[int, SentLink]:
    """Body → the link for its letter, for those who have nobody to log in. In the letter's own transaction.

    `at`: the address that a reminder goes to, by body; without it the link decides the address.
    """
    if not round.answer_by_link:
        return {}
    mine = {delivery.body_id: delivery for delivery in deliveries}
    targets = link_targets(mine, clock.today(), at=at)
    made = {body: new_link(mine[body], target, SYSTEM) for body, target in targets.items()}
    AnsweringLink.objects.bulk_create([link for link, _secret in made.values()], batch_size=500)
    lines = [journal.Line("rounds.issue_link", "rounds.delivery", mine[body].pk) for body in made]
    journal.record_many(lines, by=SYSTEM)
    return {body: SentLink(targets[body].address, path_of(secret)) for body, (_link, secret) in made.items()}


def link_for_next(round, delivery, address) -> SentLink | None:
    """A link of its own for another of the body's addresses, where the one before does not work."""
    if not round.answer_by_link or delivery.body_id not in link_targets([delivery.body_id], clock.today()):
        return None
    own = targets_of([delivery.body_id], clock.today()).get(delivery.body_id, [])
    target = next((one for one in own if one.address == address), None)
    if target is None:
        return None
    link, secret = new_link(delivery, target, SYSTEM)
    link.save()
    journal.record("rounds.issue_link", by=SYSTEM, obj=delivery)
    return SentLink(address, path_of(secret))


def new_link(delivery, target, by):
    secret = new_secret()
    link = AnsweringLink(
        delivery=delivery,
        secret_hash=hashed(secret),
        mandate_id=target.mandate_id,
        mailbox_id=target.mailbox_id,
        created_at=clock.now(),
        created_by=by.person_id,
    )
    return link, secret


def path_of(secret) -> str:
    return reverse("link_answer", args=[token_of(secret)])
