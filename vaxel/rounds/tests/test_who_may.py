"""Who may: its senders run a round, each body acts for itself, and who is above registers, compiles and opens answers."""

import pytest

from vaxel.network.actor import NOBODY, ActiveMandate, Actor
from vaxel.network.actor import SYSTEM as THE_SYSTEM
from vaxel.network.commands.closing import rebuild_closure
from vaxel.network.domain.kinds import Kind, Role, Tree
from vaxel.network.models import Person, Tie
from vaxel.rounds.commands.rounds import send
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.models import CoWorker, Delivery, SectionPart
from vaxel.rounds.permissions import (
    acts_at,
    acts_for,
    approves_unit,
    below,
    confirms,
    creates_round,
    decides,
    edits_round,
    fills,
    gives_sections,
    holds_part,
    is_below,
    is_sender,
    manages_links,
    may_open_answer,
    reads_as_sender,
    reads_part,
    reads_round,
    registers_for,
    requests_completion,
    require,
    sends_round,
)
from vaxel.rounds.tests.asked import (
    AT_DALARNA,
    AT_HALLAND,
    AT_MORA,
    AT_NORTH,
    SECRETARIAT,
    SYSTEM,
    Asked,
)
from vaxel.rounds.tests.who import may, named
from vaxel.rounds.tests.world import body
from vaxel.ui.refusal import Refusal

SENDS = {Role.SECRETARIAT, Role.COORDINATOR, Role.PROCESS_LEADER, Role.CONTROLLER}


@pytest.fixture
def asked(world):
    return Asked(world)


def test_whoever_may_not_is_told_why():
    assert require(True) is None
    for sentence, said in ((None, "Ert uppdrag ger inte rätt"), ("Bara avsändarna får.", "Bara avsändarna får.")):
        with pytest.raises(Refusal, match=said) as no:
            require(False, sentence)
        assert no.value.status == 403


@pytest.mark.parametrize("role", Role)
def test_who_sends_and_who_has_the_role_at_the_body(role):
    mandate = ActiveMandate(1, 7, "Mora kommun", role)
    actor = Actor(mandates=(mandate,), current=mandate)
    assert creates_round(actor) == (role in SENDS)
    assert acts_at(actor, 7, {role})
    assert not acts_at(actor, 8, {role})
    assert not acts_at(actor, 7, set(Role) - {role})


def test_the_system_may_and_nobody_may_not():
    assert (creates_round(THE_SYSTEM), acts_at(THE_SYSTEM, 7, set())) == (True, True)
    assert (creates_round(NOBODY), acts_at(NOBODY, 7, set(Role))) == (False, False)


def test_what_lies_below_is_asked_of_a_day_and_a_tree(world):
    new, board = body(Kind.MUNICIPALITY, "Nya kommunen"), body(Kind.AGENCY, "Länsstyrelsen")
    for tree, child, since in ((Tree.GOVERNANCE, new, "2090-01-01"), (Tree.STATE, board, "2020-01-01")):
        Tie.objects.create(tree=tree, child=child, parent=world.dalarna, parent_kind=Kind.COUNTY, valid_from=since)
        rebuild_closure(tree)
    table = [
        (is_below(world.mora.pk, world.dalarna.pk), True),
        (is_below(world.school.pk, world.dalarna.pk), True),
        (is_below(world.mora.pk, world.halland.pk), False),
        (is_below(world.dalarna.pk, world.mora.pk), False),
        (is_below(new.pk, world.dalarna.pk), False),
        (is_below(new.pk, world.dalarna.pk, "2090-01-01"), True),
        (is_below(board.pk, world.dalarna.pk), False),
        (is_below(board.pk, world.dalarna.pk, tree=Tree.STATE), True),
    ]
    assert [found for found, _ in table] == [expected for _, expected in table]
    assert set(below(world.mora.pk).values_list("descendant", flat=True)) >= {world.school.pk}


def test_a_draft_is_its_senders_and_of_those_who_were_invited_to_work_on_it(asked):
    draft, another = asked.draft(), asked.world.draft()
    CoWorker.objects.create(round=draft, person=Person.objects.get(public_id=asked.people["falun"].person_id))
    senders = named("secretary halland") | SYSTEM
    table = [
        (sends_round, draft, named("secretary") | SYSTEM),
        (is_sender, draft, senders),
        (edits_round, draft, senders | {"falun"}),
        (reads_round, draft, SECRETARIAT | AT_HALLAND | SYSTEM | {"falun"}),
        (reads_as_sender, draft, SECRETARIAT | AT_HALLAND | AT_NORTH | SYSTEM),
        (is_sender, another, named("secretary") | SYSTEM),
        (edits_round, another, named("secretary") | SYSTEM),
        (reads_round, another, SECRETARIAT | SYSTEM),
        (reads_as_sender, another, SECRETARIAT | SYSTEM),
    ]
    for rule, round, who in table:
        assert may(asked.people, rule, round) == who, rule.__name__
    send(draft, by=asked.world.secretary, received_at=asked.world.now())
    assert may(asked.people, edits_round, draft) == senders


