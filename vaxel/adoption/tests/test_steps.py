"""A body registers: its own eyes first, then the county's and the sender's; corrections; double clicks."""

import datetime as dt

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from vaxel import journal
from vaxel.adoption import ticks
from vaxel.adoption.checks import wrong_standings, wrong_vectors
from vaxel.adoption.commands.steps import register, share
from vaxel.adoption.commands.things import create_thing
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models import AdoptionStep, StageMark, Standing
from vaxel.adoption.permissions import names_seen
from vaxel.adoption.queries.own import own_thing
from vaxel.adoption.queries.stages import at_nodes, named, spread
from vaxel.adoption.queries.vectors import lay
from vaxel.network.domain.kinds import Kind, Role
from vaxel.ui.refusal import Refusal

Stage = AdoptionStage


def then_all_holds():
    assert not list(wrong_standings())
    assert not list(wrong_vectors())


def test_a_new_step_is_the_bodys_own_first(world, thing, registers):
    registers(world.falun)
    assert own_thing(thing, world.falun.pk).stage == Stage.FULL_USE
    assert spread(lay(thing)).whole.full == 0
    assert not any(stage == Stage.FULL_USE for stage in named(lay(thing), names_seen(world.secretary, thing)).values())
    then_all_holds()


def test_after_fourteen_days_others_see_it_also_when_nobody_ticked_meanwhile(world, thing, registers):
    registers(world.falun)
    with time_machine.travel(world.now() + dt.timedelta(days=13)):
        assert ticks.open_due() == 0
    with time_machine.travel(world.now() + dt.timedelta(days=40)):
        assert ticks.open_due() == 1
        assert ticks.open_due() == 0
        assert spread(lay(thing)).whole.full == 1
    then_all_holds()


def test_the_body_may_share_before(world, thing, registers):
    registers(world.falun)
    assert share(thing, world.falun, by=world.actor(world.falun)) == 1
    assert share(thing, world.falun, by=world.actor(world.falun)) == 0
    assert spread(lay(thing)).whole.full == 1
    assert journal.of(world.falun)[0].action == "adoption.share"
    then_all_holds()


def test_only_the_county_the_owner_and_the_body_see_it_by_name(world, thing, registers):
    registers(world.falun)
    share(thing, world.falun, by=world.actor(world.falun))

    def seen_by(actor):
        return named(lay(thing), names_seen(actor, thing)).get(world.falun.pk)

    assert seen_by(world.secretary) == Stage.FULL_USE
    assert seen_by(world.actor(world.dalarna, Role.COORDINATOR)) == Stage.FULL_USE
    assert seen_by(world.actor(world.halland, Role.COORDINATOR)) is None
    assert seen_by(world.actor(world.mora)) is None
    assert seen_by(world.actor(world.north, Role.PROCESS_LEADER)) is None


def test_the_same_form_twice_is_one_step(world, thing, registers):
    assert registers(world.falun, key="samma") == registers(world.falun, key="samma")
    assert AdoptionStep.objects.count() == 1


def test_a_correction_leaves_what_was_said_and_takes_its_place(world, thing, registers):
    wrong = registers(world.falun)
    right = registers(world.falun, Stage.INITIAL_USE, corrects=wrong)
    assert own_thing(thing, world.falun.pk).stage == Stage.INITIAL_USE
    assert journal.of(right)[0].action == "adoption.correct"
    assert AdoptionStep.objects.count() == 2
    with pytest.raises(Refusal, match="redan rättad"):
        registers(world.falun, Stage.EXPLORING, corrects=wrong)
    then_all_holds()


def test_a_correction_can_say_that_nothing_was(world, thing, registers):
    wrong = registers(world.falun)
    registers(world.falun, Stage.NONE, corrects=wrong)
    assert own_thing(thing, world.falun.pk).stage == Stage.NONE
    then_all_holds()


def test_nobody_corrects_another_bodys_step(world, thing, registers):
    wrong = registers(world.falun)
    with pytest.raises(Refusal):
        registers(world.mora, Stage.EXPLORING, corrects=wrong)


@pytest.mark.parametrize(
    ("stage", "ago", "field"),
    [(Stage.NONE, 0, "stage"), (Stage.NOT_RELEVANT, 0, "text"), (Stage.EXPLORING, -1, "happened_on"), (Stage.EXPLORING, 20_000, "happened_on")],
)  # fmt: skip
def test_what_is_refused_says_where(registers, world, stage, ago, field):
    with pytest.raises(Refusal) as no:
        registers(world.falun, stage, ago=ago)
    assert no.value.field == field
    assert not AdoptionStep.objects.exists()


def test_nobody_registers_for_another(world, thing):
    for actor in (world.secretary, world.actor(world.dalarna, Role.COORDINATOR), world.actor(world.falun, Role.MEMBER)):
        with pytest.raises(Refusal):
            register(thing, world.falun, Stage.EXPLORING, world.today(), by=actor, key=None, received_at=world.now())


def test_gotland_counts_in_both_its_kinds_and_once_in_all(world, thing, registers):
    registers(world.gotland)
    share(thing, world.gotland, by=world.actor(world.gotland))
    found = spread(lay(thing))
    kinds = dict(found.kinds)
    assert kinds[Kind.MUNICIPALITY].full == kinds[Kind.REGION].full == found.whole.full == 1
    assert kinds[Kind.MUNICIPALITY].total + kinds[Kind.REGION].total == found.whole.total + 1
    alone = create_thing(
        by=world.secretary, owner_id=world.secretariat.pk, name="A", kind="m", target_kinds=["municipality"]
    )
    assert [kind for kind, _tally in spread(lay(alone)).kinds] == [Kind.MUNICIPALITY]


def test_a_county_counts_its_own(world, thing, registers):
    registers(world.falun)
    share(thing, world.falun, by=world.actor(world.falun))
    found = at_nodes(lay(thing), [world.dalarna.pk, world.halland.pk])
    assert (found[world.dalarna.pk].full, found[world.halland.pk].full) == (1, 0)
    assert found[world.dalarna.pk].total == 4


def test_marks_are_seen_before_and_after_they_are_folded(world, thing, registers):
    registers(world.falun)
    before = lay(thing).stages.tobytes()
    assert ticks.fold_all() == StageMark.objects.count() + 1
    assert lay(thing).stages.tobytes() == before
    then_all_holds()


def test_a_body_more_gets_a_place_and_loses_nobody(world, thing, registers):
    from vaxel.rounds.tests.world import body, tie

    registers(world.falun)
    total = spread(lay(thing)).whole.total
    tie(body(Kind.MUNICIPALITY, "Nya kommunen", "2099"), world.dalarna)
    assert ticks.keep_up() == 0, "it looks once a day"
    with time_machine.travel(world.now() + dt.timedelta(days=1)):
        assert ticks.keep_up() == 1
        assert spread(lay(thing)).whole.total == total + 1
        assert own_thing(thing, world.falun.pk).stage == Stage.FULL_USE
    then_all_holds()


def test_the_database_refuses_to_change_a_step(world, registers):
    registers(world.falun)
    for statement in ("UPDATE adoption_adoptionstep SET stage = 2", "DELETE FROM adoption_adoptionstep"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_verify_finds_what_someone_changed_by_hand(world, thing, registers):
    registers(world.falun)
    Standing.objects.filter(body=world.falun).update(stage=1)
    assert list(wrong_standings())
    ticks.fold_all()
    Standing.objects.filter(body=world.falun).update(stage=2)
    assert list(wrong_vectors())
