"""The round's page: the same for the sender and every level, and names only where they may be known."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from vaxel.calendar.clock import now, today
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Body, Identity, Mandate
from vaxel.rounds.domain.kinds import RoundKind, RoundState, Route
from vaxel.rounds.domain.state import Flag, Outcome
from vaxel.rounds.models import Delivery, UnfoldedMark
from vaxel.rounds.queries import receivers
from vaxel.rounds.tests.browsing import browser, text_of


@pytest.fixture
def asked(sweden):
    return sweden.round(due=today() + dt.timedelta(days=3))


@pytest.fixture
def address(asked):
    return reverse("round", args=[asked.pk])


def says(sweden, round, key, state):
    delivery = sweden.delivery(round, key)
    Delivery.objects.filter(pk=delivery.pk).update(state=state, received_at=now(), answered_at=now())
    UnfoldedMark.objects.create(round_id=round.pk, position=delivery.position)


def test_the_sender_is_told_in_one_sentence_and_sees_the_names(sweden, asked, address):
    says(sweden, asked, "falun", Outcome.ANSWERED)
    page = text_of(browser(sweden.secretary()).get(address))
    assert "1 av 4 tillfrågade kommuner har svarat." in page
    assert "Tre har inte svarat än." in page
    assert "Mora kommun" in page
    assert "Påminn de tre" in page


def test_the_county_sees_its_own_part_with_names(sweden, asked, address):
    says(sweden, asked, "falun", Outcome.ANSWERED)
    page = text_of(browser(sweden.coordinator()).get(address))
    assert "1 av 3 tillfrågade kommuner i Dalarnas län har svarat." in page
    assert "Orsa kommun" in page
    assert "Solna" not in page
    assert "Påminn de två" in page


def test_all_of_a_page_shows_one_moment_and_the_next_page_a_new_one(sweden, asked, address):
    """Heading, ladder, lines and what is held back are reckoned from one reading of the states."""
    reader = browser(sweden.coordinator())
    for body, said in (("falun", "1 av 3"), ("mora", "2 av 3")):
        says(sweden, asked, body, Outcome.ANSWERED)
        with CaptureQueriesContext(connection) as seen:
            page = text_of(reader.get(address))
        assert f"{said} tillfrågade kommuner i Dalarnas län har svarat." in page
        assert len([one for one in seen if "rounds_unfoldedmark" in one["sql"]]) == 1


@pytest.mark.parametrize("known", [0, 50])
def test_who_is_missing_is_told_alike_however_it_is_counted(sweden, asked, address, monkeypatch, known):
    monkeypatch.setattr(receivers, "KNOWN", known)
    monkeypatch.setattr(receivers, "FIRST", 1)
    says(sweden, asked, "falun", Outcome.ANSWERED)
    Mandate.objects.create(body=sweden.bodies["mora"], role=Role.CONTACT)
    found = receivers.missing(asked, sweden.actor(sweden.coordinator()), sweden.bodies["dalarna"].pk, asks=True)
    assert (found.number, found.vacant) == (2, 1)
    assert [(one.name, one.vacant) for one in found.first] == [("Mora kommun", True)]


def test_a_neighbour_sees_counts_and_never_who(sweden, asked, address):
    says(sweden, asked, "falun", Outcome.ANSWERED)
    page = text_of(browser(sweden.contact("solna")).get(address))
    assert "1 av 4 tillfrågade kommuner har svarat." in page
    for name in ("Mora", "Orsa", "Falu"):
        assert name not in page
    part = text_of(browser(sweden.contact("solna")).get(address + f"?nod={sweden.bodies['dalarna'].pk}"))
    for name in ("Mora", "Orsa", "Falu"):
        assert name not in part


def test_where_few_were_asked_the_count_is_not_shown_to_outsiders(sweden, asked, address):
    """One municipality alone in its county: its county's count would be its name."""
    page = text_of(browser(sweden.contact("falun")).get(address))
    assert "visas inte" in page
    assert "visas inte" not in text_of(browser(sweden.secretary()).get(address))


def test_a_part_of_few_is_opened_by_the_sender_and_its_own_alone(sweden, asked, address):
    solna_alone = address + f"?nod={sweden.bodies['stockholm'].pk}"
    refused = browser(sweden.contact("falun")).get(solna_alone)
    assert refused.status_code == 404
    assert "peka ut någon" in text_of(refused)
    assert browser(sweden.contact("solna")).get(solna_alone).status_code == 200
    assert browser(sweden.secretary()).get(solna_alone).status_code == 200


@pytest.fixture
def with_more_counties(sweden):
    """Stockholm's one municipality is asked among Dalarna's three, Uppsala's four and Skåne's five."""
    for county, code, number in (("uppsala", "03", 4), ("skåne", "12", 5)):
        sweden.body(county, Kind.COUNTY, f"{county.capitalize()} län", code, "nation")
        for one in range(number):
            sweden.body(f"{county}{one}", Kind.MUNICIPALITY, f"{county}{one} kommun", f"{code}0{one}", county, "nation")
    keys = [f"{county}{one}" for county, number in (("uppsala", 4), ("skåne", 5)) for one in range(number)]
    return sweden.round("falun", "mora", "orsa", "solna", *keys, is_public=True)