def test_who_may_what_with_a_bodys_part(asked, world):
    round = asked.wide()
    mora, orsa, school, clinic, laholm = (
        asked.part(round, one) for one in (world.mora, world.orsa, world.school, world.clinic, world.laholm)
    )
    acts = named("mora mora_approver mora_controller")
    senders = named("secretary halland")
    compilers = senders | AT_NORTH
    table = [
        (acts_for, mora, acts | {"link"}),
        (acts_for, laholm, {"laholm"}),
        (confirms, mora, acts | named("mora_registrar link")),
        (gives_sections, mora, acts),
        (manages_links, mora, acts | senders | {"dalarna"}),
        (manages_links, laholm, senders | named("laholm halland_contact")),
        (decides, mora, {"mora_approver"}),
        (decides, orsa, {"orsa_approver"}),
        (approves_unit, school, {"mora_approver"}),
        (approves_unit, clinic, {"region_approver"}),
        (approves_unit, mora, set()),
        (registers_for, mora, {"dalarna"}),
        (registers_for, school, named("mora dalarna")),
        (registers_for, clinic, named("region dalarna")),
        (registers_for, laholm, AT_HALLAND),
        (requests_completion, mora, compilers | {"dalarna"}),
        (requests_completion, school, compilers | named("mora dalarna")),
        (requests_completion, laholm, compilers | AT_HALLAND),
    ]
    for rule, delivery, who in table:
        assert may(asked.people, rule, delivery) == who | SYSTEM, (rule.__name__, delivery.body_id)


def test_where_nobody_is_to_assess_completion_is_asked_for_from_above_alone(asked, world):
    asked.small()  # where Dalarna stands first, as Gotland does in this one
    round = asked.plain()
    table = [
        (world.mora, "secretary dalarna north north_leader"),
        (world.clinic, "secretary dalarna region north north_leader"),
        (world.gotland, "secretary gotland_county north north_leader"),
        (world.laholm, "secretary halland halland_contact"),
    ]
    for place, who in table:
        delivery = asked.part(round, place)
        assert may(asked.people, requests_completion, delivery) == named(who) | SYSTEM, who


def test_an_answer_is_opened_by_its_own_and_the_senders_and_once_it_is_said_by_those_above(asked, world):
    for round, senders in (
        (asked.wide(), SECRETARIAT | AT_HALLAND | AT_NORTH | SYSTEM),
        (asked.plain(), SECRETARIAT | SYSTEM),
    ):
        table = [
            (world.mora, AT_MORA, AT_DALARNA | AT_NORTH),
            (world.school, {"school"}, AT_MORA | AT_DALARNA | AT_NORTH),
            (world.gotland, set(), AT_NORTH | {"gotland_county"}),
        ]
        for place, own, above in table:
            assert may(asked.people, may_open_answer, asked.part(round, place)) == own | senders
            for said in (Outcome.ANSWERED, Outcome.NOTHING_TO_REPORT, Outcome.DECLINED):
                Delivery.objects.filter(round=round, body=place).update(state=said)
                assert may(asked.people, may_open_answer, asked.part(round, place)) == own | senders | above
            Delivery.objects.filter(round=round, body=place).update(state=Outcome.RECEIVED)
            assert may(asked.people, may_open_answer, asked.part(round, place)) == own | senders


def test_a_workbook_fills_ones_own_and_those_one_registers_for(asked, world):
    round = asked.plain()
    places = {
        "mora": world.mora, "school": world.school, "clinic": world.clinic, "orsa": world.orsa, "laholm": world.laholm,
    }  # fmt: skip
    parts = {name: asked.part(round, place) for name, place in places.items()}
    table = {
        "mora": "mora school",
        "mora_approver": "mora",
        "mora_controller": "mora",
        "mora_registrar": "",
        "school": "school",
        "region": "clinic",
        "orsa": "orsa",
        "dalarna": "mora school clinic orsa",
        "halland": "laholm",
        "north": "",
        "secretary": "",
        "link": "mora",
        "nobody": "",
        "system": "mora school clinic orsa laholm",
    }
    for name, filled in table.items():
        found = fills(asked.people[name], list(parts.values()))
        assert found == {parts[one].pk for one in filled.split()}, name
    assert fills(asked.people["mora"], [parts["mora"]]) == {parts["mora"].pk}
    assert fills(asked.people["dalarna"], []) == set()


def test_a_section_is_held_by_whoever_got_it_while_they_belong_there(asked, world):
    mora = asked.part(asked.small(), world.mora)

    def given(section, **to):
        return SectionPart.objects.create(delivery=mora, section_id=section, given_at=world.now(), **to)

    def person(name):
        return Person.objects.get(public_id=asked.people[name].person_id)

    table = [
        # held by the mandate in use, read by any
        (given("s1", person=person("mora_member")), "mora_member", "mora_member"),
        (given("s2", person=person("also_mora")), "", "also_mora"),
        (given("s3", person=person("falun")), "", ""),
        (given("s4", body=world.school), "school system", "school"),
        (given("s5", body=world.clinic), "", ""),  # not below Mora
    ]
    for part, held, read in table:
        assert may(asked.people, holds_part, part) == named(held), part.section_id
        assert may(asked.people, reads_part, part) == named(read), part.section_id
