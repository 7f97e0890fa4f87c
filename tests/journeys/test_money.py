"""Money from the agreement to its compiled account, by the people who do it, in a little Sweden in Chromium.

Given that an office writes an agreement, tries another pot and has a colleague confirm it;
when Mora takes up its part with two persons, signs its contract and accounts for what it has used;
then who pays reads where each krona is, and anyone can reckon the decision again.
"""

import datetime as dt
import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.journeys.hands import Pointing, Typing
from vaxel.calendar.clock import today
from vaxel.funding.checks import checks
from vaxel.funding.models import Agreement, Contract, Requisition
from vaxel.funding.tests.browsing import user_of
from vaxel.funding.tests.money import count
from vaxel.network.domain.kinds import Role
from vaxel.rounds.models import Round
from vaxel.rounds.tests.world import make_world

NAME, STREAM, OFFICE = "Psykisk hälsa, ett prov", "Handlingsplaner", "Nationella sekretariatet"


class Story:
    """`story.office`, `story.colleague`, `story.mora`, `story.attests`: each in a browser of their own."""

    def __init__(self, page_for, new_context, look):
        self.world = world = make_world()
        count(world)
        for body in (world.mora, world.falun, world.orsa, world.gotland, world.varberg, world.laholm):
            world.actor(body, Role.APPROVER)

        def someone(*who, hands=Pointing, **more):
            return hands(page_for(user_of(world, *who, **more)), look)

        self.office = someone(world.secretariat, Role.SECRETARIAT)
        self.colleague = someone(world.secretariat, Role.SECRETARIAT, another=1)
        # Whoever takes up money and accounts for it does so by keyboard alone.
        self.mora = someone(world.mora, hands=Typing)
        self.attests = someone(world.mora, Role.APPROVER, hands=Typing)
        self.stranger = lambda: Pointing(new_context().new_page(), look)

    @property
    def agreement(self):
        return Agreement.objects.get(name=NAME)

    def at(self, name, *more):
        return reverse(name, args=[self.agreement.pk, *more])

    def sends(self, round_):
        self.office.opens(reverse("round_send", args=[round_]))
        self.office.presses("Skicka till")
        self.office.sees("Skickat")


@pytest.fixture
def story(transactional_db, page_for, new_context, axe, settings, tmp_path):
    settings.DATA, settings.SEAL_KEY = tmp_path, ""
    return Story(page_for, new_context, axe)


def test_from_agreement_to_compiled_account(story):
    given_an_agreement_is_written(story)
    given_another_pot_is_tried(story)
    when_a_colleague_confirms_it(story)
    then_anyone_can_read_what_each_gets(story)

    when_the_office_asks_all_to_requisition(story)
    when_mora_takes_it_up_and_a_second_person_attests(story)
    then_who_pays_sees_who_has_not(story)

    when_the_contract_is_signed_by_both(story)
    when_mora_accounts_for_its_part(story)
    then_the_account_is_compiled_and_every_krona_is_somewhere(story)


def given_an_agreement_is_written(story):
    office = story.office
    office.opens(reverse("money"))
    office.follows("Ny överenskommelse")
    office.writes("Vad heter överenskommelsen?", NAME)
    office.writes("Vilket år gäller medlen?", str(today().year))
    for mandate in ("Beställer", "Betalar ut", "Bedömer"):
        office.page.get_by_label(mandate).first.select_option(label=OFFICE)
    office.presses("Spara utkastet")
    office.follows("Lägg till en inriktning")
    office.writes("Vad heter inriktningen?", STREAM)
    office.writes("Hur mycket är det tillsammans?", "200 Mkr")
    office.page.get_by_label("Kommuner").check()
    office.page.locator("input[name=allocation][value=population]").check()
    office.page.get_by_label("Folkmängden vilken dag?").select_option("2019-11-01")
    office.presses("Spara inriktningen")
    office.opens(story.at("money_deadlines"))
    for label, days in (("Sista dag att rekvirera", 30), ("Slutredovisning från varje mottagare", 60)):
        office.writes(label, (today() + dt.timedelta(days=days)).isoformat())
    office.presses("Spara dagarna")


