from vaxel.adoption.commands.things import edit_thing
from vaxel.adoption.searched import SOURCE
from vaxel.network.actor import NOBODY
from vaxel.search.checks import wrong
from vaxel.search.finding import find


def found(text):
    return {entry.object_id for entry in find(text, NOBODY, SOURCE.name)[1]}


def test_what_is_spread_is_found_by_anyone_as_its_page_is(world, thing):
    assert found("metoder") == {thing.pk}
    edit_thing(
        thing, by=world.secretary, revision=thing.revision, name="Elevhälsans samtal", description="**Stöd** i skolan."
    )
    assert found("elevhälsa") == found("stödet") == {thing.pk}
    assert list(wrong(SOURCE)) == []
