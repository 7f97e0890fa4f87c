"""The account as a round: made in one step, prefilled, checked as it is sent, told to the ledger, judged by the assessor."""

import pytest
from django.db import IntegrityError, transaction

from vaxel.calendar import clock
from vaxel.calendar.clock import today
from vaxel.funding.commands.money import use
from vaxel.funding.commands.spending import OWN_FIRST, call_for_accounts, judge
from vaxel.funding.domain.conditions import ConditionKind
from vaxel.funding.domain.spending import Outcome, ReportState, Verdict
from vaxel.funding.models import Condition, PocketBalance, SpendingJudgement, SpendingReport, SpendingRound
from vaxel.funding.queries.spending import conditions_of, had_by, states_of, sums_of
from vaxel.funding.queries.spending_questions import CARRIED, GENDER, REPAY, USED, done_of, sum_of
from vaxel.funding.tests.accounting import WORDS, account, asked, delivery_of, drafted, values
from vaxel.network.domain.kinds import Role
from vaxel.rounds.commands import answers
from vaxel.rounds.commands.deliveries import decline, nothing_to_report, request_completion
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.queries.asked import questions_for
from vaxel.rounds.queries.earlier import earlier_answers
from vaxel.ui.refusal import Refusal


@pytest.fixture
def spending(little):
    return asked(little)


def pocket(body, stream):
    return PocketBalance.objects.get(body=body, stream=stream, year=2020)


def refused(act):
    with pytest.raises(Refusal) as no:
        act()
    return no.value.message.replace("\u00a0", " ")


def test_the_draft_is_made_in_one_step_and_once(little):
    made = drafted(little)
    round = made.round
    assert (round.kind, round.state) == (RoundKind.ACCOUNT, RoundState.DRAFT)
    assert (round.assessor_id, round.legal_basis) == (little.world.secretariat.pk, little.agreement.name)
    assert "sju" in round.replaces
    assert round.due < round.compile_due
    assert drafted(little) == made
    assert drafted(little, interim=True).round.due < round.due
    assert SpendingRound.objects.count() == 2


def test_only_who_writes_the_agreement_or_pays_begins_it(little):
    drafted(little)
    world = little.world
    for by in (world.actor(world.falun), world.actor(world.dalarna, Role.COORDINATOR)):
        with pytest.raises(Refusal):
            call_for_accounts(little.agreement, by=by)


def test_an_agency_has_a_section_of_its_own_that_must_be_written_before_it_is_sent(little):
    from vaxel.rounds.commands.rounds import send
    from vaxel.rounds.tests.world import body

    agency = body("agency", "Folkhälsomyndigheten")
    made = drafted(little, agencies=[agency.pk])
    assert agency.pk in set(made.round.senders.values_list("body_id", flat=True))
    assert "Frågor från Folkhälsomyndigheten" in str(made.round.template_version.content)
    with pytest.raises(Refusal):
        send(made.round, by=little.world.secretary, received_at=clock.now())


def test_each_meets_the_streams_of_its_kind(little, spending):
    world = little.world
    falun, region = (list(questions_for(delivery_of(spending, one))) for one in (world.falun, world.region_dalarna))
    ids = {question.id for question in falun}
    assert sum_of(USED, little.stream) in ids
    assert sum_of(USED, little.region_stream) not in ids
    assert {GENDER, sum_of(REPAY, little.region_stream)} <= {question.id for question in region}


def test_what_the_ledger_knows_is_offered_and_adds_up(little, spending):
    world = little.world
    use(world.falun, little.stream, 2020, 150_00, today(), by=world.actor(world.falun, Role.CONTROLLER), key="k")
    found = earlier_answers(delivery_of(spending, world.falun))
    sums = {part: found[sum_of(part, little.stream)].value for part in (USED, CARRIED, REPAY)}
    assert sums[USED] == 150_00
    assert sum(sums.values()) == had_by(little.agreement)[world.falun.pk, little.stream.pk]
    assert "huvudboken" in found[sum_of(USED, little.stream)].source.said


