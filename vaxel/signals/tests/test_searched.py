from vaxel.network.actor import NOBODY
from vaxel.network.domain.kinds import Role
from vaxel.search.checks import wrong
from vaxel.search.finding import find
from vaxel.signals.commands import authoring, erasing, publishing
from vaxel.signals.models import Signal
from vaxel.signals.permissions import reads
from vaxel.signals.searched import EXAMPLES, SIGNALS


def found(text, actor, source=SIGNALS):
    return {entry.object_id for entry in find(text, actor, source.name)[1]}


def test_who_finds_a_signal_is_who_may_read_it(world, signals):
    made = [
        signals.of(world.mora),
        signals.of(world.laholm),
        signals.from_public(world.falun),
        signals.of(world.mora, own_first=True),
    ]
    people = [
        NOBODY,
        signals.county,
        signals.nation,
        signals.centre,
        world.actor(world.mora),
        world.actor(world.laholm),
    ]
    seen = [found("elevhälsa", actor) for actor in people]
    assert seen == [{one.pk for one in made if reads(actor, one)} for actor in people]
    assert seen[0] == set() and len(set(map(frozenset, seen))) > 3
    assert found("elevhälsa Dalarna", world.actor(world.mora)) == seen[4]  # by the county its place lies in


def test_an_example_is_found_by_anyone_while_both_sides_show_it(world, signals):
    made = signals.of(world.mora, kind="good_example", may_publish=True)
    assert not found("elevhälsa", NOBODY, EXAMPLES)
    publishing.publish(made, by=signals.county, **signals.now())
    assert found("elevhälsa", NOBODY, EXAMPLES) == {made.pk} and not found("elevhälsa", NOBODY)
    authoring.disagree(Signal.objects.get(pk=made.pk), by=world.actor(world.mora), **signals.now())
    assert not found("elevhälsa", NOBODY, EXAMPLES)


def test_what_is_erased_is_gone_from_the_index_too(world, signals):
    made = signals.of(world.mora)
    erasing.erase(made, by=world.actor(world.mora, Role.CONTACT))
    assert not found("elevhälsa", world.actor(world.mora))
    assert [fault for source in (SIGNALS, EXAMPLES) for fault in wrong(source)] == []
