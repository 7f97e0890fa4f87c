"""The ledger's commands: opened by a decision, one's own by hand, claimed back, and what the other parts tell."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from vaxel import journal
from vaxel.calendar import clock
from vaxel.funding import facts
from vaxel.funding.checks import broken_chain, wrong_balances
from vaxel.funding.commands.budget import Written, write_budget
from vaxel.funding.commands.money import carry_over, claim, settle, undo, use
from vaxel.funding.domain.entries import EntryKind
from vaxel.funding.models import BudgetLine, Decision, LedgerEntry, PocketBalance
from vaxel.funding.queries.repayments import claims_of, rule_of
from vaxel.funding.tests.little import FALUN, MORA
from vaxel.network.domain.kinds import Role
from vaxel.ui.refusal import Refusal

K = EntryKind


def pocket(body, stream, year=2020):
    return PocketBalance.objects.get(body=body, stream=stream, year=year)


def then_all_holds():
    assert not list(wrong_balances())
    assert not list(broken_chain())


def test_a_decision_opens_the_ledger_to_the_ore_with_the_rounding_as_lines(world, little):
    """Falun's payout is 600 kr of 600,25; Mora's 301 of 300,50: each line is named."""
    assert pocket(world.falun, little.stream).left == 600_00
    assert pocket(world.mora, little.stream).granted == 301_00
    assert pocket(world.region_dalarna, little.region_stream).left == 500_00
    payer = pocket(world.secretariat, little.stream)
    assert (payer.granted, payer.shared_out, payer.left) == (1000_00, 1000_00, 0)
    kinds = set(LedgerEntry.objects.values_list("kind", flat=True))
    assert kinds == {K.POT, K.GRANTED, K.ROUNDED_UP, K.ROUNDED_DOWN}
    then_all_holds()


def test_told_twice_it_is_opened_once(world, little):
    number = LedgerEntry.objects.count()
    facts.decided.send(Decision, decision=little.decision, by=world.secretary)
    assert LedgerEntry.objects.count() == number


def test_a_later_version_takes_back_what_nobody_has_used(world, little):
    facts.replaced.send(Decision, decision=little.decision, by=world.secretary)
    assert pocket(world.falun, little.stream).left == 0
    then_all_holds()


def test_a_later_version_does_not_take_back_what_is_used(world, little):
    spend(world, little)
    with pytest.raises(Refusal, match="börjat rekvireras"):
        facts.replaced.send(Decision, decision=little.decision, by=world.secretary)


def spend(world, little, ore=100_00, body=None, key="", day=None):
    body = body or world.falun
    return use(body, little.stream, 2020, ore, day or clock.today(), by=world.actor(body), key=key)


def test_a_body_uses_its_own_money_and_corrects_itself(world, little):
    entry = spend(world, little)
    assert pocket(world.falun, little.stream).left == 500_00
    assert journal.of(entry)[0].action == "funding.use"
    undo(entry, by=world.actor(world.falun))
    assert pocket(world.falun, little.stream).left == 600_00
    with pytest.raises(Refusal, match="redan rättad"):
        undo(entry, by=world.actor(world.falun))
    then_all_holds()


def test_the_same_form_twice_is_one_entry(world, little):
    assert spend(world, little, key="samma") == spend(world, little, key="samma")
    assert pocket(world.falun, little.stream).used == 100_00


def test_nobody_uses_more_than_there_is_nor_what_was_not_there_yet(world, little):
    with pytest.raises(Refusal, match="600\xa0kr är kvar") as no:
        spend(world, little, 601_00)
    assert no.value.field == "ore"
    with pytest.raises(Refusal, match="Det räcker inte"):
        spend(world, little, 1_00, day=clock.today() - dt.timedelta(days=300))
    with pytest.raises(Refusal, match="inte varit än"):
        spend(world, little, 1_00, day=clock.today() + dt.timedelta(days=1))
    then_all_holds()


def test_nobody_uses_anothers_money(world, little):
    for actor in (world.actor(world.mora), world.secretary, world.actor(world.dalarna, Role.COORDINATOR)):
        with pytest.raises(Refusal):
            use(world.falun, little.stream, 2020, 1_00, clock.today(), by=actor)


def test_what_was_granted_is_not_undone_by_hand(world, little):
    granted = LedgerEntry.objects.get(kind=K.GRANTED, target=world.falun)
    with pytest.raises(Refusal):
        undo(granted, by=world.actor(world.falun))


def test_a_year_is_carried_over_once_and_the_opening_names_the_closing(world, little):
    closed, opened = carry_over(world.falun, little.stream, 2020, by=world.actor(world.falun), key="k")
    again = carry_over(world.falun, little.stream, 2020, by=world.actor(world.falun), key="k")
    assert [one.pk for one in again] == [closed.pk, opened.pk]
    assert (opened.refers_to, opened.year, opened.ore) == (closed, 2021, 600_00)
    assert (pocket(world.falun, little.stream).left, pocket(world.falun, little.stream, 2021).left) == (0, 600_00)
    with pytest.raises(Refusal, match="inget kvar"):
        carry_over(world.falun, little.stream, 2020, by=world.actor(world.falun))
    use(world.falun, little.stream, 2021, 50_00, clock.today(), by=world.actor(world.falun))
    then_all_holds()


def claimed(world, little, ore=96_00, **more):
    said = {"deadline": clock.today() + dt.timedelta(days=30), "grace_days": 14, "reason": "Inte använt i tid."}
    return claim(world.falun, little.stream, 2020, ore, by=world.secretary, **said | more)


def test_money_is_claimed_back_with_a_day_a_grace_and_a_reason(world, little):
    found = claimed(world, little)
    assert pocket(world.falun, little.stream).owed == 96_00
    with pytest.raises(Refusal, match="504\xa0kr är kvar"):
        spend(world, little, 600_00)
    settle(found, "justify", 6_00, by=world.secretary)
    settle(found, "repaid", 50_00, by=world.actor(world.falun), key="a")
    settle(found, "repaid", 50_00, by=world.actor(world.falun), key="a")
    settle(found, "write_off", 10_00, by=world.secretary)
    assert rule_of(found).outstanding == 30_00
    with pytest.raises(Refusal, match="30\xa0kr som återstår"):
        settle(found, "repaid", 31_00, by=world.actor(world.falun))
    assert pocket(world.falun, little.stream).owed == 30_00
    then_all_holds()


def test_use_that_is_not_accepted_is_claimed_back(world, little):
    spend(world, little, 600_00)
    with pytest.raises(Refusal, match="Underkänn användning"):
        claimed(world, little)
    claimed(world, little, disallowed_ore=96_00)
    balance = pocket(world.falun, little.stream)
    assert (balance.used, balance.left, balance.owed) == (504_00, 96_00, 96_00)
    then_all_holds()


@pytest.mark.parametrize(("said", "field"), [({"reason": " "}, "reason"), ({"deadline": dt.date(2020, 1, 1)}, "deadline"), ({"grace_days": 400}, "grace_days")])  # fmt: skip
def test_a_claim_says_why_and_when(world, little, said, field):
    with pytest.raises(Refusal) as no:
        claimed(world, little, **said)
    assert no.value.field == field
    assert pocket(world.falun, little.stream).owed == 0


def test_only_the_assessor_claims_and_forgives(world, little):
    found = claimed(world, little)
    for actor in (world.actor(world.falun), world.actor(world.dalarna, Role.COORDINATOR)):
        with pytest.raises(Refusal):
            settle(found, "write_off", 1_00, by=actor)
        with pytest.raises(Refusal):
            claim(
                world.mora, little.stream, 2020, 1_00, by=actor, reason="x",
                deadline=clock.today() + dt.timedelta(days=9),
            )  # fmt: skip


def test_the_claims_of_a_body_come_with_the_earliest_day_first(world, little):
    late = claimed(world, little, 1_00, deadline=clock.today() + dt.timedelta(days=60))
    soon = claimed(world, little, 2_00)
    assert [one.claim for one in claims_of(clock.today(), body_id=world.falun.pk)] == [soon, late]
    assert claims_of(clock.today(), body_id=world.mora.pk) == []


# -- what the others tell --------------------------------------------------------------------------------------------


def tell(fact, world, little, body, source=None, **more):
    said = {"source": source or little.agreement, "by": world.actor(body), "received_at": clock.now()}
    fact.send(None, body=body, stream=little.stream, **said | more)


def test_a_requisition_of_a_share_takes_its_rounding_along(world, little):
    tell(facts.requisitioned, world, little, world.mora, amount_ore=MORA)
    tell(facts.requisitioned, world, little, world.mora, amount_ore=MORA)
    tell(facts.requisitioned, world, little, world.falun, amount_ore=FALUN)
    assert pocket(world.mora, little.stream).requisitioned == 301_00
    assert pocket(world.falun, little.stream).requisitioned == 600_00
    assert pocket(world.mora, little.stream).left == 301_00
    then_all_holds()


def test_what_is_declined_or_lapses_is_returned(world, little):
    tell(facts.declined, world, little, world.mora, amount_ore=MORA)
    facts.lapsed.send(None, body=world.orsa, stream=little.stream, amount_ore=99_25, source=little.agreement)
    assert pocket(world.mora, little.stream).declined == 301_00
    assert pocket(world.orsa, little.stream).left == 0
    assert pocket(world.secretariat, little.stream).left == 0, "never shared out anew by itself"
    then_all_holds()


def report(world, little, source, **more):
    tell(facts.reported, world, little, world.falun, source=source, **more)
    then_all_holds()
    return pocket(world.falun, little.stream)


def test_a_report_books_use_carry_over_and_repayment(world, little):
    spend(world, little, 100_00)
    balance = report(world, little, little.decision, used_ore=400_00, carried_ore=104_00, repay_ore=96_00)
    assert (balance.used, balance.carried_out, balance.owed, balance.left) == (400_00, 104_00, 96_00, 96_00)
    (found,) = claims_of(clock.today(), body_id=world.falun.pk)
    assert found.rule.outstanding == 96_00
    assert pocket(world.falun, little.stream, 2021).left == 104_00


def test_a_report_that_is_completed_takes_the_place_of_the_one_before(world, little):
    report(world, little, little.decision, used_ore=400_00, carried_ore=200_00, repay_ore=0)
    balance = report(world, little, little.decision, used_ore=500_00, carried_ore=0, repay_ore=100_00)
    assert (balance.used, balance.carried_out, balance.owed) == (500_00, 0, 100_00)
    assert pocket(world.falun, little.stream, 2021).left == 0


def test_a_report_of_less_than_was_entered_by_hand_holds(world, little):
    spend(world, little, 300_00)
    assert report(world, little, little.decision, used_ore=200_00).used == 200_00


def test_a_body_may_have_used_money_of_its_own_beside(world, little):
    assert report(world, little, little.decision, used_ore=900_00).used == 600_00


# -- the tables ------------------------------------------------------------------------------------------------------


def test_the_database_refuses_to_change_an_entry(world, little):
    for statement in ("UPDATE funding_ledgerentry SET ore = 2", "DELETE FROM funding_ledgerentry"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_the_database_refuses_an_overdrawn_pocket_and_an_entry_without_its_ends(world, little):
    with pytest.raises(IntegrityError), transaction.atomic():
        PocketBalance.objects.filter(body=world.falun).update(left=-1)
    with pytest.raises(IntegrityError), transaction.atomic():
        LedgerEntry.objects.create(
            kind=K.GRANTED, day=clock.today(), ore=1, stream=little.stream, year=2020, target=world.falun,
            entered_at=clock.now(),
        )  # fmt: skip


def test_verify_finds_a_balance_that_someone_changed_by_hand(world, little):
    PocketBalance.objects.filter(body=world.falun).update(used=7)
    assert len(list(wrong_balances())) == 1


def test_a_budget_is_written_as_a_whole_by_the_body_itself(world, little):
    lines = [Written("Samordnare", 300_00, 280_00), Written(" ", 5), Written("Utbildning", 100_00, None, 90_00)]
    write_budget(world.falun, little.stream, 2020, lines, by=world.actor(world.falun))
    write_budget(world.falun, little.stream, 2020, lines[:1], by=world.actor(world.falun))
    assert [(one.label, one.planned_ore, one.agreed_ore) for one in BudgetLine.objects.all()] == [("Samordnare", 300_00, 280_00)]  # fmt: skip
    with pytest.raises(Refusal, match="heter lika"):
        write_budget(world.falun, little.stream, 2020, [lines[0], lines[0]], by=world.actor(world.falun))
    with pytest.raises(Refusal):
        write_budget(world.falun, little.stream, 2020, lines, by=world.actor(world.mora))
