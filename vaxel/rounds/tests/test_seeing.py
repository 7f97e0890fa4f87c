"""What the queries answer: load, inbox, children, then and today, links; each in as many questions for one as for many."""

import datetime as dt

import pytest
import time_machine
from django.core import signing
from django.db import connection
from django.test.utils import CaptureQueriesContext

from vaxel.calendar.domain.days import week_start
from vaxel.network.commands.closing import rebuild_closure
from vaxel.network.domain.kinds import Lineage, Role, Tree
from vaxel.network.models import Succession, Tie
from vaxel.rounds import links
from vaxel.rounds.checks import wrong_totals
from vaxel.rounds.commands import answers, compilations, deliveries, rounds
from vaxel.rounds.domain.kinds import Route
from vaxel.rounds.models import Delivery, Round, StateVector
from vaxel.rounds.queries.audience import audience_bodies, audience_preview, describe
from vaxel.rounds.queries.inbox import inbox, of_body
from vaxel.rounds.queries.levels import by_child
from vaxel.rounds.queries.load import load
from vaxel.rounds.queries.part import part_of
from vaxel.rounds.queries.progress import at_every_node, counts, dashboard, durations, ladder, states
from vaxel.rounds.tests.world import tie
from vaxel.rounds.ticks import fold_all
from vaxel.ui.refusal import Refusal

DAY = dt.timedelta(days=1)


def act(world):
    return {"key": world.key(), "received_at": world.now()}


def questions(work):
    with CaptureQueriesContext(connection) as asked:
        work()
    return len(asked)


def test_an_audience_is_each_body_once_in_the_order_of_the_network(world):
    day = world.today()
    everyone = audience_bodies({"kinds": ["county", "region", "municipality", "unit"]}, day)
    assert len(everyone) == len(set(everyone)) == 13
    assert everyone.index(world.dalarna.pk) < everyone.index(world.region_dalarna.pk) < everyone.index(world.falun.pk)
    assert audience_bodies({"kinds": ["municipality"], "counties": [world.dalarna.pk]}, day) == [
        world.orsa.pk,
        world.mora.pk,
        world.falun.pk,
    ]
    chosen = {"bodies": [world.clinic.pk], "kinds": ["municipality"], "except": [world.falun.pk]}
    assert set(audience_bodies(chosen, day)) == {
        body.pk for body in (world.clinic, world.mora, world.orsa, world.varberg, world.laholm, world.gotland)
    }
    assert audience_bodies({"kinds": ["municipality"], "healthcare_regions": [world.south.pk]}, day) == [
        world.laholm.pk
    ]


def test_a_preview_says_how_many_of_what_and_who_is_busy(world):
    for _ in range(3):
        world.sent(audience={"bodies": [world.falun.pk]})
    found = audience_preview({"kinds": ["municipality", "region"]}, world.today(), world.today() + 7 * DAY)
    assert (found.count, found.by_kind, found.busy_count) == (8, {"region": 3, "municipality": 6}, 1)
    assert found.by_county == {world.dalarna.pk: 4, world.halland.pk: 3, world.gotland_county.pk: 1}


def test_a_rule_in_words(world):
    rule = {"kinds": ["municipality", "region"], "counties": [world.dalarna.pk], "except": [world.orsa.pk]}
    assert describe(rule, world.today()) == "Kommuner och regioner i Dalarnas län, utom Orsa kommun"


def test_load_is_what_is_still_owed_week_by_week(world):
    weeks = [week_start(world.today() + 7 * DAY), week_start(world.today() + 14 * DAY)]
    first, second = world.sent(), world.sent()
    rounds.prolong(second, second.due + 7 * DAY, by=world.secretary, body_ids=[world.falun.pk])
    assert load([world.falun.pk, world.mora.pk], weeks) == {world.falun.pk: [1, 1], world.mora.pk: [2, 0]}
    deliveries.nothing_to_report(world.delivery(first, world.mora), by=world.actor(world.mora), **act(world))
    assert load([world.mora.pk], weeks) == {world.mora.pk: [1, 0]}


def test_the_inbox_says_what_waits(world):
    falun = world.actor(world.falun)
    near, far = world.sent(title="Nära"), world.sent(title="Långt bort", due=world.today() + 60 * DAY)
    verbs = lambda actor: [(item.verb, item.title, item.needs_now) for item in inbox(actor)]  # noqa: E731
    assert verbs(falun) == [("Besvara", "Nära", True), ("Besvara", "Långt bort", False)]
    deliveries.decline(world.delivery(near, world.falun), "Nej", by=falun, **act(world))
    assert verbs(falun) == [("Besvara", "Långt bort", False)]
    assert len(of_body(world.falun.pk, falun).owed) == 1
    rounds.close(far, by=world.secretary)
    assert verbs(falun) == []
    rounds.feed_back(far, "Tack.", by=world.secretary)
    assert verbs(falun) == [("Läs", "Långt bort", False)]


