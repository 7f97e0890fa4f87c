"""A template out of a sheet: every row's fate first, then the template, once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from vaxel.files.tests.specimens import xlsx
from vaxel.rounds.domain.template import check, parse
from vaxel.rounds.models import Template, TemplateVersion
from vaxel.rounds.pages.delivery.test_page import browser, text

HEADER = ("Avsnitt", "Fråga", "Typ", "Alternativ", "Obligatorisk", "Hjälptext", "Enhet")
GOOD = [
    HEADER,
    ("Medlen", "Hur mycket?", "Belopp", "", "ja", "Hela kronor.", ""),
    ("", "Till vem?", "flera val", "Barn; Unga", "nej", "", ""),
    ("Arbetet", "Hur många?", "tal", "", "x", "", "personer"),
    ("", "Blev något över?", "ja/nej", "", "", "", ""),
    ("", "Vilket?", "", "A; B", "", "", ""),
]


@pytest.fixture
def noa(sweden):
    return browser(sweden.secretary())


def sent(client, rows, title="Redovisning"):
    return client.post(
        reverse("template_sheet"), {"title": title, "file": SimpleUploadedFile("fragor.xlsx", xlsx(*rows))}
    )


def test_seen_first_and_then_made(noa):
    page = sent(noa, GOOD)
    assert "Fem frågor kommer med" in text(page)
    assert not Template.objects.exists()
    noa.post(reverse("template_sheet"), {"rows": page.context["rows"]})
    content = TemplateVersion.objects.get().content
    assert check(content) == []
    questions = parse(content)
    assert [section.title for section in questions.sections] == ["Medlen", "Arbetet"]
    assert [(q.type, q.required) for q in questions] == [
        ("money", True), ("many", False), ("number", True), ("one", False), ("one", False),
    ]  # fmt: skip
    assert [option.label for option in list(questions)[1].options] == ["Barn", "Unga"]
    assert list(questions)[2].unit == "personer"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("", "", "tal", "", "", "", ""), "Raden har ingen fråga"),
        (("", "hur mycket?", "tal", "", "", "", ""), "Samma fråga"),
        (("", "Ny?", "tabell", "", "", "", ""), "egna rader och kolumner"),
        (("", "Ny?", "karta", "", "", "", ""), "Typen ”karta” finns inte"),
        (("", "Ny?", "ett val", "Bara ett", "", "", ""), "minst två alternativ"),
        (("", "Ny?", "tal", "", "kanske", "", ""), "ja eller nej"),
    ],
)
def test_a_row_that_cannot_be_a_question_says_why_and_the_rest_come_along(noa, row, words):
    page = sent(noa, [*GOOD[:2], ("x", *row[1:]) if not row[1] else row])
    assert words in text(page)
    assert "En fråga kommer med" in text(page)


def test_a_sheet_without_questions_is_refused(noa):
    answer = sent(noa, [("Namn", "Svar"), ("a", "b")])
    assert answer.status_code == 422
    assert "ingen kolumn som heter Fråga" in text(answer)


def test_the_sample_itself_makes_a_finished_template(noa):
    sample = noa.get(reverse("template_sheet_sample")).content
    page = noa.post(reverse("template_sheet"), {"title": "Prov", "file": SimpleUploadedFile("prov.xlsx", sample)})
    assert not page.context["refused"]
    noa.post(reverse("template_sheet"), {"rows": page.context["rows"]})
    assert check(TemplateVersion.objects.get().content) == []


def test_what_was_not_previewed_is_not_made(noa):
    assert noa.post(reverse("template_sheet"), {"rows": "pahittat"}).status_code == 422
    assert not Template.objects.exists()
