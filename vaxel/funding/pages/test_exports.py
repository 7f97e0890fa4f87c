"""Money out of Växel: open data for anyone, the ledger and its vouchers for the body itself."""

import csv
import io
import json

import pytest
from django.urls import reverse

from vaxel.calendar import clock
from vaxel.funding import facts
from vaxel.funding.documents.tests.sie_reader import read
from vaxel.funding.models import Grant
from vaxel.network.actor import SYSTEM

ACCOUNTS = "?fordran=1510&intakt=3511&kostnad=4510&projekt=5012"


@pytest.fixture
def requisitioned(world, agreement):
    for grant in Grant.objects.filter(body=world.mora).select_related("stream", "body"):
        said = {"amount_ore": grant.share_ore, "source": grant, "by": SYSTEM, "received_at": clock.now()}
        facts.requisitioned.send(Grant, body=grant.body, stream=grant.stream, **said)
    return agreement


def test_open_data_for_anyone_and_of_nothing_that_is_not_decided(world, agreement, draft, browser):
    anyone = browser(None)
    read_all = json.loads(anyone.get(reverse("money_giving_all", args=["json"])).content)["grants"]
    mora = next(one for one in read_all if one["recipientOrganization"][0]["name"] == "Mora kommun")
    assert mora["amountAwarded"] == 593_461  # S3
    assert mora["url"].endswith(reverse("money_receipt", args=[agreement.pk]))
    one = anyone.get(reverse("money_giving", args=[agreement.pk, "csv"])).content.decode()
    assert len(list(csv.DictReader(io.StringIO(one)))) == len(read_all)
    assert browser(world.mora).get(reverse("money_giving", args=[draft.pk, "csv"])).status_code == 404
    assert anyone.get(reverse("money_giving", args=[agreement.pk, "exe"])).status_code == 404


def test_the_allocation_as_a_table_with_every_difference_and_the_digest(agreement, browser):
    table = (
        browser(None).get(reverse("money_allocation_export", args=[agreement.pk, "csv"])).content.decode("utf-8-sig")
    )
    rows = list(csv.reader(io.StringIO(table), delimiter=";"))
    assert ["municipality", "2062", "Mora kommun", "395640,36", "197820,18"] in [one[:5] for one in rows]
    assert any(one[0] == "skillnad" for one in rows)
    assert rows[-1][2] == f"SHA-256 {agreement.decision.sha256}"


def test_the_ledger_is_for_the_body_and_its_county(world, requisitioned, browser):
    url = reverse("money_ledger_file", args=[world.mora.pk, "csv"])
    assert browser(world.laholm).get(url).status_code == 404
    rows = list(csv.reader(io.StringIO(browser(world.mora).get(url).content.decode("utf-8-sig")), delimiter=";"))
    assert next(one[6] for one in rows if one[2] == "Utvecklingsinsatser utifrån handlingsplaner") == "395640,36"
    assert len(rows) > 3


def test_vouchers_balance_and_are_read_back_with_their_letters(world, requisitioned, browser):
    page, file = (
        reverse(name, args=[world.mora.pk, requisitioned.pk]) for name in ("money_posting", "money_posting_file")
    )
    own = browser(world.mora)
    assert "Två verifikationer att bokföra hos er." in own.get(page).content.decode()
    assert "Hämta SIE-filen" not in own.get(page + "?fordran=femton&intakt=3511&kostnad=4510").content.decode()
    assert "Hämta SIE-filen" in own.get(page + ACCOUNTS).content.decode()
    assert own.get(file).status_code == 302
    found = read(own.get(file + ACCOUNTS).content)
    assert found.head["#FNAMN"] == ["Mora kommun"]
    assert found.projects == {"5012": requisitioned.name}
    assert (
        sum(ore for *_rest, rows in found.vouchers for account, ore, *_more in rows if account == "1510") == 593_461_00
    )
    assert {text for *_rest, text, _rows in found.vouchers} == {
        "Utvecklingsinsatser utifrån handlingsplaner",
        "Kunskapsbaserad hälso- och sjukvård och socialtjänst",
    }
    assert browser(world.laholm).get(page).status_code == 404


def test_before_anything_has_moved_the_page_says_so(world, agreement, browser):
    page = browser(world.mora).get(reverse("money_posting", args=[world.mora.pk, agreement.pk])).content.decode()
    assert "Det finns inget att bokföra än." in page
