"""The nation's report: counts to anyone, names to who follows the money and the own county, judged by the assessor alone."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from vaxel.funding.models import Condition, SpendingJudgement, SpendingRound
from vaxel.funding.tests.accounting import account, asked, drafted
from vaxel.funding.tests.browsing import browser, text
from vaxel.funding.tests.little import Little
from vaxel.network.domain.kinds import Role
from vaxel.rounds.tests.world import make_world


@pytest.fixture
def little(db):
    return Little(make_world())


@pytest.fixture
def secretary(little):
    return browser(little.world, little.world.secretariat, Role.SECRETARIAT)


def at(little, name="money_account", *more):
    return reverse(name, args=[little.agreement.pk, *more])


def test_before_anyone_has_asked_it_is_said_and_made_in_one_step(little, secretary):
    drafted(little, interim=True)
    page = text(secretary.get(at(little)))
    assert "Redovisningen är inte begärd än." in page
    to = secretary.post(at(little, "money_account_call"), {"what": "final"})
    assert to.url == secretary.post(at(little, "money_account_call"), {"what": "final"}).url
    assert SpendingRound.objects.count() == 2
    assert "Redovisningen är ett utkast" in text(secretary.get(at(little)))


def test_nobody_else_begins_it(little):
    drafted(little, interim=True)
    assert browser(little.world, little.world.mora).post(at(little, "money_account_call")).status_code == 404
    assert browser().post(at(little, "money_account_call")).status_code in (302, 404)
    assert SpendingRound.objects.count() == 1


def test_anyone_meets_counts_and_no_name_and_no_single_bodys_sum(little):
    spending, world = asked(little), little.world
    account(spending, world, world.falun, little.stream, used="500", repay="100")
    page = text(browser().get(at(little)))
    assert "En av fyra har redovisat. Tre har inte gjort det än." in page
    assert "500 kr" not in re.sub(r"Att redovisa.*?Använt", "", page) or "färre än tre" in page
    assert "Falu" not in page
    assert "Mora" not in page


def test_who_follows_the_money_sees_all_by_name_and_what_is_not_in_first(little, secretary):
    spending, world = asked(little), little.world
    account(spending, world, world.falun, little.stream, used="500", repay="100")
    page = text(secretary.get(at(little)))
    assert page.index("Har inte redovisat än (") < page.index("Har redovisat (")
    assert "500 kr är använt, 0 kr förs över och 100 kr betalas tillbaka." in page
    assert "Dalarnas län" in page
    assert "NSPH Dalarna" in page


def test_a_county_sees_its_own_and_a_municipality_itself(little):
    asked(little)
    world = little.world
    assert "Orsa kommun" in text(browser(world, world.dalarna, Role.COORDINATOR).get(at(little)))
    assert "Orsa kommun" not in text(browser(world, world.halland, Role.COORDINATOR).get(at(little)))
    page = text(browser(world, world.mora).get(at(little)))
    assert "Er del: Mora kommun" in page
    assert "Orsa kommun" not in page


def test_conditions_are_judged_seen_by_the_body_and_told_in_one_sentence(little, secretary):
    world = little.world
    condition = Condition.objects.create(agreement=little.agreement, text="Handlingsplan finns", opens_next_year=True)
    spending = asked(little)
    account(spending, world, world.falun, little.stream, used="600")
    there = at(little, "money_account_body", world.falun.pk)
    assert "Falu kommun har använt 600 kr av" in text(secretary.get(there))
    answer = secretary.post(there, {f"verdict-{condition.pk}": "not_met"})
    assert answer.status_code == 422
    assert "Skriv varför villkoret inte är uppfyllt" in text(answer)
    said = {f"verdict-{condition.pk}": "not_met", f"reason-{condition.pk}": "Planen är från 2016."}
    assert "Bedömningen är sparad" in text(secretary.post(there, said, follow=True))
    assert SpendingJudgement.objects.count() == 1
    own = text(browser(world, world.falun).get(there))
    assert "Inte uppfyllt. Planen är från 2016." in own
    assert "Bedöm mot villkoren" not in own
    assert "Planen är från" not in text(browser(world, world.dalarna, Role.COORDINATOR).get(there))
    assert browser(world, world.falun).post(there, said).status_code in (404, 409)
    assert "En uppfyller dem inte." in text(secretary.get(at(little)))


def test_another_body_does_not_exist(little):
    asked(little)
    world = little.world
    there = at(little, "money_account_body", world.falun.pk)
    assert browser(world, world.mora).get(there).status_code == 404
    assert browser(world, world.halland, Role.COORDINATOR).get(there).status_code == 404
    assert browser(world, world.dalarna, Role.COORDINATOR).get(there).status_code == 200


def test_the_sheet_has_the_rows_one_may_see(little, secretary):
    spending, world = asked(little), little.world
    account(spending, world, world.falun, little.stream, used="500,25", repay="100")
    sheet = secretary.get(at(little, "money_account_export", "csv"))
    assert "500,25" in sheet.content.decode("utf-8-sig")
    assert "500,25" not in browser().get(at(little, "money_account_export", "csv")).content.decode("utf-8-sig")
    assert secretary.get(at(little, "money_account_export", "doc")).status_code == 404


def test_as_many_queries_for_one_as_for_three(little, secretary):
    spending, world = asked(little), little.world
    account(spending, world, world.falun, little.stream, used="600")
    secretary.get(at(little))

    def queries():
        with CaptureQueriesContext(connection) as seen:
            secretary.get(at(little))
        return len(seen)

    one = queries()
    account(spending, world, world.mora, little.stream, used="301")
    account(spending, world, world.region_dalarna, little.region_stream, used="500")
    assert queries() == one