def test_what_is_sent_stands_and_is_booked(little, spending):
    world, stream = little.world, little.stream
    had = had_by(little.agreement)[world.falun.pk, stream.pk]
    account(spending, world, world.falun, stream, used="400", carried=f"{(had - 400_00) // 100}")
    row = SpendingReport.objects.get(body=world.falun)
    assert (row.had_ore, row.used_ore, row.carried_ore, row.repay_ore) == (had, 400_00, had - 400_00, 0)
    booked = pocket(world.falun, stream)
    assert (booked.used, booked.carried_out, booked.left) == (400_00, had - 400_00, 0)
    assert states_of(spending)[world.falun.pk] == ReportState.REPORTED


def test_sums_that_do_not_add_up_are_not_sent_and_nothing_is_left_behind(little, spending):
    world = little.world
    said = refused(lambda: account(spending, world, world.falun, little.stream, used="400"))
    assert "är redovisat. Skriv vad de 200" in said
    assert not SpendingReport.objects.exists()
    assert pocket(world.falun, little.stream).used == 0
    assert states_of(spending)[world.falun.pk] == ReportState.NOT_IN


def test_an_account_says_what_the_money_was_used_for(little, spending):
    world = little.world
    said = refused(lambda: account(spending, world, world.falun, little.stream, used="600", done=""))
    assert "behöver ett svar" in said or "har använts till" in said


def test_it_is_taken_back_and_sent_anew(little, spending):
    world, stream = little.world, little.stream
    mine = account(spending, world, world.falun, stream, used="600")
    answers.withdraw(mine, by=world.actor(world.falun), key="w", received_at=clock.now())
    assert not SpendingReport.objects.exists()
    assert pocket(world.falun, stream).used == 0
    account(spending, world, world.falun, stream, used="0", repay="600")
    assert (pocket(world.falun, stream).used, pocket(world.falun, stream).owed) == (0, 600_00)


def test_a_later_version_takes_the_place_of_the_first(little, spending):
    world, stream = little.world, little.stream
    mine, by = account(spending, world, world.falun, stream, used="600"), world.actor(world.falun)
    request_completion(mine, "Vad gjordes?", by=world.secretary, key="c", received_at=clock.now())
    answers.save_draft(mine, values(stream, used="500", repay="100"), by=by)
    answers.submit(mine, by=by, key=None, received_at=clock.now())
    row = SpendingReport.objects.get()
    assert (row.used_ore, row.repay_ore, row.answer.number) == (500_00, 100_00, 2)
    assert (pocket(world.falun, stream).used, pocket(world.falun, stream).owed) == (500_00, 100_00)


def test_an_interim_account_is_kept_and_not_booked(little):
    world, interim = little.world, asked(little, interim=True)
    account(interim, world, world.falun, little.stream, used="100", carried="500")
    assert SpendingReport.objects.get().used_ore == 100_00
    assert pocket(world.falun, little.stream).used == 0


def test_reported_nothing_to_report_and_not_in_are_three_things(little, spending):
    world, how = little.world, {"key": None, "received_at": clock.now()}
    account(spending, world, world.falun, little.stream, used="600")
    mora = delivery_of(spending, world.mora)
    said = refused(lambda: nothing_to_report(mora, by=world.actor(world.mora), **how))
    assert "Ni har fått medel att redovisa" in said
    pocket(world.mora, little.stream)
    PocketBalance.objects.filter(body=world.mora).update(left=0, granted=0)
    nothing_to_report(mora, by=world.actor(world.mora), **how)
    decline(delivery_of(spending, world.region_dalarna), "Inget", by=world.actor(world.region_dalarna), **how)
    states = states_of(spending)
    assert [states[body.pk] for body in (world.falun, world.mora, world.orsa, world.region_dalarna)] == [
        ReportState.REPORTED, ReportState.NOTHING, ReportState.NOT_IN, ReportState.DECLINED,
    ]  # fmt: skip