def test_a_county_is_told_to_finish_once_the_day_has_passed(world):
    county, sent = world.actor(world.dalarna, Role.COORDINATOR), world.sent()
    assert inbox(county) == []
    with time_machine.travel(world.now() + 9 * DAY, tick=False):
        (item,) = inbox(county)
        assert (item.verb, item.query) == ("Färdigställ", f"nod={world.dalarna.pk}")
        compilations.finish(sent, world.dalarna.pk, by=county)
        assert inbox(county) == []


def merged(world, before, after):
    Succession.objects.create(before=before, after=after, kind=Lineage.MERGED, day=world.today())


def test_then_keeps_the_denominator_and_today_follows_a_merger(world):
    """Varberg goes into Mora: as then it is Halland's, as today its answer counts in Dalarna."""
    sent = world.sent()
    mine = world.delivery(sent, world.varberg)
    answers.save_draft(mine, {"q1": "5"}, by=world.actor(world.varberg))
    answers.submit(mine, by=world.actor(world.varberg), **act(world))
    merged(world, world.varberg, world.mora)
    answered = lambda as_of: {row.name: (row.counts.answered, row.counts.asked) for row in by_child(sent, as_of=as_of)}  # noqa: E731
    assert answered("then") == {"Dalarnas län": (0, 3), "Gotlands län": (0, 1), "Hallands län": (1, 2)}
    assert answered("today") == {"Dalarnas län": (1, 4), "Gotlands län": (0, 1), "Hallands län": (0, 1)}


def test_a_merger_of_a_merger_is_followed_to_its_end(world):
    sent = world.sent()
    merged(world, world.varberg, world.laholm)
    merged(world, world.laholm, world.mora)
    merged(world, world.falun, world.region_halland)
    asked = {row.name: row.counts.asked for row in by_child(sent, as_of="today")}
    assert asked == {"Dalarnas län": 4, "Gotlands län": 1, "Hallands län": 1}
    parts = {body: part_of(sent, body.pk, "today").within for body in (world.dalarna, world.halland)}
    assert [sent.deliveries.filter(within).count() for within in parts.values()] == [4, 1]


def test_today_follows_a_move_and_leaves_out_what_was_split(world):
    sent = world.sent()
    Tie.objects.filter(child=world.orsa).delete()
    tie(world.orsa, world.gotland_county)
    rebuild_closure(Tree.GOVERNANCE)
    Succession.objects.create(before=world.laholm, after=world.falun, kind=Lineage.SPLIT, day=world.today())
    asked = {row.name: row.counts.asked for row in by_child(sent, as_of="today")}
    assert asked == {"Dalarnas län": 2, "Gotlands län": 2, "Hallands län": 1}
    assert counts(sent).asked == 6


def test_every_node_at_once_equals_each_alone(world):
    sent = world.sent(kinds=["municipality", "region", "unit"])
    deliveries.decline(world.delivery(sent, world.varberg), "Nej", by=world.actor(world.varberg), **act(world))
    nodes, totals = at_every_node(sent)
    for node, outcomes in zip(nodes.tolist(), totals.tolist(), strict=True):
        found = counts(sent, node)
        assert (outcomes[1] + outcomes[2], outcomes[5]) == (found.missing, found.declined)
    table = dashboard([sent], [world.halland.pk, world.falun.pk, world.dalarna.pk])
    assert table[0].sum(axis=1).tolist() == [3, 0, 6]


def test_totals_beside_a_vector_are_its_own_whether_folded_marked_or_not_yet_counted(world):
    folded, marked, uncounted = (world.sent(kinds=["municipality", "region", "unit"]) for _ in range(3))
    for one in (folded, uncounted):
        deliveries.decline(world.delivery(one, world.varberg), "Nej", by=world.actor(world.varberg), **act(world))
    fold_all()
    deliveries.decline(world.delivery(marked, world.varberg), "Nej", by=world.actor(world.varberg), **act(world))
    StateVector.objects.filter(round=uncounted).update(totals=None)
    nodes = [world.falun.pk, world.halland.pk, world.dalarna.pk]
    here = dashboard([folded, marked, uncounted], nodes)
    assert here[0].tolist() == here[1].tolist() == here[2].tolist()
    assert here[0][1].tolist() == [0, 2, 0, 0, 0, 1]
    assert list(wrong_totals()) == []


