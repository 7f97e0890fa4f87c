"""Giving out sections, writing one, and what the body sees of it: by plain posts, without JavaScript."""

import datetime as dt
import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import expect

from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Mandate
from vaxel.rounds.conftest import QUESTIONS
from vaxel.rounds.models import Answer, SectionPart
from vaxel.rounds.pages.delivery.test_page import at, text
from vaxel.rounds.tests.browsing import browser

WORK = {
    "id": "s2",
    "title": "Arbetet",
    "questions": [
        {"id": "work", "type": "long_text", "label": "Vad har ni gjort?"},
        {"id": "surplus", "type": "text", "label": "Vart gick det?", "show_if": {"question": "more", "is": ["yes"]}},
        {"id": "paper", "type": "file", "label": "Underlag"},
    ],
}
TWO = {"sections": [*QUESTIONS["sections"], WORK]}


@pytest.fixture
def delivery(sweden):
    return sweden.delivery(sweden.round(content=TWO), "falun")


@pytest.fixture
def kim(sweden):
    return browser(sweden.contact())


@pytest.fixture
def alex(sweden):
    return sweden.person("falun", Role.MEMBER, "Alex", "förskolechef")


@pytest.fixture
def unit(sweden):
    sweden.body("school", Kind.UNIT, "Lugnetskolan", "", "falun", "dalarna", "mellan", "nation")
    return sweden.bodies["school"]


def posted(user, *sections, **more):
    return {"sections": sections or ["s2"], "to": f"p{user.person.public_id}", "ready_by": "", "note": "", **more}


@pytest.fixture
def part(kim, delivery, alex):
    assert kim.post(at(delivery, "section_give"), posted(alex, note="Skriv kort")).status_code == 302
    return SectionPart.objects.get()


def page_of(part, name="section_part", *more):
    return at(part.delivery, name, part.pk, *more)


def test_the_day_is_proposed_and_units_and_colleagues_can_be_chosen(kim, delivery, alex, unit):
    page = text(kim.get(at(delivery, "section_give")))
    for words in ("Medlen", "Arbetet", "Alex, förskolechef", "Lugnetskolan", 'value="20'):
        assert words in page
    assert "Kim, utredare" not in page.split("Vem ska skriva?")[-1]


@pytest.mark.parametrize(
    "wrong", [{"sections": []}, {"sections": ["x"]}, {"to": ""}, {"to": "b1"}, {"ready_by": "igår"}]
)
def test_a_form_filled_in_wrong_is_said_at_the_field_and_nothing_is_given(kim, delivery, alex, wrong):
    answer = kim.post(at(delivery, "section_give"), posted(alex) | wrong)
    assert answer.status_code == 422
    assert not SectionPart.objects.exists()


def test_the_same_form_twice_is_one(kim, delivery, alex, part):
    kim.post(at(delivery, "section_give"), posted(alex))
    assert SectionPart.objects.count() == 1


def test_a_day_that_has_been_is_refused_at_its_field(kim, delivery, alex):
    answer = kim.post(at(delivery, "section_give"), posted(alex, ready_by=str(today() - dt.timedelta(days=1))))
    assert answer.status_code == 422
    assert "Dagen har redan varit" in text(answer)


def test_whoever_got_it_meets_that_section_alone(alex, part):
    page = text(browser(alex).get(page_of(part)))
    for words in ("Vad har ni gjort?", "Skriv kort", "Fråga 4", "Besvaras bara om svaret på fråga 2"):
        assert words in page
    assert "Hur mycket användes" not in page
    assert "data-if" not in page.split('id="surplus"')[1].split(">")[0]  # the choice it hangs on is not on this page


def test_nothing_of_the_rest_leaks_and_nothing_else_is_saved(sweden, delivery, alex, part):
    sweden.answer(delivery.round, "falun", {"money": 100, "work": "Något"}, status="draft")
    page = browser(alex).get(page_of(part))
    seen = text(page).split('name="seen" value="')[1].split('"')[0]
    assert "work" in seen
    assert "money" not in seen
    saved = browser(alex).post(
        page_of(part, "section_save"), {"work": "Nytt", "money": "9", "seen": seen.replace("&quot;", '"')},
        headers={"X-Autosave": "1"},
    )  # fmt: skip
    assert set(json.loads(saved.content)) == {"work"}
    assert Answer.objects.get().values == {"money": 100, "work": "Nytt"}


@pytest.mark.parametrize("who", ["kim", "sam", "noa", "other_unit"])
def test_for_others_the_page_does_not_exist(sweden, part, unit, who):
    user = {
        "kim": sweden.contact, "sam": sweden.coordinator, "noa": sweden.secretary,
        "other_unit": lambda: sweden.contact("school"),
    }[who]()  # fmt: skip
    assert browser(user).get(page_of(part)).status_code == 404
    assert browser(user).post(page_of(part, "section_save"), {"work": "x"}).status_code == 404


def test_a_units_contact_writes_and_sees_nothing_else(sweden, kim, delivery, unit):
    kim.post(at(delivery, "section_give"), {"sections": ["s2"], "to": f"b{unit.pk}", "note": "", "ready_by": ""})
    part, school = SectionPart.objects.get(), browser(sweden.contact("school"))
    school.post(page_of(part, "section_save"), {"work": "Läxhjälp", "seen": "{}", "do": "done"})
    assert Answer.objects.get().values == {"work": "Läxhjälp"}
    assert school.get(at(delivery)).status_code == 404
    assert school.get(at(delivery, "delivery_review")).status_code == 404
    page = text(kim.get(at(delivery)))
    for words in ("Ett avsnitt är fördelat, och klart.", "Lugnetskolan", "Läxhjälp"):
        assert words in page


