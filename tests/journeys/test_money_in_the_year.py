"""The agreements of the documents, as the example year holds them: their figures, and that they are marked."""

from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from vaxel.funding.checks import checks
from vaxel.funding.models import Agreement, Condition, Grant, LedgerEntry, PocketBalance
from vaxel.network.domain.kinds import Kind
from vaxel.site.example.journey import body
from vaxel.site.example.money_plans import AGREEMENTS, TAKEN_UP

KRONA = 100


def test_the_documents_money(year):
    each_is_decided_and_says_that_it_is_an_example()
    resource_centres_get_six_million_each_and_a_third_goes_to_municipalities()
    dalarnas_suicide_prevention_is_as_published()
    all_but_two_took_up_2019()
    past_years_are_used_and_the_latest_is_left()
    the_cost_plan_is_read_both_ways()
    every_krona_is_where_the_ledger_says()


def each_is_decided_and_says_that_it_is_an_example():
    listed = strip_tags(Client().get(reverse("money")).content.decode())
    for plan in AGREEMENTS:
        made = Agreement.objects.get(name=plan.name)
        assert (made.state, made.year) == ("decided", plan.year)
        assert plan.name in listed
        assert "Ett exempel." in strip_tags(Client().get(reverse("money_agreement", args=[made.pk])).content.decode())


def resource_centres_get_six_million_each_and_a_third_goes_to_municipalities():
    grants = Grant.objects.filter(stream__agreement__name="Regionala resurscentra 2017 (exempel)")
    assert list(grants.values_list("share_ore", flat=True)) == [6_000_000 * KRONA] * 6
    assert Condition.objects.get(kind="municipal_share").least_percent == 30


def dalarnas_suicide_prevention_is_as_published():
    """S3: 5 577 707,31 kr."""
    dalarna = Grant.objects.get(stream__key="suicidprevention", body=body(Kind.COUNTY, "20"))
    assert dalarna.share_ore == 557_770_731


def all_but_two_took_up_2019():
    said = LedgerEntry.objects.filter(stream__agreement__name=TAKEN_UP)
    counted = [
        said.filter(stream__key=key, kind=kind).count()
        for key in ("kommuner", "regioner")
        for kind in ("requisitioned", "declined")
    ]
    assert counted == [288, 2, 21, 0]


def past_years_are_used_and_the_latest_is_left():
    falun = PocketBalance.objects.filter(body=body(Kind.MUNICIPALITY, "2080"))
    assert {row.year for row in falun if row.left} == {2020}


def the_cost_plan_is_read_both_ways():
    text = Agreement.objects.get(name__startswith="Kostnadsplan").text
    assert "**44**" in text
    assert "**39**" in text


def every_krona_is_where_the_ledger_says():
    assert [name for name, ok, _said in checks() if not ok] == []
