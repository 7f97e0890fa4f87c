"""The questions as Word or pdf, to those who read the round."""

import pytest
from django.urls import reverse

from vaxel.rounds.pages.delivery.test_page import browser


@pytest.mark.parametrize(("extension", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_to_those_who_read_the_round(sweden, extension, begins):
    asked = sweden.round("falun", title="Åre & Örebro")
    answer = browser(sweden.contact()).get(reverse("questions_file", args=[asked.pk, extension]))
    assert answer.content.startswith(begins)
    assert "filename" in answer["Content-Disposition"]
    assert (
        browser(sweden.contact("solna")).get(reverse("questions_file", args=[asked.pk, extension])).status_code == 404
    )


@pytest.mark.parametrize("extension", ["exe", "html"])
def test_no_other_format(sweden, extension):
    asked = sweden.round("falun")
    assert browser(sweden.contact()).get(reverse("questions_file", args=[asked.pk, extension])).status_code == 404


def test_a_mailing_has_none(sweden):
    asked = sweden.round("falun", content=None)
    assert browser(sweden.contact()).get(reverse("questions_file", args=[asked.pk, "pdf"])).status_code == 404
