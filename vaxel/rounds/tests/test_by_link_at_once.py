"""By a link, at the same moment: one receipt with one name, and a link that is taken back either acts or does not."""

import pytest

from vaxel.calendar import clock
from vaxel.network.actor import SYSTEM
from vaxel.network.domain.kinds import Role
from vaxel.rounds.commands import acting_by_link, answers
from vaxel.rounds.commands.issuing_links import new_link
from vaxel.rounds.commands.links import revoke_link
from vaxel.rounds.domain.state import Outcome, outcome
from vaxel.rounds.models import AnsweringLink, ByLink, Delivery, Receipt
from vaxel.rounds.queries.link_targets import LinkTarget
from vaxel.rounds.tests.at_once import AtOnce
from vaxel.rounds.tests.world import make_world
from vaxel.ui.refusal import Refusal

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at_once(tmp_path):
    return AtOnce(tmp_path)


@pytest.fixture
def link(transactional_db):
    """To Falun's mailbox, with an answer written and not yet sent."""
    world = make_world()
    delivery = world.delivery(world.sent(), world.falun)
    answers.save_draft(delivery, {"q1": "7"}, by=world.actor(world.falun))
    box = world.mailbox(world.falun, "kommun@falun.example")
    made, _secret = new_link(delivery, LinkTarget(world.falun.pk, box.address, mailbox_id=box.pk), SYSTEM)
    made.save()
    made.by_whom = world.actor(world.dalarna, Role.COORDINATOR)
    return made


def fresh(link):
    return AnsweringLink.objects.select_related("delivery__round", "delivery__body").get(pk=link.pk)


def submit(link, key):
    return acting_by_link.submit(fresh(link), "Alva Ek", "", key=key, received_at=clock.now())


def test_the_same_form_sent_four_times_is_one_receipt_with_one_name(link, at_once):
    receipts = at_once.run(*[lambda: submit(link, "one")] * 4)
    assert len({receipt.pk for receipt in receipts}) == 1
    assert at_once.see(lambda: (Receipt.objects.filter(step="answered").count(), ByLink.objects.count())) == (1, 1)


def test_taken_back_at_the_same_moment_it_has_acted_wholly_or_not_at_all(link, at_once):
    sent, _gone = at_once.run(lambda: submit(link, "one"), lambda: revoke_link(fresh(link), by=link.by_whom))
    said, notes = at_once.see(
        lambda: (outcome(Delivery.objects.get(pk=link.delivery_id).state), ByLink.objects.count())
    )
    acted = not isinstance(sent, Refusal)
    assert (said == Outcome.ANSWERED, notes) == (acted, int(acted))
    assert at_once.see(lambda: AnsweringLink.objects.get().revoked_at)
