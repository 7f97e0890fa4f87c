"""What is decided is open to anyone: the receipt recomputes, each line explains its own sum, and a draft is not there."""

import json
import tomllib

import pytest
from django.urls import reverse

from vaxel.funding.commands.agreements import new_version
from vaxel.funding.commands.deciding import confirm, prepare
from vaxel.funding.commands.streams import save_stream
from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.population_file import read_population
from vaxel.funding.domain.toml_terms import read_terms
from vaxel.funding.models import Agreement, Decision
from vaxel.funding.pages.receipt.page import recomputed
from vaxel.funding.tests.money import MKR, STREAMS, drafted, second

pytestmark = pytest.mark.django_db


def page_of(client, name, *args, **asked):
    answer = client.get(reverse(name, args=args), asked)
    assert answer.status_code == 200, answer
    return answer.content.decode().replace("\xa0", " ")


class TestReceipt:
    def test_it_says_what_was_decided_by_which_key_and_that_it_holds(self, agreement, browser):
        page = page_of(browser(None), "money_receipt", agreement.pk)
        assert "får tillsammans" in page
        assert "Folkmängd 1 november 2019" in page
        assert "Nämnaren är rikets folkmängd, 10 319 473 (SCB)." in page
        assert agreement.decision.sha256 in page
        assert "samma belopp på öret" in page

    def test_ones_own_line_explains_its_own_sum(self, agreement, browser):
        """S3: Orsa's two streams, to the öre, and the sum rounded once."""
        page = page_of(browser(None), "money_receipt", agreement.pk, q="orsa")
        assert "200 000 000 kr × 6 920 / 10 319 473 = 134 115,38 kr" in page
        assert "100 000 000 kr × 6 920 / 10 319 473 = 67 057,69 kr" in page
        assert "Orsa kommun får 201 173 kr." in page
        assert "Tillsammans 201 173,06 kr. Summan avrundas en gång, till 201 173 kr." in page

    def test_who_acts_for_a_receiver_sees_it_at_once(self, world, agreement, browser):
        assert "Mora kommun får 593 461 kr." in page_of(browser(world.mora), "money_receipt", agreement.pk)

    def test_several_are_offered(self, agreement, browser):
        page = page_of(browser(None), "money_receipt", agreement.pk, q="halland")
        assert "Hallands län" in page
        assert "Region Halland" in page
        assert "region%3A13" in page
        assert "Region Halland får" in page_of(browser(None), "money_receipt", agreement.pk, mottagare="region:13")
        assert "Ingen mottagare heter" in page_of(browser(None), "money_receipt", agreement.pk, q="Oslo")

    def test_a_receipt_that_is_tampered_with_says_so(self, agreement):
        kept = agreement.decision
        kept.outputs["payouts"][0]["payout_kr"] += 1
        assert len(recomputed(kept)) == 2

    def test_anyone_recomputes_it_from_the_files(self, agreement, browser):
        client = browser(None)

        def file(form):
            return client.get(reverse("money_receipt_file", args=[agreement.pk, form])).content.decode()

        whole, toml, people = json.loads(file("json")), file("toml"), file("csv")
        assert tomllib.loads(toml)["year"] == 2020
        again = allocate(read_terms(toml, "villkor.toml"), read_population(people, "folkmangd.csv"))
        assert [one.payout_ore for one in again.payouts] == [
            one["payout_kr"] * 100 for one in whole["outputs"]["payouts"]
        ]
        assert whole["sha256"] == agreement.decision.sha256
        assert client.get(reverse("money_receipt_file", args=[agreement.pk, "exe"])).status_code == 404

    def test_a_draft_has_none(self, draft, writer, browser):
        assert writer.get(reverse("money_receipt", args=[draft.pk])).status_code == 404
        assert browser(None).get(reverse("money_receipt", args=[draft.pk])).status_code == 302

    def test_a_later_version_tells_what_it_changed(self, world, agreement, browser):
        made = new_version(agreement, by=world.secretary)
        save_stream(made, by=world.secretary, stream=made.streams.get(key="suicidprevention"), pot_ore=100 * MKR)
        prepare(made, by=world.secretary)
        confirm(made, by=second(world))
        page = page_of(browser(None), "money_receipt", made.pk)
        assert "Ändrat mot den förra versionen" in page
        assert "−2 788 853 kr" in page, "half of Dalarnas suicide prevention is gone"
        assert "Orsa kommun</th>" not in page.split("Ändrat mot")[1], "who gets the same is not named"
        assert "En senare version gäller." in page_of(browser(None), "money_receipt", agreement.pk)