def test_the_nations_sums_are_of_those_that_have_accounted(little, spending):
    world = little.world
    account(spending, world, world.falun, little.stream, used="500", repay="100")
    towns, region = sums_of(little.agreement, spending, set(states_of(spending)))
    assert (towns.bodies, towns.reported, towns.used, towns.repay) == (3, 1, 500_00, 100_00)
    assert towns.had > towns.used
    assert (region.bodies, region.reported, region.used) == (1, 0, 0)


# -- judged ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def conditions(little):
    make = lambda **fields: Condition.objects.create(agreement=little.agreement, opens_next_year=True, **fields)  # noqa: E731
    return make(text="Handlingsplan finns"), make(kind=ConditionKind.INTERIM_ACCOUNT, text="Delredovisning")


def test_only_the_agreements_assessor_judges_and_only_what_stands(little, spending, conditions):
    world, plan = little.world, conditions[0]
    said = {plan.pk: (Verdict.MET, "")}
    how = {"received_at": clock.now()}
    assert "ingen redovisning att bedöma" in refused(
        lambda: judge(spending, world.falun.pk, said, by=world.secretary, **how)
    )
    account(spending, world, world.falun, little.stream, used="600")
    for other in (world.actor(world.mora, Role.CONTROLLER), world.actor(world.dalarna, Role.COORDINATOR)):
        refused(lambda other=other: judge(spending, world.falun.pk, said, by=other, **how))
    assert len(judge(spending, world.falun.pk, said, by=world.secretary, **how)) == 1
    assert judge(spending, world.falun.pk, said, by=world.secretary, **how) == []


def test_not_met_says_why_and_only_the_agreements_own_conditions_are_judged(little, spending, conditions):
    world, (plan, interim) = little.world, conditions
    account(spending, world, world.falun, little.stream, used="600")
    how = {"by": world.secretary, "received_at": clock.now()}
    assert "Skriv varför" in refused(lambda: judge(spending, world.falun.pk, {plan.pk: (Verdict.NOT_MET, " ")}, **how))
    assert "hör inte till" in refused(lambda: judge(spending, world.falun.pk, {interim.pk: (Verdict.MET, "")}, **how))
    assert not SpendingJudgement.objects.exists()


def test_a_judgement_is_the_bodys_own_first_and_never_rewritten(little, spending, conditions):
    world, plan = little.world, conditions[0]
    account(spending, world, world.falun, little.stream, used="600")
    (made,) = judge(
        spending, world.falun.pk, {plan.pk: (Verdict.NOT_MET, "Planen är från 2016.")},
        by=world.secretary, received_at=clock.now(),
    )  # fmt: skip
    assert made.opens_on == today() + OWN_FIRST
    states = states_of(spending)
    row = lambda **how: next(r for r in conditions_of(little.agreement, states, **how).rows if r.body == world.falun.pk)  # noqa: E731
    assert row().outcomes[0] == Outcome.OPEN
    assert row(alone={world.falun.pk}).outcomes[0] == Outcome.NOT_MET
    assert row(everything=True).outcomes[0] == Outcome.NOT_MET
    with pytest.raises(IntegrityError), transaction.atomic():
        SpendingJudgement.objects.filter(pk=made.pk).update(verdict=Verdict.MET)


def test_next_years_conditions_ask_for_the_interim_account(little, spending, conditions):
    world, plan = little.world, conditions[0]
    interim = asked(little, interim=True)
    account(interim, world, world.falun, little.stream, used="100", carried="500")
    account(spending, world, world.falun, little.stream, used="600")
    judge(spending, world.falun.pk, {plan.pk: (Verdict.MET, "")}, by=world.secretary, received_at=clock.now())
    found = conditions_of(little.agreement, states_of(spending), everything=True)
    whole = {row.body: row.whole for row in found.rows}
    assert whole[world.falun.pk] == Outcome.MET
    assert whole[world.mora.pk] == Outcome.OPEN


def test_the_assessor_asks_for_completion(little, spending):
    world = little.world
    mine = account(spending, world, world.falun, little.stream, used="600")
    assert request_completion(mine, "Vad gjordes?", by=world.secretary, key="c", received_at=clock.now())
    assert WORDS[GENDER]
    assert done_of(little.stream)
