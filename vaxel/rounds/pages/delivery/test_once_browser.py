"""Ask once, in a browser: answer a round, get the next with the same questions, accept last year's answers by keyboard,
send, and read on the first answer's page where it was used. Told with and without JavaScript.
"""

import pytest
from playwright.sync_api import expect

from vaxel.rounds.models import Answer, CarriedOver

MONEY, MORE, WHY = "Hur mycket användes till barn och unga?", "Ja", "Varför blev det över?"
LAST_YEAR = "Redovisning av 2025 års medel"


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
def scripts(request):
    return request.param


@pytest.fixture
def page(page_for, sweden, scripts):
    return page_for(sweden.contact(), java_script_enabled=scripts)


def test_what_has_been_said_once_is_accepted_by_keyboard(page, sweden, scripts, axe):
    look = axe if scripts else lambda _page: None
    first = given_last_years_answer(page, sweden)
    later = when_the_same_is_asked_again(page, sweden)
    look(page)
    if scripts:
        then_f2_takes_one_after_the_other(page)
    else:
        then_each_button_takes_one_and_goes_on(page)
    when_it_is_reviewed_and_sent(page, look)
    then_it_is_marked_as_carried_over(page, later)
    then_the_first_answer_says_where_it_was_used(page, sweden, first, look)


def given_last_years_answer(page, sweden):
    asked = sweden.round(title=LAST_YEAR)
    page.goto(address(sweden, asked))
    page.get_by_label(MONEY).fill("712 500")
    page.get_by_label(MORE, exact=True).check()
    page.get_by_label(WHY).fill("Sen start")
    press(page, "Granska och skicka")
    press(page, "Skicka svar")
    expect(page.get_by_role("heading", name="Så har ert svar använts")).to_be_visible()
    expect(page.get_by_text("Inte använt än.")).to_be_visible()
    return asked


def when_the_same_is_asked_again(page, sweden):
    later = sweden.round(title="Redovisning av 2026 års medel")
    page.goto(address(sweden, later))
    expect(page.get_by_role("button", name="Föreslå förra årets svar")).to_be_visible()
    expect(page.get_by_text(LAST_YEAR).first).to_be_visible()
    return later


def then_f2_takes_one_after_the_other(page):
    page.keyboard.press("F2")  # to the first question with something to offer
    expect(page.get_by_label(MONEY)).to_be_focused()
    page.keyboard.press("F2")
    expect(page.get_by_label(MONEY)).to_have_value("712\u00a0500")
    expect(page.get_by_label(MORE, exact=True)).to_be_focused()
    page.keyboard.press("F2")
    expect(page.get_by_label(MORE, exact=True)).to_be_checked()
    expect(page.get_by_label(WHY)).to_be_focused()
    page.keyboard.press("F2")
    expect(page.get_by_label(WHY)).to_have_value("Sen start")
    expect(page.get_by_text(f"Hämtat från: {LAST_YEAR}")).to_have_count(3)
    give_back = page.get_by_role("button", name=f"Ångra {WHY}")
    give_back.press("Enter")  # given back in one step, and taken again
    expect(page.get_by_label(WHY)).to_have_value("")
    expect(page.get_by_role("button", name=f"Använd {WHY}")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label(WHY)).to_have_value("Sen start")


def then_each_button_takes_one_and_goes_on(page):
    page.get_by_role("button", name=f"Använd {MONEY}").press("Enter")
    expect(page.get_by_label(MONEY)).to_have_value("712\u00a0500")
    page.get_by_role("button", name="Föreslå förra årets svar").press("Enter")
    expect(page.get_by_text("svar är hämtade från tidigare").first).to_be_visible()
    page.get_by_role("button", name="Ångra, ta bort dem").press("Enter")
    expect(page.get_by_label(MONEY)).to_have_value("")
    page.get_by_role("button", name="Föreslå förra årets svar").press("Enter")
    expect(page.get_by_label(WHY)).to_have_value("Sen start")


def when_it_is_reviewed_and_sent(page, look):
    press(page, "Granska och skicka")
    expect(page.get_by_text(f"Hämtat från: {LAST_YEAR}")).to_have_count(3)
    look(page)
    press(page, "Skicka svar")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ert svar är skickat.")
    look(page)


def then_it_is_marked_as_carried_over(page, later):
    expect(page.get_by_text(f"Hämtat från: {LAST_YEAR}")).to_have_count(3)
    answer = Answer.objects.get(delivery__round=later)
    assert answer.values == {"money": 71_250_000, "more": "yes", "why": "Sen start"}
    assert CarriedOver.objects.filter(answer=answer).count() == 3


def then_the_first_answer_says_where_it_was_used(page, sweden, first, look):
    page.goto(address(sweden, first))
    used = page.locator("#anvant")
    expect(used.get_by_role("link", name="Hämtat till ert svar på Redovisning av 2026 års medel")).to_be_visible()
    look(page)


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name).press("Enter")


def address(sweden, asked):
    return f"/forfragningar/{asked.pk}/{sweden.bodies['falun'].pk}/"
