"""Earlier answers by plain posts: offered, accepted one or all, given back in one step, marked for whoever reads."""

import pytest
from django.urls import reverse

from vaxel.network.domain.kinds import Role
from vaxel.rounds.models import Answer, CarriedOver
from vaxel.rounds.pages.delivery.test_page import browser, text
from vaxel.rounds.queries.offered import offered


@pytest.fixture
def last_year(sweden):
    asked = sweden.round(title="Redovisning av 2025 års medel")
    return sweden.answer(asked, "falun", {"money": 71_250_000, "more": "yes", "why": "Sen start"})


@pytest.fixture
def delivery(sweden, last_year):
    return sweden.delivery(sweden.round("falun", "mora"), "falun")


@pytest.fixture
def kim(sweden):
    return browser(sweden.contact())


def at(delivery, name="delivery"):
    return reverse(name, args=[delivery.round_id, delivery.body_id])


def save(client, delivery, **posted):
    return client.post(at(delivery, "delivery_save"), {"seen": "{}", **posted}, follow=True)


def values():
    return Answer.objects.order_by("-pk").first().values


def test_an_earlier_answer_is_offered_with_its_source(kim, delivery):
    page = text(kim.get(at(delivery)))
    assert "svarade ni 712\u00a0500\u00a0kr på samma fråga" in page
    assert "Redovisning av 2025 års medel" in page
    assert "Föreslå förra årets svar" in page


def test_all_are_accepted_at_once_and_given_back_in_one_step(kim, delivery):
    page = text(save(kim, delivery, again="all"))
    assert "Tre svar är hämtade från tidigare" in page
    assert values() == {"money": 71_250_000, "more": "yes", "why": "Sen start"}
    page = text(kim.post(at(delivery, "delivery_save"), {"seen": seen(page), **FIELDS, "undo": "all"}, follow=True))
    assert values() == {}
    assert "Föreslå förra årets svar" in page
    assert not CarriedOver.objects.exists()


FIELDS = {"money": "712 500", "more": "yes", "why": "Sen start"}


def seen(page):
    import html
    import re

    return html.unescape(re.search(r'name="seen" value="([^"]*)"', page)[1])


def test_what_the_body_has_written_itself_is_neither_filled_nor_given_back(kim, delivery):
    save(kim, delivery, money="5", again="all")
    assert values() == {"money": 500, "more": "yes", "why": "Sen start"}
    save(kim, delivery, undo="all", money="5", seen='{"money": "x"}')
    assert values() == {"money": 500}


def test_one_accepted_leads_on_to_the_next_question_with_an_offer(kim, delivery):
    answer = save(kim, delivery, again="money")
    assert answer.redirect_chain[-1][0].endswith("#more")
    assert values() == {"money": 71_250_000}
    assert "Hämtat från: Redovisning av 2025 års medel" in text(answer)


def test_a_script_says_what_it_filled_and_only_the_same_value_is_marked(kim, delivery):
    kim.post(
        at(delivery, "delivery_save"), {"seen": "{}", "money": "712 500", "why": "Annat", "carried": ["money", "why"]}
    )
    assert list(CarriedOver.objects.values_list("question_id", flat=True)) == ["money"]


def test_what_is_not_offered_cannot_be_accepted(kim, delivery):
    for name in ("hittepå", "money~x", "", "all "):
        assert save(kim, delivery, again=name, carried=name).status_code == 200
    assert not CarriedOver.objects.exists()


def test_a_figure_far_from_last_years_is_shown_beside_it_before_sending(kim, delivery):
    save(kim, delivery, money="1 425 000")
    words = "svarade ni 712\u00a0500\u00a0kr: nu 100 procent mer"
    assert words in text(kim.get(at(delivery)))
    assert words in text(kim.get(at(delivery, "delivery_review")))


def test_whoever_compiles_sees_what_was_carried_over_and_from_where(kim, delivery, sweden):
    save(kim, delivery, again="all")
    kim.post(at(delivery, "delivery_review"), {"key": "k1"})
    county = browser(sweden.person("dalarna", Role.COORDINATOR, "Lin"))
    page = text(county.get(at(delivery)))
    assert page.count("Hämtat från: Redovisning av 2025 års medel") == 3
    own = text(kim.get(at(delivery)))
    assert "Så har ert svar använts" in own
    assert "Ångra, ta bort dem" not in own


def test_the_old_answer_tells_that_it_was_used_again(kim, delivery, last_year):
    save(kim, delivery, again="all")
    kim.post(at(delivery, "delivery_review"), {"key": "k1"})
    page = text(kim.get(at(last_year.delivery)))
    assert page.count("Hämtat till ert svar på Redovisning av 2026 års medel") == 1


def test_a_compilation_says_how_many_answers_were_carried_over(kim, delivery, sweden):
    save(kim, delivery, again="all")
    kim.post(at(delivery, "delivery_review"), {"key": "k1"})
    page = text(browser(sweden.secretary()).get(reverse("compilation", args=[delivery.round_id])))
    assert page.count("1 svar är hämtat från en tidigare förfrågan") == 3


@pytest.fixture
def known():
    def provider(delivery):
        return {"money": (120_000, "beslutet den 3 mars 2026")}

    yield offered.register(provider)
    offered._providers.remove(provider)


def test_what_is_known_already_is_offered_before_what_was_said_last_year(kim, delivery, known):
    page = text(kim.get(at(delivery)))
    assert "Känt sedan tidigare: 1\u00a0200\u00a0kr." in page
    assert "beslutet den 3 mars 2026" in page
    assert "Fyll i det som redan är känt" in page
    save(kim, delivery, again="money")
    assert values() == {"money": 120_000}
    assert not CarriedOver.objects.exists()
    page = text(kim.get(at(delivery)))
    assert "Stämmer" not in page
    save(kim, delivery, seen=seen(page), money="5 000")
    assert "1\u00a0200\u00a0kr är känt sedan tidigare (beslutet den 3 mars 2026). Stämmer ändringen?" in text(
        kim.get(at(delivery))
    )


DIVIDED = {
    "sections": [
        {"id": "s1", "title": "Alla", "questions": [{"id": "a", "type": "text", "label": "Vem?"}]},
        {
            "id": "s2",
            "title": "Kommun",
            "for_kinds": ["municipality"],
            "questions": [{"id": "b", "type": "text", "label": "Kommunens?"}],
        },
        {
            "id": "s3",
            "title": "Region",
            "for_kinds": ["region"],
            "questions": [{"id": "c", "type": "text", "label": "Regionens?"}],
        },
    ]
}


def test_a_body_meets_only_its_own_sections_and_progress_counts_them(sweden, kim):
    delivery = sweden.delivery(sweden.round("falun", content=DIVIDED), "falun")
    page = kim.get(at(delivery))
    assert "Kommunens?" in text(page)
    assert "Regionens?" not in text(page)
    assert "Fråga 2 av 2" in text(page)
    save(kim, delivery, a="Kim")
    assert "1 av 2 frågor har svar." in text(kim.get(at(delivery)))


def test_the_sender_previews_as_each_kind_of_receiver(sweden):
    noa = browser(sweden.secretary())
    round = sweden.round("falun", content=DIVIDED, state="draft", number=None, frame=None)
    address = reverse("round_preview", args=[round.pk])
    assert "Gäller regioner." in text(noa.get(address))
    page = text(noa.get(address + "?som=municipality"))
    assert "Kommunens?" in page
    assert "Regionens?" not in page
    assert noa.get(address + "?som=landsting").status_code == 200
