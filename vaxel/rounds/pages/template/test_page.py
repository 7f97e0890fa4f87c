"""The builder, by plain posts: from an empty template to one that a round can use."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from vaxel.rounds.commands import templates as doing
from vaxel.rounds.domain.template import check, parse
from vaxel.rounds.models import Template
from vaxel.rounds.pages.delivery.test_page import browser, text


@pytest.fixture
def noa(sweden):
    return browser(sweden.secretary())


@pytest.fixture
def template(sweden):
    return doing.create_template(
        by=sweden.actor(sweden.secretary()), owner_id=sweden.bodies["secretariat"].pk, title="Enkät"
    )


def version(template):
    return template.versions.order_by("-number").first()


def questions(template):
    return list(parse(version(template).content))


def do(client, template, what, **fields):
    """Presses a button of the builder; follows to the page it leads to."""
    now = version(template)
    posted = {"revision": now.revision, "do": what, **fields}
    return client.post(reverse("template_write", args=[template.pk]), posted, follow=True)


def add(client, template, kind):
    section = version(template).content["sections"][0]["id"]
    do(client, template, f"add:{section}:{kind}")
    return questions(template)[-1].id


def write(client, template, question_id, what="", **fields):
    return do(
        client, template, what or f"save:{question_id}", open=question_id, **{f"e-{k}": v for k, v in fields.items()}
    )


def test_a_template_begins_with_its_name(noa):
    assert noa.post(reverse("templates"), {"title": " "}).status_code == 422
    answer = noa.post(reverse("templates"), {"title": "Enkät om samverkan"}, follow=True)
    assert "Lägg till frågor en i taget" in text(answer)
    assert "Enkät om samverkan" in text(noa.get(reverse("templates")))


def test_a_question_added_is_open_for_writing_and_then_seen_as_asked(noa, template):
    question = add(noa, template, "money")
    page = text(noa.get(reverse("template", args=[template.pk]) + f"?oppen={question}"))
    assert 'name="e-label"' in page
    assert 'name="e-unit"' not in page  # money has its unit
    page = text(write(noa, template, question, label="Hur mycket?", help="Hela året", required="on", min="0"))
    assert "Hur mycket?" in page
    assert 'name="e-label"' not in page
    found = questions(template)[0]
    assert (found.label, found.help, found.required, found.min) == ("Hur mycket?", "Hela året", True, "0")
    assert check(version(template).content) == []


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("text", {"max_length": "200"}),
        ("long_text", {}),
        ("number", {"unit": "platser", "decimals": "1", "min": "0", "max": "1 000"}),
        ("money", {}),
        ("date", {}),
        ("yes_no", {"options": "Ja\nNej"}),
        ("one", {"options": "Ja\nNej\nVet inte"}),
        ("many", {"options": "Skolan\nVården"}),
        ("scale", {"scale_min": "0", "scale_max": "10", "min_label": "inte alls", "max_label": "helt"}),
        (
            "table",
            {"rows": "2018\n2019", "columns-0-label": "Kronor", "columns-0-type": "money", "columns-1-label": "Vad"},
        ),
        ("file", {}),
        ("section_ref", {}),
    ],
)
def test_every_type_is_written_and_ready(noa, template, kind, fields):
    question = add(noa, template, kind)
    answer = write(noa, template, question, label="Fråga?", **fields)
    assert answer.status_code == 200
    assert check(version(template).content) == []
    assert "En fråga, färdig att använda" in text(answer)


def test_what_is_left_links_to_its_question(noa, template):
    question = add(noa, template, "one")
    page = text(noa.get(reverse("template", args=[template.pk])))
    assert "Kvar att göra" in page
    assert f'href="?oppen={question}#{question}"' in page
    assert "Fråga 1: Frågan har ingen text" in page


def test_a_condition_is_ticked_among_earlier_choices(noa, template):
    first, second = add(noa, template, "yes_no"), add(noa, template, "text")
    write(noa, template, first, label="Blev det över?", options="Ja\nNej")
    page = text(noa.get(reverse("template", args=[template.pk]) + f"?oppen={second}"))
    assert "1. Blev det över?" in page
    write(noa, template, second, label="Varför?", show_if=f"{first}|yes")
    found = questions(template)[1]
    assert (found.show_if.question, found.show_if.options) == (first, {"yes"})
    assert "Besvaras bara om svaret på fråga 1 är ”Ja”" in text(noa.get(reverse("template", args=[template.pk])))


def test_answers_of_two_questions_are_no_condition(noa, template):
    one, two, third = (add(noa, template, kind) for kind in ("yes_no", "yes_no", "text"))
    answer = write(noa, template, third, show_if=[f"{one}|yes", f"{two}|no"])
    assert answer.status_code == 422
    assert "en enda fråga" in text(answer)


def test_moved_copied_removed_and_undone(noa, template):
    first, second = add(noa, template, "text"), add(noa, template, "date")
    do(noa, template, f"up:{second}")
    assert [q.id for q in questions(template)] == [second, first]
    do(noa, template, f"copy:{first}")
    assert len(questions(template)) == 3
    page = text(do(noa, template, f"remove:{second}"))
    assert "Borttaget" in page
    assert second not in [q.id for q in questions(template)]
    do(noa, template, "undo")
    assert questions(template)[0].id == second


def test_another_button_saves_the_open_question_first(noa, template):
    first, second = add(noa, template, "text"), add(noa, template, "date")
    write(noa, template, first, what=f"up:{second}", label="Inte borttappad")
    assert [q.id for q in questions(template)] == [second, first]
    assert questions(template)[1].label == "Inte borttappad"


def test_sections(noa, template):
    add(noa, template, "text")
    do(noa, template, "section")
    section = version(template).content["sections"][1]["id"]
    write(noa, template, section, title="Arbetet", help="Gäller året")
    assert version(template).content["sections"][1]["title"] == "Arbetet"
    assert "Arbetet" in text(noa.get(reverse("template", args=[template.pk])))


def test_the_second_who_writes_is_told_and_keeps_the_words(noa, template):
    question = add(noa, template, "text")
    old = version(template).revision
    write(noa, template, question, label="Kollegans")
    answer = noa.post(
        reverse("template_write", args=[template.pk]),
        {"revision": old, "do": f"save:{question}", "open": question, "e-label": "Min text"},
    )
    assert answer.status_code == 409
    assert "Någon annan har ändrat mallen" in text(answer)
    assert "Min text" in text(answer)
    assert questions(template)[0].label == "Kollegans"


def test_a_question_someone_removed_is_a_sentence(noa, template):
    question = add(noa, template, "text")
    do(noa, template, f"remove:{question}")
    answer = do(noa, template, f"up:{question}")
    assert answer.status_code == 409
    assert "tagit bort den" in text(answer)


@pytest.mark.parametrize("what", ["", "explode", "add:s:poem", "add:x", "undo", "copy:x"])
def test_a_button_that_does_not_exist_is_refused_in_words(noa, template, what):
    answer = do(noa, template, what)
    assert answer.status_code in (400, 409)


def test_a_used_version_is_frozen_until_a_new_one(noa, sweden):
    template = sweden.template().template
    page = text(noa.get(reverse("template", args=[template.pk])))
    assert "ändras aldrig" in page
    assert "Ta bort" not in page
    first = questions(template)[0].id
    assert do(noa, template, f"remove:{first}").status_code == 409
    noa.post(reverse("template_manage", args=[template.pk]), {"act": "new_version"})
    page = text(noa.get(reverse("template", args=[template.pk])))
    assert "Versioner" in page
    do(noa, template, f"remove:{first}")
    assert len(questions(template)) == 2
    assert "Version 1" in text(noa.get(reverse("template", args=[template.pk]) + "?version=1"))


def test_named_copied_put_away_and_brought_back(noa, template):
    manage = reverse("template_manage", args=[template.pk])
    noa.post(manage, {"act": "rename", "title": "Ny enkät"})
    noa.post(reverse("template_copy", args=[template.pk]))
    assert sorted(Template.objects.values_list("title", flat=True)) == ["Ny enkät", "Ny enkät (kopia)"]
    noa.post(manage, {"act": "archive"})
    assert ">Ny enkät<" not in text(noa.get(reverse("templates")))
    assert ">Ny enkät<" in text(noa.get(reverse("templates") + "?arkiv=1"))
    noa.post(manage, {"act": "bring_back"})
    assert ">Ny enkät<" in text(noa.get(reverse("templates")))
    assert noa.post(manage, {"act": "explode"}).status_code == 400
    assert noa.post(manage, {"act": "rename", "title": ""}).status_code == 422


def test_it_is_tried_as_the_receiver_meets_it(noa, sweden):
    template = sweden.template(frozen=False).template
    page = text(noa.get(reverse("template", args=[template.pk]) + "?prova"))
    assert "inget sparas" in page
    assert 'data-if="more"' in page
    assert "Ta bort" not in page
    assert "disabled" not in page


def test_others_do_not_know_it_exists(sweden, template):
    sam = browser(sweden.coordinator())
    assert sam.get(reverse("template", args=[template.pk])).status_code == 404
    assert sam.post(reverse("template_write", args=[template.pk]), {"do": "section"}).status_code == 404
    assert browser(sweden.contact()).get(reverse("templates")).status_code == 404
    assert Client().get(reverse("templates")).status_code == 302


def test_who_reads_a_round_may_read_and_copy_its_questions(sweden):
    template = sweden.round().template_version.template
    sam = browser(sweden.coordinator())
    page = text(sam.get(reverse("template", args=[template.pk])))
    assert "Kopiera till er" in page
    assert sam.post(reverse("template_write", args=[template.pk]), {"do": "section"}).status_code == 404
    sam.post(reverse("template_copy", args=[template.pk]))
    assert Template.objects.filter(owner=sweden.bodies["dalarna"]).exists()


@pytest.mark.parametrize(("extension", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_the_questions_to_print(noa, sweden, extension, begins):
    template = sweden.template().template
    assert noa.get(reverse("template_file", args=[template.pk, extension])).content.startswith(begins)


def test_the_list_asks_the_database_equally_often(noa, sweden):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            assert noa.get(reverse("templates")).status_code == 200
        return len(seen)

    sweden.template()
    few = queries()
    for _number in range(3):
        sweden.template()
    assert queries() == few


def test_a_page_that_does_not_exist_is_a_sentence(noa):
    answer = noa.get(reverse("templates") + f"?sida={10**18}")
    assert answer.status_code == 404
    assert "finns inte" in text(answer)


def test_a_section_is_put_to_some_receivers_only(noa, template):
    section = version(template).content["sections"][0]["id"]
    page = do(noa, template, f"open:{section}")
    assert "Välj inget om avsnittet gäller alla mottagare" in text(page)
    page = write(noa, template, section, title="Medel", for_kinds=["municipality", "region"])
    assert "Gäller kommuner och regioner." in text(page)
    assert version(template).content["sections"][0]["for_kinds"] == ["municipality", "region"]
    write(noa, template, section, title="Medel")
    assert parse(version(template).content).sections[0].for_kinds == ()


def test_a_kind_that_is_none_is_refused(noa, template):
    section = version(template).content["sections"][0]["id"]
    assert write(noa, template, section, for_kinds=["landsting"]).status_code == 422
