"""Eight people at the same moment, in any order, while the network is moved and the marks are folded: nothing is lost.

Each thread does a course of its own, drawn from a seed; afterwards every projection is told again from its receipts.
"""

import random

import pytest

from vaxel.journal.models import Entry
from vaxel.rounds.domain.state import Step
from vaxel.rounds.models import Receipt
from vaxel.rounds.tests.at_once import AtOnce
from vaxel.rounds.tests.interleaving import ACTS, BODIES, ROUNDS, Play
from vaxel.rounds.tests.world import make_world
from vaxel.ui.refusal import Refusal

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, LONG = 8, 14
OFTEN = [*ACTS, "write", "submit", "write", "submit", "relay"]


def course(seed, forms):
    """Few keys for many forms: two people often send the same one."""
    draw = random.Random(seed)
    return [
        (draw.choice(OFTEN), draw.choice(BODIES), draw.choice(ROUNDS), draw.randrange(10), draw.choice(forms))
        for _ in range(LONG)
    ]


def lived(play, acts):
    """What became of each act; whatever is neither done nor refused in words is a fault."""
    return [play.act(act, body, round, number=number, key=key) for act, body, round, number, key in acts]


@pytest.mark.parametrize("seed", range(3))
def test_eight_writers_leave_every_projection_as_told_again_from_its_receipts(transactional_db, tmp_path, seed):
    play, at_once = Play(make_world()), AtOnce(tmp_path)
    courses = [course(f"{seed}-{writer}", [f"form {number}" for number in range(40)]) for writer in range(WRITERS)]
    found = at_once.run(*[lambda mine=mine: lived(play, mine) for mine in courses])
    assert not [one for one in found if isinstance(one, Exception)]
    done = [one for acts in found for one in acts if not isinstance(one, Refusal)]
    assert len(done) > WRITERS * LONG / 4
    assert at_once.see(play.faults) == []
    assert at_once.see(written_twice) == []


def written_twice():
    """Every receipt of an act has its one line in the journal, and no line tells of a receipt that is not there."""
    told = [
        entry.facts["receipt"]
        for entry in Entry.objects.filter(object_type="rounds.delivery")
        if "receipt" in entry.facts
    ]
    kept = list(Receipt.objects.exclude(step=Step.SENT).values_list("pk", flat=True))
    return sorted(set(told) ^ set(kept)) + sorted(one for one in set(told) if told.count(one) > 1)