def test_nobody_outside_reckons_a_hidden_county_as_the_total_less_the_others(sweden, with_more_counties):
    """Nor does one of the counties held back with it, who knows its own; nor the healthcare region's reader, who knows the
    region's own total: with Skåne shown, what lies outside the region would be Stockholm's.
    """
    address = reverse("round", args=[with_more_counties.pk])
    for reader, seen in ((Client(), set()), (browser(sweden.contact("falun")), {3})):
        page = text_of(reader.get(address))
        assert {number for number in (1, 3, 4, 5) if f"av {number}" in page.replace("av 13", "")} == seen


@pytest.mark.parametrize(
    ("county", "status"), [("stockholm", 404), ("dalarna", 404), ("uppsala", 404), ("skåne", 404), ("mellan", 404)]
)
def test_a_part_that_another_could_be_reckoned_from_is_no_more_open(sweden, with_more_counties, county, status):
    """Nor is the healthcare region that Dalarna lies in: it would be Dalarna's count once more."""
    node = {"nod": sweden.bodies[county].pk}
    address = reverse("round", args=[with_more_counties.pk])
    assert Client().get(address, node).status_code == status
    assert browser(sweden.secretary()).get(address, node).status_code == 200


def test_a_public_round_has_counts_for_anyone_and_no_names(sweden):
    public = sweden.round(is_public=True)
    page = text_of(Client().get(reverse("round", args=[public.pk])))
    assert "Ingen av 4 tillfrågade kommuner har svarat än." in page
    assert "Mora" not in page
    assert "Handläggaren" not in page


@pytest.mark.parametrize("node", ["0", "999999", "x", "1" * 19, "-1", "²"])
def test_a_level_that_is_not_in_the_round_is_a_sentence(sweden, address, node):
    response = browser(sweden.secretary()).get(address, {"nod": node})
    assert response.status_code == 404
    assert "Den nivån hör inte till förfrågan" in text_of(response)


def test_five_different_things_are_told_apart(sweden, asked, address):
    says(sweden, asked, "falun", Outcome.ANSWERED | Flag.COMPLETION_REQUESTED)
    says(sweden, asked, "mora", Outcome.NOTHING_TO_REPORT)
    says(sweden, asked, "orsa", Outcome.DECLINED)
    page = text_of(browser(sweden.secretary()).get(address))
    assert "2 av 4 tillfrågade kommuner har svarat." in page
    assert "En har inte svarat än. En avstod. Hos en är komplettering begärd." in page


def test_a_vacant_seat_is_said(sweden, asked, address):
    Mandate.objects.create(body=sweden.bodies["orsa"], person=None, role=Role.CONTACT)
    page = text_of(browser(sweden.secretary()).get(address))
    assert "hos en av dem är uppdraget vakant" in page


def test_gotland_asked_as_a_municipality_is_no_region_here(sweden):
    gotland = Body.objects.create(kind=Kind.MUNICIPALITY)
    for kind, code in ((Kind.MUNICIPALITY, "0980"), (Kind.REGION, "09")):
        Identity.objects.create(body=gotland, kind=kind, code=code, name="Region Gotland")
    sweden.bodies["gotland"] = gotland
    asked = sweden.round("gotland", "falun", audience={"kinds": ["municipality"]})
    from vaxel.network.domain.kinds import BIT

    both = (BIT[Kind.MUNICIPALITY] | BIT[Kind.REGION]).to_bytes(2, "little")
    asked.frame.kinds = both + BIT[Kind.MUNICIPALITY].to_bytes(2, "little")
    asked.frame.save()
    page = text_of(browser(sweden.secretary()).get(reverse("round", args=[asked.pk])))
    assert "Ingen av 2 tillfrågade kommuner har svarat än." in page


def test_what_waits_to_be_passed_on_is_the_countys_first_sentence(sweden):
    asked = sweden.round(route=Route.STEPWISE)
    Delivery.objects.filter(round=asked, body__in=[sweden.bodies[k].pk for k in ("falun", "mora", "orsa")]).update(
        waits_at=sweden.bodies["dalarna"]
    )
    page = text_of(browser(sweden.coordinator()).get(reverse("round", args=[asked.pk])))
    assert "Tre väntar på att ni skickar vidare." in page
    assert f'data-color="need" href="/forfragningar/{asked.pk}/skicka-vidare/' in page
    assert "/paminn/" not in page


@pytest.mark.parametrize(("who", "words"), [(["falun"], "den som ska"), (["falun", "mora"], "de två som ska")])
def test_where_only_completions_are_owed_they_can_be_reminded_of(sweden, asked, address, who, words):
    for key in ("falun", "mora", "orsa", "solna"):
        says(sweden, asked, key, Outcome.ANSWERED | (Flag.COMPLETION_REQUESTED if key in who else 0))
    for user in (sweden.secretary(), sweden.coordinator()):
        page = text_of(browser(user).get(address))
        assert f"Påminn {words} komplettera" in page
        assert reverse("round_remind", args=[asked.pk]) in page
    says(sweden, asked, "solna", Outcome.RECEIVED)
    assert f"Påminn de {'tre' if len(who) == 2 else 'två'}<" in text_of(browser(sweden.secretary()).get(address))


