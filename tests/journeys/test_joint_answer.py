"""A county answers for its region and municipalities, and the joint answer goes stale: three levels see it and mend it.

Given an agreement that permits it, in a little Dalarna whose parties have answered;
when the county merges, each party adopts for itself, and Mora then changes its answer;
then county, healthcare region and nation see that it is stale and why, and each party adopts it anew in one step.
"""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.journeys.hands import Pointing
from vaxel.accounts.models import User
from vaxel.calendar.clock import today
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.agreements import Wording, draft_agreement, propose_agreement
from vaxel.network.domain.agreements import Permits
from vaxel.network.domain.kinds import Role
from vaxel.network.models import CountyAgreement, Person
from vaxel.rounds.checks import checks
from vaxel.rounds.commands import answers
from vaxel.rounds.tests.world import make_world

PARTIES = ("region_dalarna", "falun", "mora")
NUMBERS = {"region_dalarna": "10", "falun": "3", "mora": "2"}
ASKED = "Hur många har fått stöd?"


class Story:
    def __init__(self, page_for, look):
        self.world, self.page_for, self.look, self.seen = make_world(), page_for, look, {}
        self._agree()
        bodies = [getattr(self.world, party).pk for party in PARTIES]
        self.round = self.world.sent(audience={"bodies": bodies}, title="Redovisning av samverkan")
        for party, number in NUMBERS.items():
            self.answer(party, number)

    def _agree(self):
        terms = Wording("Samverkan i Dalarna", today(), permits=frozenset({Permits.JOINT_ANSWER}))
        parties = [getattr(self.world, party).pk for party in PARTIES]
        made = draft_agreement(self.world.dalarna, terms, by=SYSTEM, party_ids=parties)
        self.agreement = propose_agreement(made, by=SYSTEM)

    def answer(self, party, number):
        body = getattr(self.world, party)
        mine, by = self.world.delivery(self.round, body), self.world.actor(body)
        answers.save_draft(mine, {"q1": number}, by=by)
        answers.submit(mine, by=by, key=self.world.key(), received_at=self.world.now())

    def someone(self, place, role=Role.CONTACT):
        """The same person each time, in a browser of their own."""
        if (place, role) not in self.seen:
            actor = self.world.actor(getattr(self.world, place), role)
            user = User.objects.create_user(f"{place}@exempel.example", "en lugn höstmorgon i Orsa")
            Person.objects.filter(public_id=actor.person_id).update(user=user)
            self.seen[place, role] = Pointing(self.page_for(user), self.look)
        return self.seen[place, role]

    def at(self, name):
        return reverse(name, args=[self.round.pk, self.world.dalarna.pk])

    def figures(self, person, place, basis):
        node = f"?nod={getattr(self.world, place).pk}" if place else "?nod=alla"
        person.opens(reverse("compilation", args=[self.round.pk]) + node + basis)
        return person.page.get_by_role("main")


@pytest.fixture
def story(transactional_db, page_for, axe):
    return Story(page_for, axe)


def test_a_joint_answer_goes_stale_and_is_adopted_anew(story):
    given_each_party_signs_the_agreement(story)
    when_the_county_merges_what_came_in(story)
    when_each_party_adopts_it(story)
    then_three_levels_read_the_figure_once(story, "15")

    when_mora_changes_its_answer(story)
    then_three_levels_see_that_it_is_stale(story)
    when_each_party_adopts_it_anew_in_one_step(story)
    then_nothing_is_stale(story)


def given_each_party_signs_the_agreement(story):
    for party in PARTIES:
        person = story.someone(party)
        person.opens(reverse("agreement", args=[story.agreement.pk]))
        person.presses("Skriv under för er del")
    person.heading("Samverkan i Dalarna gäller. Alla parter har skrivit under.")
    assert CountyAgreement.objects.count() == 1


def when_the_county_merges_what_came_in(story):
    county = story.someone("dalarna", Role.COORDINATOR)
    story.figures(county, "dalarna", "")
    county.follows("Svara gemensamt för länet")
    county.follows("Skriv svaret")
    county.heading("Tre av tre parter har svarat.")
    county.presses(f"Använd summan {ASKED}")
    expect(county.page.get_by_role("textbox", name=ASKED)).to_have_value("15")
    county.presses("Lägg fram för parterna")
    county.sees("Svaret är framlagt")


def when_each_party_adopts_it(story):
    for party in PARTIES:
        person = story.someone(party)
        person.opens(reverse("delivery", args=[story.round.pk, getattr(story.world, party).pk]))
        person.follows("Läs och anta")
        person.presses("Anta svaret")
    person.heading("antaget av alla tre parter")


def then_three_levels_read_the_figure_once(story, figure):
    for person, place in levels(story):
        main = story.figures(person, place, "&bas=antaget")
        expect(main).to_contain_text(figure)
        expect(main).to_contain_text("3 av 3 parter har antagit det")
        expect(main).to_contain_text("Varje organisations siffror räknas en gång")


def levels(story):
    return (
        (story.someone("dalarna", Role.COORDINATOR), "dalarna"),
        (story.someone("north", Role.COORDINATOR), "north"),
        (story.someone("secretariat", Role.SECRETARIAT), ""),
    )


def when_mora_changes_its_answer(story):
    story.answer("mora", "7")


def then_three_levels_see_that_it_is_stale(story):
    for person, place in levels(story):
        adopted = story.figures(person, place, "&bas=antaget")
        expect(adopted).to_contain_text("ändrat sedan dess")
        expect(adopted).to_contain_text("15")
        expect(story.figures(person, place, "")).to_contain_text("20")  # as answered, never mixed with the other
        person.opens(story.at("joint"))
        person.heading("något har ändrats sedan svaret antogs")
        person.sees("Mora kommun: Hur många har fått stöd?")
        expect(person.page.get_by_role("deletion").first).to_have_text("2")
        expect(person.page.get_by_role("insertion").first).to_have_text("7")
        person.follows("Mora kommun")  # the original stays reachable
        person.sees("7")


def when_each_party_adopts_it_anew_in_one_step(story):
    for party in PARTIES:
        person = story.someone(party)
        person.opens(story.at("joint"))
        person.sees("(+5)")
        person.presses("Anta på nytt")
        person.sees("Ni har antagit svaret på nytt.")


def then_nothing_is_stale(story):
    county = story.someone("dalarna", Role.COORDINATOR)
    county.opens(story.at("joint"))
    county.heading("antaget av alla tre parter")
    assert all(ok for _name, ok, _said in checks())
