"""What if: changed terms beside the agreement's own, put into the draft in one step, and out again."""

import datetime as dt

import pytest
from django.urls import reverse

from vaxel.funding.commands.scenarios import create_scenario, edit_scenario, use_scenario
from vaxel.funding.models import Scenario
from vaxel.funding.queries.projecting import projection_of
from vaxel.funding.queries.sharing import sharing_of
from vaxel.funding.queries.terms import terms_of
from vaxel.funding.tests.money import COUNTED_ON, MKR
from vaxel.network.models import Population
from vaxel.ui.refusal import Refusal

pytestmark = pytest.mark.django_db


def page_of(client, name, *args, **asked):
    return client.get(reverse(name, args=args), asked).content.decode().replace("\xa0", " ")


@pytest.fixture
def more(world, draft):
    """Suicide prevention: 300 Mkr in place of 200."""
    made = create_scenario(draft, "300 Mkr", by=world.secretary)
    return edit_scenario(
        made, by=world.secretary, name=made.name, changes={"streams": {"suicidprevention": {"pot_ore": 300 * MKR}}}
    )


def test_a_scenario_is_begun_changed_and_taken_away(world, draft, writer):
    url = reverse("money_scenarios", args=[draft.pk])
    assert "Vad händer om något ändras?" in page_of(writer, "money_scenarios", draft.pk)
    answer = writer.post(url, {"name": "Mer"})
    made = Scenario.objects.get()
    one = reverse("money_scenario", args=[draft.pk, made.pk])
    assert answer["Location"] == one
    assert writer.post(url, {"name": "Mer"}).status_code == 422, "one name, one scenario"
    page = writer.get(one)
    assert "ger alla lika mycket som förut" in page.content.decode()
    said = {name: field.value() or "" for name, field in ((f.html_name, f) for f in page.context["form"])}
    said = {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in said.items()}
    assert writer.post(one, said | {"pot-suicidprevention": "300 Mkr"}).status_code == 302
    made.refresh_from_db()
    assert made.changes == {"streams": {"suicidprevention": {"pot_ore": 300 * MKR}}}
    assert writer.post(one, said | {"pot-suicidprevention": "x"}).status_code == 422
    assert writer.post(one, said | {"pot-brukarmedverkan": "9 Mkr"}).status_code == 422, "the amounts do not sum to it"
    assert writer.post(one, {"drop": "1"})["Location"] == url
    assert not Scenario.objects.exists()


def test_it_is_told_who_gets_more(draft, more, writer):
    page = page_of(writer, "money_scenario", draft.pk, more.pk, till="county")
    assert "300 Mkr: 3 får mer och" in page
    assert "+2 788 854 kr" in page or "+2 788 853 kr" in page
    assert "Sida vid sida" in page_of(writer, "money_scenarios", draft.pk)


def test_its_terms_become_the_drafts_and_go_back(world, draft, more, writer):
    before = terms_of(draft)
    assert writer.post(reverse("money_scenario", args=[draft.pk, more.pk]), {"use": "1"}).status_code == 302
    draft.refresh_from_db()
    assert draft.streams.get(key="suicidprevention").pot_ore == 300 * MKR
    back = Scenario.objects.get()
    assert back.name == "Före ”300 Mkr”"
    use_scenario(back, by=world.secretary)
    draft.refresh_from_db()
    assert terms_of(draft) == before


def test_entered_amounts_are_found_again_on_the_way_back(world, draft):
    before = terms_of(draft)
    by_people = {"allocation": "population", "reference_date": "2019-11-01"}
    made = create_scenario(draft, "Lika", by=world.secretary)
    edit_scenario(made, by=world.secretary, name="Lika", changes={"streams": {"brukarmedverkan": by_people}})
    back = use_scenario(made, by=world.secretary)
    assert draft.streams.get(key="brukarmedverkan").allocation == "population"
    use_scenario(back, by=world.secretary)
    draft.refresh_from_db()
    assert terms_of(draft) == before


def test_terms_that_do_not_hold_are_refused(world, draft, more):
    with pytest.raises(Refusal):
        edit_scenario(more, by=world.secretary, name="x", changes={"streams": {"brukarmedverkan": {"pot_ore": 1}}})
    with pytest.raises(Refusal):
        edit_scenario(more, by=world.actor(world.falun), name="x", changes={})


def test_a_decided_agreement_is_compared_with_but_not_changed(world, agreement, writer):
    made = create_scenario(agreement, "Lika", by=world.secretary)
    edit_scenario(
        made, by=world.secretary, name="Lika", changes={"streams": {"suicidprevention": {"pot_ore": 100 * MKR}}}
    )
    page = page_of(writer, "money_scenario", agreement.pk, made.pk, till="county")
    assert "Jämfört med det beslutade." in page
    assert "Ta villkoren i bruk" not in page
    with pytest.raises(Refusal, match="beslutad"):
        use_scenario(made, by=world.secretary)


class TestNextYear:
    @pytest.fixture
    def years(self, world, draft):
        """Six year-ends in which everyone grows by one in a hundred of what was counted in 2019."""
        for row in list(Population.objects.filter(reference_date=COUNTED_ON)):
            for year in range(2013, 2019):
                Population.objects.create(
                    body=row.body, kind=row.kind, reference_date=dt.date(year, 12, 31), source="S1",
                    people=row.people - (2019 - year) * (row.people // 100),
                )  # fmt: skip

    def test_it_is_marked_as_a_projection_with_its_method(self, draft, years, writer):
        page = page_of(writer, "money_projection", draft.pk, potten="3")
        assert "Framskrivning till 2021: 827,09 Mkr, 3 procent mer." in page
        assert "vid årsskiftena 2013–2018, fram till 31 december 2020" in page
        assert "Ingenting här är beslutat" in page

    def test_a_steady_growth_has_no_spread(self, draft, years, writer):
        found = projection_of(draft, sharing_of(draft), 0)
        orsa = next(one for one in found.lines if one.name == "Orsa kommun")
        assert (orsa.people, orsa.projected.people) == (6920 - 69, 6920 + 69)
        assert orsa.projected.low == orsa.projected.high == 6920 + 69

    def test_too_few_years_are_not_guessed_from(self, draft, writer):
        assert "för få års folkmängd" in page_of(writer, "money_projection", draft.pk)

    def test_counties_as_well(self, draft, years, writer):
        assert "Dalarnas län" in page_of(writer, "money_projection", draft.pk, till="county", potten="-2,5")