def given_another_pot_is_tried(story):
    """Twice the pot is as much more to Mora as S3 says that it got; the draft is as it was until it is put to use."""
    office = story.office
    office.opens(story.at("money_scenarios"))
    office.writes("Vad heter scenariot?", "Dubbelt så mycket")
    office.presses("Börja på scenariot")
    office.writes("Pott", "400 Mkr")
    office.presses("Räkna")
    office.sees("+395\u00a064")
    office.opens(story.at("money_agreement"))
    office.sees("200\u00a0000\u00a0000")


def when_a_colleague_confirms_it(story):
    story.office.opens(story.at("money_decide"))
    story.office.presses("Lämna till en kollega att bekräfta")
    story.colleague.opens(story.at("money_decide"))
    story.colleague.presses("Bekräfta beslutet")


def then_anyone_can_read_what_each_gets(story):
    stranger = story.stranger()
    stranger.opens(story.at("money_receipt"))
    stranger.page.get_by_label("Din kommun eller region").fill("Mora")
    stranger.presses("Visa")
    stranger.sees("395\u00a0640")


def when_the_office_asks_all_to_requisition(story):
    story.office.opens(story.at("requisition"))
    story.office.presses("Gör ett utkast")
    story.sends(Round.objects.get(kind="requisition").pk)


def when_mora_takes_it_up_and_a_second_person_attests(story):
    mora, body = story.mora, story.world.mora.pk
    mora.opens(story.at("requisition_body", body))
    mora.follows("Rekvirera eller avstå")
    mora.chooses("Vi rekvirerar")
    mora.writes("Bankgiro eller plusgiro", "5050-1055")
    mora.presses("Granska och lämna för beslut")
    mora.presses("Lämna för beslut")
    mora.heading("väntar på beslut")
    story.attests.opens(reverse("delivery", args=[Round.objects.get(kind="requisition").pk, body]))
    story.attests.presses("Besluta och skicka")
    story.attests.opens(story.at("requisition_body", body))
    story.attests.heading("har rekvirerat 395\u00a0640\u00a0kr")


def then_who_pays_sees_who_has_not(story):
    story.office.opens(story.at("requisition"))
    story.office.sees("Har inte rekvirerat än (5)")
    assert Requisition.objects.get().body == story.world.mora


def when_the_contract_is_signed_by_both(story):
    story.office.opens(story.at("contracts"))
    story.office.presses(f"Skriv avtal om {STREAM}")
    contract = reverse("contract", args=[Contract.objects.get(body=story.world.mora).pk])
    story.office.opens(contract)
    story.office.presses("Lägg fram för parterna")
    for person in (story.mora, story.office):
        person.opens(contract)
        person.presses("Skriv under för er del")
    story.office.heading("är undertecknat av alla parter")


def when_mora_accounts_for_its_part(story):
    story.office.opens(story.at("money_account"))
    story.office.presses("Gör ett utkast")
    story.sends(Round.objects.exclude(kind="requisition").get().pk)
    mora = story.mora
    mora.opens(story.at("money_account_body", story.world.mora.pk))
    mora.follows("Redovisa")
    for label, said in (
        ("Hur mycket har ni använt?", "300 000"),
        ("Hur mycket förs över till nästa år?", "0"),
        ("Hur mycket ska betalas tillbaka?", "95 640"),
        ("Vad har medlen använts till?", "Två handledare."),
        ("Vilka organisationer har ni hört?", "NSPH Dalarna"),
        (re.compile("Hur har skillnader mellan kvinnor och män"), "Båda könen nås."),
        ("Vilka resultat ser ni?", "Kortare väntan."),
    ):
        mora.writes(label, said)
    mora.presses("Granska och skicka")
    mora.presses("Skicka svar")


def then_the_account_is_compiled_and_every_krona_is_somewhere(story):
    office = story.office
    office.opens(story.at("money_account"))
    office.heading("En av sex har redovisat.")
    office.sees("300\u00a0000")
    office.follows("Sammanställningen, fråga för fråga")
    office.sees("300\u00a0000")
    office.opens(story.at("money_account_body", story.world.mora.pk))
    office.heading("Mora kommun har använt 300\u00a0000\u00a0kr")
    expect(office.page.get_by_role("main")).to_contain_text("95\u00a0640")
    assert [name for name, ok, _said in checks() if not ok] == []