class TestAllocation:
    def test_receiver_by_receiver(self, agreement, browser):
        page = page_of(browser(None), "money_allocation", agreement.pk)
        assert "134 115,38" in page
        assert "201 173" in page
        assert "Dalarnas län" in page

    def test_it_is_filtered(self, agreement, browser):
        page = page_of(browser(None), "money_allocation", agreement.pk, lan="13").split('id="lista"')[1]
        assert "Laholms kommun" in page
        assert "Mora kommun" not in page
        page = page_of(browser(None), "money_allocation", agreement.pk, till="county", q="dalar")
        assert "5 577 707,31" in page
        assert "Ingen mottagare passar" in page_of(browser(None), "money_allocation", agreement.pk, q="x")

    def test_as_a_table(self, agreement, browser):
        url = reverse("money_allocation_export", args=[agreement.pk, "csv"])
        assert "134115,38" in browser(None).get(url).content.decode("utf-8-sig")
        assert browser(None).get(url.replace(".csv", ".exe")).status_code == 404

    def test_a_draft_that_cannot_be_reckoned_says_why(self, world, draft, writer):
        stream = draft.streams.get(key="brukarmedverkan")
        save_stream(draft, by=world.secretary, stream=stream, pot_ore=4 * MKR)
        assert "Fördelningen går inte att räkna ut än." in page_of(writer, "money_allocation", draft.pk)
        assert "Fördelningen går inte att räkna ut än." in page_of(writer, "money_decide", draft.pk)
        assert writer.get(reverse("money_allocation_export", args=[draft.pk, "csv"])).status_code == 404

    @pytest.mark.parametrize("streams", [1, 2])
    def test_it_asks_the_same_for_any_number_of_streams(self, world, writer, streams, django_assert_num_queries):
        draft = drafted(world, streams=STREAMS[:streams])
        url = reverse("money_allocation", args=[draft.pk])
        writer.get(url)
        with django_assert_num_queries(18):
            writer.get(url)


class TestDeciding:
    def test_two_persons_and_what_is_frozen_is_said_first(self, draft, writer, colleague):
        url = reverse("money_decide", args=[draft.pk])
        assert "Det här fryses" in writer.get(url).content.decode()
        assert writer.post(url, {"act": "prepare", "revision": draft.revision}).status_code == 302
        own = writer.get(url).content.decode()
        assert "Ni lämnade den själv" in own
        assert 'value="confirm"' not in own
        assert writer.post(url, {"act": "confirm"}).status_code == 409
        assert 'value="confirm"' in colleague.get(url).content.decode()
        answer = colleague.post(url, {"act": "confirm"})
        assert answer["Location"] == reverse("money_receipt", args=[draft.pk])

    def test_a_second_click_leads_to_the_receipt(self, draft, writer, colleague):
        url = reverse("money_decide", args=[draft.pk])
        writer.post(url, {"act": "prepare"})
        for _twice in range(2):
            assert colleague.post(url, {"act": "confirm"})["Location"] == reverse("money_receipt", args=[draft.pk])
        assert Decision.objects.count() == 1

    def test_what_was_read_is_what_is_put_up(self, world, draft, writer):
        url = reverse("money_decide", args=[draft.pk])
        save_stream(draft, by=world.secretary, stream=draft.streams.first(), purpose="Annat")
        answer = writer.post(url, {"act": "prepare", "revision": draft.revision})
        assert answer.status_code == 409
        assert "har ändrats sedan" in answer.content.decode()

    def test_it_is_sent_back(self, draft, writer, colleague):
        url = reverse("money_decide", args=[draft.pk])
        writer.post(url, {"act": "prepare"})
        assert colleague.post(url, {"act": "send_back"}).status_code == 302
        assert Agreement.objects.get().state == "draft"
        assert colleague.post(url, {"act": "confirm"}).status_code == 409
        assert colleague.post(url, {"act": "x"}).status_code == 400

    def test_a_new_version_begins_with_a_post(self, agreement, writer):
        answer = writer.post(reverse("money_version", args=[agreement.pk]))
        made = Agreement.objects.get(replaces=agreement)
        assert answer["Location"] == reverse("money_agreement", args=[made.pk])
        assert "Utkast till en ny version" in page_of(writer, "money_agreement", made.pk)


@pytest.mark.parametrize("place", ["inbox", "start"])
def test_a_prepared_agreement_waits_for_the_colleague(draft, writer, colleague, place):
    writer.post(reverse("money_decide", args=[draft.pk]), {"act": "prepare"})
    assert "Överenskommelse om medel: Psykisk hälsa 2020" in colleague.get(reverse(place)).content.decode()
    assert "Överenskommelse om medel" not in writer.get(reverse(place)).content.decode()


class TestOldTable:
    def test_the_published_rows_were_rounded_once(self, browser):
        rows = "Orsa\t134 115,38\t67 057,69\t201 173\nMora\t395 640,36\t197 820,18\t593 461"
        page = browser(None).post(reverse("money_old_table"), {"rows": rows}).content.decode()
        assert "Tabellen är avrundad en gång, på radens exakta summa" in page

    def test_what_cannot_be_read_says_where(self, browser):
        answer = browser(None).post(reverse("money_old_table"), {"rows": "Orsa\t1"})
        assert answer.status_code == 422
        assert "Rad 1" in answer.content.decode()
