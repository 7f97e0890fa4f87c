"""An agreement written on its pages: begun, its streams, days, conditions and amounts, and two who write at once."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from vaxel.funding.commands.agreements import edit_agreement
from vaxel.funding.domain.chain import Link
from vaxel.funding.models import Agreement, Stream
from vaxel.funding.pages.amounts.page import seen_of
from vaxel.funding.tests.money import decided, drafted

pytestmark = pytest.mark.django_db


def said(**more):
    return {
        "name": "Psykisk hälsa 2021", "year": "2021", "rounding": "nearest", "level": "direct", "unit_ore": "100",
        "revision": "0", **more,
    }  # fmt: skip


def test_an_agreement_is_begun_and_changed(world, writer):
    mandates = dict.fromkeys(("orderer", "payer", "assessor"), world.secretariat.pk)
    answer = writer.post(reverse("money_new"), said(parties="Nationella sekretariatet\nSverige", **mandates))
    made = Agreement.objects.get()
    assert answer["Location"] == reverse("money_agreement", args=[made.pk])
    assert {one.body_id for one in made.parties.all()} == {world.secretariat.pk, world.nation.pk}
    page = writer.get(answer["Location"]).content.decode()
    assert "2021 års överenskommelse har inga inriktningar än." in page
    edit = reverse("money_edit", args=[made.pk])
    assert writer.post(edit, said(name="Nyare")).status_code == 302
    assert writer.post(edit, said(name="Sist")).status_code == 409, "a colleague was first"
    assert writer.post(reverse("money_new"), {}).status_code == 422
    assert "finns inte i nätverket" in writer.post(reverse("money_new"), said(parties="Ingenstans")).content.decode()


def test_a_stream_takes_its_pot_as_people_write_it(world, draft, writer):
    url = reverse("money_stream_new", args=[draft.pk])
    fields = {"title": "Unga", "pot_ore": "1,5 Mkr", "receivers": "county", "allocation": "population"}
    assert "vilken dags folkmängd" in writer.post(url, fields).content.decode()
    assert writer.post(url, fields | {"reference_date": "2019-11-01"}).status_code == 302
    made = Stream.objects.get(title="Unga")
    assert (made.pot_ore, made.reference_date) == (150_000_000, dt.date(2019, 11, 1))
    one = reverse("money_stream", args=[draft.pk, made.pk])
    assert "Unga" in writer.get(one).content.decode()
    assert writer.post(one, fields | {"reference_date": "2019-11-01", "pot_ore": "många"}).status_code == 422
    assert writer.post(one, {"drop": "1"}).status_code == 302
    assert not Stream.objects.filter(title="Unga").exists()


def test_anothers_stream_is_not_opened_by_number(world, draft, writer):
    other = drafted(world, year=2021, counted=False)
    stranger = other.streams.first().pk
    assert writer.get(reverse("money_stream", args=[draft.pk, stranger])).status_code == 404
    assert writer.get(reverse("money_amounts", args=[draft.pk, stranger])).status_code == 404


class TestAmounts:
    @pytest.fixture
    def url(self, draft):
        return reverse("money_amounts", args=[draft.pk, draft.streams.get(key="brukarmedverkan").pk])

    def test_every_row_is_judged_before_anything_is_written(self, world, draft, writer, url):
        stream = draft.streams.get(key="brukarmedverkan")
        before = list(stream.amounts.values_list("amount_ore", flat=True))
        page = writer.post(
            url, {"rows": "20\tDalarnas län\t1 Mkr\nNorge\t5\n13\tHalland\tmånga", "act": "look"}
        ).content.decode()
        assert "Ingen mottagare har den koden eller det namnet: 1" in page
        assert "Går inte att läsa som ett belopp: 1" in page
        assert "2\xa0000\xa0000\xa0kr kvar av potten" in page
        assert 'value="save"' not in page
        assert list(stream.amounts.values_list("amount_ore", flat=True)) == before

    def test_what_was_seen_is_what_is_written(self, world, draft, writer, url):
        rows = "20\tDalarnas län\t2 Mkr\n13\tHallands län\t999 999,50\n09\tGotlands län\t0,50"
        assert "precis som potten" in writer.post(url, {"rows": rows, "act": "look"}).content.decode()
        changed = writer.post(url, {"rows": rows + " ", "act": "save", "seen": seen_of(rows)})
        assert changed.status_code == 200, "changed since it was looked at: looked at once more"
        assert (
            writer.post(url, {"rows": rows.replace("\n", "\r\n"), "act": "save", "seen": seen_of(rows)}).status_code
            == 302
        )
        stream = draft.streams.get(key="brukarmedverkan")
        assert stream.amounts.get(body=world.halland).amount_ore == 99_999_950
        assert "999 999,50" in writer.get(url).content.decode()

    def test_a_sheet_is_read_as_if_pasted(self, world, draft, writer, url):
        sheet = SimpleUploadedFile("belopp.csv", b"kod;namn;belopp\n20;Dalarna;3 Mkr\n")
        page = writer.post(url, {"file": sheet, "rows": "", "act": "look"}).content.decode()
        assert "precis som potten" in page
        assert "20\tDalarna\t3 Mkr" in page

    def test_the_total_follows_while_one_types(self, writer, url):
        answer = writer.post(url, {"rows": "20\t1 Mkr"}, headers={"HX-Request": "true"})
        assert answer.content.decode().strip().startswith('<div id="total"')


class TestDays:
    def test_a_day_off_is_said_and_the_next_working_day_offered(self, draft, writer):
        url = reverse("money_deadlines", args=[draft.pk])
        days = {"requisition": "2020-12-01", "body_report": "2021-01-31", "county_report": "2021-02-28"}
        assert writer.post(url, days)["Location"] == url
        page = writer.get(url).content.decode()
        assert "söndag 31 januari 2021 är ingen arbetsdag" in page.replace("Söndag", "söndag")
        assert "Ta måndag 1 februari 2021 i stället" in page
        assert writer.post(url, days | {"pick": "body_report:2021-02-01"}).status_code == 302
        assert draft.deadlines.get(link=Link.BODY_REPORT).day == dt.date(2021, 2, 1)

    def test_a_link_is_later_than_the_one_before(self, draft, writer):
        url = reverse("money_deadlines", args=[draft.pk])
        answer = writer.post(url, {"body_report": "2021-01-29", "county_report": "2021-01-29"})
        assert answer.status_code == 422
        assert "måste ligga efter" in answer.content.decode()


def test_a_condition_is_added_and_taken_away(draft, writer):
    url = reverse("money_conditions", args=[draft.pk])
    share = {"kind": "municipal_share", "text": "Minst 30 procent till arbete med kommunerna"}
    assert writer.post(url, share).status_code == 422
    assert writer.post(url, share | {"least_percent": "30"}).status_code == 302
    made = draft.conditions.get()
    assert "30 %" in writer.get(reverse("money_agreement", args=[draft.pk])).content.decode()
    assert writer.post(url, {"drop": "x"}).status_code == 404
    assert writer.post(url, {"drop": made.pk}).status_code == 302
    assert not draft.conditions.exists()


def test_a_document_goes_with_it(draft, writer, browser):
    url = reverse("money_documents", args=[draft.pk])
    assert writer.post(url, {"documents": SimpleUploadedFile("avtal.txt", b"Vi ger.")}).status_code == 302
    page = writer.get(reverse("money_agreement", args=[draft.pk])).content.decode()
    address = next(part for part in page.split('"') if "/dokument/" in part and not part.endswith("/dokument/"))
    assert (
        writer.get(address).getvalue() if writer.get(address).streaming else writer.get(address).content == b"Vi ger."
    )
    assert browser(None).get(address).status_code == 302
    assert writer.get(reverse("money_document", args=[draft.pk, draft.public_id])).status_code == 404


def test_what_is_decided_is_not_edited(agreement, writer):
    for name in ("money_edit", "money_deadlines", "money_conditions", "money_stream_new"):
        answer = writer.get(reverse(name, args=[agreement.pk]))
        assert answer["Location"] == reverse("money_agreement", args=[agreement.pk])
    assert writer.post(reverse("money_delete", args=[agreement.pk])).status_code == 409


def test_a_draft_is_thrown_away(draft, writer):
    assert writer.post(reverse("money_delete", args=[draft.pk]))["Location"] == reverse("money")
    assert not Agreement.objects.exists()


def test_a_draft_is_for_those_it_names(world, draft, browser, writer):
    url = reverse("money_agreement", args=[draft.pk])
    assert browser(world.falun).get(url).status_code == 404
    assert browser(None).get(url).status_code == 302
    assert draft.name not in browser(None).get(reverse("money")).content.decode()
    edit_agreement(draft, by=world.secretary, revision=draft.revision, payer_id=world.falun.pk)
    assert browser(world.falun).get(url).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_for_any_number(world, browser, number, django_assert_num_queries):
    for year in range(number):
        decided(world, year=2020 + year)
    client = browser(None)
    client.get(reverse("money"))
    with django_assert_num_queries(7):
        page = client.get(reverse("money")).content.decode()
    assert f"{2019 + number} års överenskommelse fördelar 803\xa0Mkr i fem inriktningar till" in page


def test_nothing_yet_teaches(browser, writer):
    assert "Inga medel är fördelade än." in browser(None).get(reverse("money")).content.decode()
    assert "Ny överenskommelse" in writer.get(reverse("money")).content.decode()