def test_an_ended_mandate_stops_working_that_day(alex, part):
    Mandate.objects.filter(person=alex.person).update(valid_to=today())
    assert browser(alex).get(page_of(part)).status_code == 404


def test_not_done_is_warned_about_and_never_stops_the_body(kim, delivery, part):
    kim.post(at(delivery, "delivery_save"), {"money": "5", "more": "no", "seen": "{}"})
    page = text(kim.get(at(delivery, "delivery_review")))
    assert "Ett fördelat avsnitt är inte klart:" in page
    assert "Skicka svar" in page


def test_done_is_read_only_and_opened_again_in_one_step(alex, part):
    me = browser(alex)
    me.post(page_of(part, "section_save"), {"work": "Klart nu", "seen": "{}", "do": "done"})
    page = text(me.get(page_of(part)))
    assert "Klart nu" in page
    assert "<textarea" not in page
    assert me.post(page_of(part, "section_save"), {"work": "x", "seen": "{}"}).status_code == 409
    me.post(page_of(part, "section_save"), {"do": "again"})
    assert "<textarea" in text(me.get(page_of(part)))


def test_taken_back_while_one_writes_is_said_and_shows_nothing_more(kim, delivery, alex, part):
    me = browser(alex)
    me.post(page_of(part, "section_save"), {"work": "Hemligt utkast", "seen": "{}"})
    kim.post(at(delivery, "section_back"), {"part": part.pk})
    refused = me.post(page_of(part, "section_save"), {"work": "mer", "seen": "{}"})
    assert (refused.status_code, "återtaget" in text(refused)) == (409, True)
    page = text(me.get(page_of(part)))
    assert "återtaget" in page
    assert "Hemligt" not in page
    assert Answer.objects.get().values == {"work": "Hemligt utkast"}


@pytest.mark.parametrize("wanted", ["", "x", "99999999"])
def test_taking_back_what_is_not_there(kim, delivery, wanted):
    assert kim.post(at(delivery, "section_back"), {"part": wanted}).status_code == 404


def test_a_question_both_have_changed_is_told_to_the_second(kim, delivery, alex, part):
    kim.post(at(delivery, "delivery_save"), {"work": "Kims ord", "seen": "{}"})
    answer = browser(alex).post(page_of(part, "section_save"), {"work": "Alex ord", "seen": "{}"})
    assert answer.status_code == 422
    assert "Kims ord" in text(answer)
    assert Answer.objects.get().values == {"work": "Kims ord"}


def test_a_file_belongs_to_the_section_and_is_fetched_there(kim, delivery, alex, part):
    me = browser(alex)
    upload = SimpleUploadedFile("plan.csv", b"a;b\n1;2\n", "text/csv")
    me.post(page_of(part, "section_save"), {"paper": upload, "seen": "{}"})
    named = Answer.objects.get().values["paper"]["id"]
    assert me.get(page_of(part, "section_file", named)).status_code == 200
    assert me.get(page_of(part, "section_file", "00000000-0000-0000-0000-000000000000")).status_code == 404


@pytest.mark.parametrize("number", [1, 2])
def test_as_many_queries_however_many_sections_are_out(kim, delivery, alex, number, django_assert_num_queries):
    kim.post(at(delivery, "section_give"), posted(alex, *["s1", "s2"][:number]))
    kim.get(at(delivery, "section_give"))
    with django_assert_num_queries(11):
        kim.get(at(delivery, "section_give"))


def test_given_written_on_a_phone_seen_and_sent(page_for, sweden, delivery, alex, axe):
    """The whole story: the contact gives a section to a colleague, who writes at 320 px; the contact sees and sends."""
    contact = page_for(sweden.contact())
    contact.goto(at(delivery))
    contact.get_by_role("link", name="Fördela avsnitt").click()
    axe(contact)
    contact.get_by_label("Arbetet").check()
    contact.get_by_label("Vem ska skriva?").select_option(label="Alex, förskolechef")
    contact.get_by_role("button", name="Fördela").click()
    expect(contact.get_by_role("heading", name="Ett avsnitt är fördelat.")).to_be_visible()
    writer = page_for(alex)
    writer.set_viewport_size({"width": 320, "height": 800})
    writer.goto(page_of(SectionPart.objects.get()))
    axe(writer)
    assert writer.evaluate("document.documentElement.scrollWidth") <= 320
    writer.get_by_label("Vad har ni gjort?").fill("Startat läxhjälp.")
    expect(writer.locator("[data-saved]")).to_have_text(re.compile("Sparat kl"))
    writer.get_by_role("button", name="Klart", exact=True).click()
    expect(writer.get_by_role("button", name="Öppna igen")).to_be_visible()
    axe(writer)
    contact.reload()
    expect(contact.get_by_role("heading", name="Ett avsnitt är fördelat, och klart.")).to_be_visible()
    expect(contact.get_by_label("Vad har ni gjort?")).to_have_value("Startat läxhjälp.")
    axe(contact)
    contact.get_by_label("Hur mycket användes till barn och unga?").fill("5")
    contact.get_by_role("button", name="Granska och skicka").click()
    contact.get_by_role("button", name="Skicka svar").click()
    expect(contact.get_by_role("article", name=re.compile("Kvittens"))).to_be_visible()
    writer.reload()
    expect(writer.get_by_text("Svaret är skickat, och avsnittet går inte att ändra.")).to_be_visible()
