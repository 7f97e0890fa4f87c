import pytest

from vaxel.funding.commands.agreements import edit_agreement
from vaxel.funding.searched import SOURCE
from vaxel.funding.tests.money import decided, drafted
from vaxel.network.actor import NOBODY
from vaxel.rounds.tests.world import make_world
from vaxel.search.checks import wrong
from vaxel.search.finding import find

pytestmark = pytest.mark.django_db


def found(text, actor=NOBODY):
    return {entry.object_id for entry in find(text, actor, SOURCE.name)[1]}


def test_what_is_decided_is_found_by_anyone_and_a_draft_by_those_it_is_for():
    world = make_world()
    open_one, draft = decided(world).agreement, drafted(world, year=2021, counted=False)
    assert found("suicidpreventionen") == {open_one.pk}
    assert found("suicidprevention", world.secretary) == {open_one.pk, draft.pk}
    edit_agreement(draft, by=world.secretary, revision=draft.revision, name="Barn och unga", reference="3500")
    assert found("barnen", world.secretary) == found("3500", world.secretary) == {draft.pk}
    assert found("barn") == set()
    assert list(wrong(SOURCE)) == []