def test_verify_tells_of_states_written_without_their_totals(world):
    sent = world.sent()
    StateVector.objects.filter(round=sent).update(states=bytes(sent.frame.size))
    assert list(wrong_totals()) == [f"round {sent.pk}: the totals differ from the vector"]


def test_marks_are_read_before_they_are_folded(world):
    sent = world.sent()
    deliveries.confirm_receipt(world.delivery(sent, world.falun), by=world.actor(world.falun), **act(world))
    before = states(sent)
    assert fold_all() == 1
    assert fold_all() == 0
    assert states(sent) == before
    assert before[world.falun.pk] == 2


def test_a_round_not_yet_sent_has_no_numbers(world):
    draft = world.draft()
    assert (counts(draft).asked, ladder(draft).rows, by_child(draft), states(draft)) == (0, (), [], {})
    assert durations(draft).answered == 0


def test_lists_ask_as_many_questions_for_one_row_as_for_three(world):
    falun, county = world.actor(world.falun), world.actor(world.dalarna, Role.COORDINATOR)
    works = {
        "inbox": lambda: inbox(falun),
        "county's inbox": lambda: inbox(county),
        "of_body": lambda: of_body(world.falun.pk, falun),
        "load": lambda: load([world.falun.pk, world.mora.pk], [world.today()]),
        "by_child": lambda: by_child(first),
        "ladder": lambda: ladder(first),
        "preview": lambda: audience_preview({"kinds": ["municipality"]}, world.today(), world.today()),
    }
    first = world.sent(route="stepwise")
    deliveries.relay(first, world.dalarna.pk, [world.falun.pk], by=county, **act(world))
    by_child(first)
    one = {name: questions(work) for name, work in works.items()}
    for _ in range(2):
        other = world.sent(route="stepwise")
        deliveries.relay(other, world.dalarna.pk, [world.falun.pk, world.mora.pk], by=county, **act(world))
    assert {name: questions(work) for name, work in works.items()} == one


def test_a_dashboard_of_three_asks_as_much_as_of_one(world):
    sent = [world.sent() for _ in range(3)]
    dashboard(sent, [world.dalarna.pk])
    for one in sent[1:]:  # with marks not yet folded, and without
        deliveries.confirm_receipt(world.delivery(one, world.falun), by=world.actor(world.falun), **act(world))
    assert [found.sent for found in dashboard(sent)] == [6, 5, 5]
    assert dashboard(sent, [world.dalarna.pk])[:, 0, 2].tolist() == [0, 1, 1]
    assert questions(lambda: dashboard(sent, [world.dalarna.pk])) <= 2
    assert questions(lambda: dashboard(sent)) == questions(lambda: dashboard(sent[:1])) <= 2


def test_the_link_opens_its_delivery_for_a_while_and_never_a_forged_one(world):
    sent = world.sent()
    mine = world.delivery(sent, world.falun)
    token = links.token_of(mine)
    assert links.read_link(token) == mine
    assert links.delivery_link(mine).startswith("/forfragningar/las/")
    forged = signing.dumps([sent.pk, world.mora.pk], salt="other")
    for wrong in (token[:-2], forged, "x", ""):
        with pytest.raises(Refusal) as no:
            links.read_link(wrong)
        assert no.value.status == 410
    with time_machine.travel(world.now() + links.VALID + DAY, tick=False), pytest.raises(Refusal):
        links.read_link(token)
    rounds.recall(sent, by=world.secretary)
    with pytest.raises(Refusal, match="ångrat"):
        links.read_link(token)


def test_a_body_the_county_never_passed_on_to_reads_the_feedback_all_the_same(world):
    """It was asked and counted: what its inbox then offers to read opens, once it has been fed back."""
    stepwise, by = world.sent(route=Route.STEPWISE), world.actor(world.falun)
    rounds.close(stepwise, by=world.secretary)
    assert not Round.objects.visible_to(by).exists()
    rounds.feed_back(stepwise, "Medlen blir kvar.", by=world.secretary)
    assert [item.url_args for item in inbox(by)] == [(stepwise.pk,)]
    assert Round.objects.visible_to(by).filter(pk=stepwise.pk).exists()
    assert Delivery.objects.visible_to(by).filter(round=stepwise, body=world.falun).exists()
