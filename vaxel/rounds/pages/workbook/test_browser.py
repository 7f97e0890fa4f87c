"""The workbook's whole round: fetched in the browser, filled in, saved by real LibreOffice, previewed, taken in, sent."""

import re

import pytest
from playwright.sync_api import expect

from vaxel.rounds.models import Answer, Receipt
from vaxel.rounds.tests.spreadsheet import resave, type_in

pytestmark = pytest.mark.libreoffice


@pytest.fixture
def delivery(sweden):
    return sweden.delivery(sweden.round(), "falun")


def test_fetched_filled_saved_by_libreoffice_and_taken_in(page_for, sweden, delivery, axe, tmp_path):
    page = page_for(sweden.contact())
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"/forfragningar/{delivery.round_id}/{delivery.body_id}/")
    page.get_by_role("link", name="Svara i en arbetsbok").click()
    axe(page)
    with page.expect_download() as fetching:
        page.get_by_role("link", name="Hämta arbetsboken").click()
    fetched = tmp_path / "hamtad.xlsx"
    fetching.value.save_as(fetched)
    filled = tmp_path / "ifylld.xlsx"
    filled.write_bytes(resave(type_in(fetched.read_bytes(), E4="=700000+12500", E5="Kanske", E6="Sen start"), tmp_path))
    page.get_by_label("Den ifyllda arbetsboken").set_input_files(filled)
    page.get_by_role("button", name="Granska filen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Två svar tas in i utkastet.")
    for words in ("712 500 kr", "Kanske", "inget av alternativen", "Sen start"):
        expect(page.get_by_role("main")).to_contain_text(words)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    axe(page)
    assert not Answer.objects.exists()
    page.get_by_role("button", name="Ta in i utkastet").click()
    expect(page.get_by_text("Inget har skickats.")).to_be_visible()
    expect(page.get_by_label("Hur mycket användes till barn och unga?")).to_have_value(re.compile(r"712\s500"))
    assert Answer.objects.get().values == {"money": 71_250_000, "why": "Sen start"}
    assert not Receipt.objects.filter(step="answered").exists()