def test_at_most_one_thing_is_in_the_signal_colour_among_the_acts(sweden, asked, address):
    for user in (sweden.secretary(), sweden.coordinator(), sweden.contact()):
        acts = text_of(browser(user).get(address)).split('class="do"')[1].split("</div>")[0]
        assert acts.count('data-color="need"') <= 1


def test_far_from_the_day_nobody_is_pressed(sweden):
    calm = sweden.round(due=today() + dt.timedelta(days=40))
    page = text_of(browser(sweden.secretary()).get(reverse("round", args=[calm.pk])))
    acts = page.split('class="do"')[1].split("</div>")[0]
    assert "need" not in acts


def test_the_receiver_is_led_to_its_own_part(sweden, asked, address):
    acts = text_of(browser(sweden.contact()).get(address)).split('class="do"')[1].split("</div>")[0]
    assert "Svara" in acts
    assert reverse("delivery", args=[asked.pk, sweden.bodies["falun"].pk]) in acts


def test_nobody_answers_a_mailing(sweden):
    mailing = sweden.round(kind=RoundKind.MAILING, content=None)
    page = text_of(browser(sweden.secretary()).get(reverse("round", args=[mailing.pk])))
    assert "har bekräftat mottagandet än." in page
    assert "Sammanställ" not in page
    assert "Bekräfta senast" in page


def test_feedback_is_a_visible_debt_until_it_is_written(sweden, asked, address):
    page = text_of(browser(sweden.secretary()).get(address))
    assert "Vad gjorde ni med svaren?" in page
    assert "Vad gjorde ni med svaren?" not in text_of(browser(sweden.contact()).get(address))


@pytest.mark.parametrize("who", ["secretary", "coordinator", "contact"])
@pytest.mark.parametrize("choice", ["", "?karta=lan", "?som=idag"])
def test_as_many_queries_for_one_receiver_as_for_many(sweden, who, choice):
    small, client = sweden.round("falun", "solna"), browser(getattr(sweden, who)())
    for number in range(40):
        sweden.body(f"m{number}", Kind.MUNICIPALITY, f"Kommun{number}", f"9{number:03}", "dalarna", "mellan", "nation")
    large = sweden.round("falun", *(f"m{number}" for number in range(40)), "solna")
    assert queries(client, large, choice) == queries(client, small, choice)


def queries(client, round, choice):
    address = reverse("round", args=[round.pk]) + choice
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def test_a_recalled_round_asks_nothing_of_anyone(sweden):
    gone = sweden.round(state=RoundState.RECALLED)
    page = text_of(browser(sweden.secretary()).get(reverse("round", args=[gone.pk])))
    assert "Ingen behöver göra något." in page
    assert "/paminn/" not in page


def test_a_healthcare_region_sees_its_counties_and_reminds_nobody_by_name(sweden, asked, address):
    leader = sweden.person("mellan", Role.PROCESS_LEADER, "Lo")
    page = text_of(browser(leader).get(address))
    assert "tillfrågade kommuner i Sjukvårdsregion Mellansverige" in page
    assert "Dalarnas" in page
    assert "Mora" not in page
    assert "/paminn/" not in page


def test_the_line_of_levels_does_not_lead_where_one_may_not(sweden, asked, address):
    """Stockholm's one municipality could be reckoned from the healthcare region's count."""
    trail = text_of(browser(sweden.coordinator()).get(address)).split('class="trail"')[1].split("</ol>")[0]
    assert "Sjukvårdsregion" in trail
    assert f"?nod={sweden.bodies['mellan'].pk}" not in trail


def test_the_weeks_run_from_sending_and_hold_every_answer(sweden):
    sent = now() - dt.timedelta(weeks=3)
    asked = sweden.round(sent_at=sent)
    for key, weeks in (("falun", 0), ("mora", 2), ("orsa", 2)):
        answered = {"state": Outcome.ANSWERED, "answered_at": sent + dt.timedelta(weeks=weeks)}
        Delivery.objects.filter(round=asked, body=sweden.bodies[key]).update(**answered)
    from vaxel.rounds.pages.round.place import Place
    from vaxel.rounds.pages.round.weekly import weekly

    columns = weekly(asked, Place(None, "", "", is_own=True, as_sender=True), asks=True)
    assert [column["value"] for column in columns] == [1, 0, 2, 0]


def test_the_line_of_levels_leads_to_the_same_round_seen_from_above(sweden):
    address = reverse("round", args=[sweden.round("falun", "mora", "orsa").pk])
    page = text_of(browser(sweden.coordinator()).get(address))
    trail = page.split('class="trail"')[1].split("</ol>")[0]
    assert f'href="{address}?nod=alla"' in trail
    assert f'href="{address}?nod={sweden.bodies["mellan"].pk}"' in trail
    assert 'aria-current="true"' in trail
