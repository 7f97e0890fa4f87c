"""The pages of the ledger: what each opens with, who sees what, and that each asks the same however much there is."""

import datetime as dt
import io

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn

from vaxel.accounts.models import User
from vaxel.calendar import clock
from vaxel.funding.commands.money import claim, use
from vaxel.funding.commands.pools import create_pool, propose_pool
from vaxel.funding.commands.proposals import write_proposal
from vaxel.funding.documents.proposal_docx import proposal_docx
from vaxel.funding.models import BudgetLine, LedgerEntry, PocketBalance, Pool, Proposal, RepaymentClaim
from vaxel.funding.queries.levels import by_county, by_level
from vaxel.funding.queries.proposals import proposal_of
from vaxel.funding.tests.agreed import PARTIES, county_agreement, signs
from vaxel.funding.tests.test_pools import coordinator, plan
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Person
from vaxel.ui.refusal import Refusal

pytestmark = pytest.mark.django_db
KR = "\xa0kr"


@pytest.fixture
def browser(world):
    """`browser(world.falun)`: the contact there; `browser(None)`: someone without a login."""

    def signed_in(body, role=Role.CONTACT):
        client = Client(headers={"accept-language": "sv"})
        if body is not None:
            person = Person.objects.get(public_id=world.actor(body, role).person_id)
            if person.user is None:
                person.user = User.objects.create_user(f"{person.pk}@exempel.example", "ett långt lösenord här")
                person.save()
            client.force_login(person.user)
        return client

    return signed_in


def text(client, name, *args, query=""):
    answer = client.get(reverse(name, args=args) + query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def spend(world, little, kronor=100):
    return use(world.falun, little.stream, 2020, kronor * 100, clock.today(), by=world.actor(world.falun))


def claimed(world, little, kronor=96):
    return claim(
        world.falun, little.stream, 2020, kronor * 100, by=world.secretary, reason="Inte använt i tid.",
        deadline=clock.today() + dt.timedelta(days=30), grace_days=14,
    )  # fmt: skip


# -- one's own -------------------------------------------------------------------------------------------------------


def test_the_body_reads_what_is_left_and_what_is_to_be_repaid(world, little, browser):
    spend(world, little)
    claimed(world, little)
    page = text(browser(world.falun), "own_money", world.falun.pk)
    assert f"Falu kommun har 500{KR} kvar av 2020 års medel." in page
    assert f"96{KR} ska betalas tillbaka senast" in page
    assert "Beviljat av Nationella sekretariatet" in page
    assert "Rätta" in page


@pytest.mark.parametrize("place", ["dalarna", "secretariat"])
def test_its_county_and_the_payer_see_the_same_without_entering(world, little, browser, place):
    spend(world, little)
    role = {"dalarna": Role.COORDINATOR, "secretariat": Role.SECRETARIAT}[place]
    page = text(browser(getattr(world, place), role), "own_money", world.falun.pk)
    assert f"har 500{KR} kvar" in page
    assert "Registrera använda medel" not in page
    assert "Rätta" not in page


@pytest.mark.parametrize("place", [None, "mora", "halland"])
def test_others_see_only_what_was_granted(world, little, browser, place):
    spend(world, little, 123)
    claimed(world, little)
    role = Role.COORDINATOR if place == "halland" else Role.CONTACT
    page = text(browser(place and getattr(world, place), role), "own_money", world.falun.pk)
    assert f"Falu kommun har beviljats 600{KR} av 2020 års medel." in page
    assert "123" not in page
    assert "Huvudbok" not in page
    assert "betalas tillbaka" not in page


def test_any_day_can_be_read(world, little, browser):
    spend(world, little)
    yesterday = (clock.today() - dt.timedelta(days=1)).isoformat()
    page = text(browser(world.falun), "own_money", world.falun.pk, query=f"?dag={yesterday}")
    assert f"har 600{KR} kvar" in page
    before = (clock.today() - dt.timedelta(days=400)).isoformat()
    assert "har inte fått några medel än" in text(browser(world.falun), "own_money", world.falun.pk, query=f"?dag={before}")  # fmt: skip


def test_who_has_had_nothing_reads_what_will_come(world, little, browser):
    assert "Inga medel än" in text(browser(world.laholm), "own_money", world.laholm.pk)


@pytest.mark.parametrize("number", [1, 3])
def test_ones_own_page_asks_the_same_for_any_number(world, little, browser, number, django_assert_num_queries):
    for _count in range(number):
        spend(world, little, 5)
        claimed(world, little, 1)
    client = browser(world.falun)
    client.get(reverse("own_money", args=[world.falun.pk]))
    with django_assert_num_queries(18):
        client.get(reverse("own_money", args=[world.falun.pk]))


def test_use_is_registered_and_corrected_from_the_page(world, little, browser):
    client = browser(world.falun)
    form = client.get(reverse("use_money", args=[world.falun.pk]))
    key = form.context["form"].initial["key"]
    said = {"pocket": f"{little.stream.pk}-2020", "ore": "12,50", "day": clock.today().isoformat(), "key": key}
    for _twice in range(2):
        answer = client.post(reverse("use_money", args=[world.falun.pk]), said)
        assert answer.status_code == 302
    entry = LedgerEntry.objects.get(kind="used")
    assert entry.ore == 12_50
    undo = reverse("undo_entry", args=[world.falun.pk, entry.pk])
    assert "Ta tillbaka 12,50" in client.get(undo).content.decode()
    client.post(undo, {"key": "a"})
    assert PocketBalance.objects.get(body=world.falun, year=2020).left == 600_00
    assert "<del>" in text(client, "own_money", world.falun.pk)


def test_what_is_wrong_is_said_at_the_field(world, little, browser):
    said = {"pocket": f"{little.stream.pk}-2020", "ore": "700", "day": clock.today().isoformat(), "key": "k"}
    answer = browser(world.falun).post(reverse("use_money", args=[world.falun.pk]), said)
    assert answer.status_code == 422
    assert "600\xa0kr är kvar av inriktningen" in answer.content.decode()
    assert not LedgerEntry.objects.filter(kind="used").exists()


def test_a_budget_is_written_and_warns_of_what_exceeds(world, little, browser):
    url = reverse("money_budget", args=[world.falun.pk, little.stream.pk, 2020])
    client = browser(world.falun)
    assert f"600{KR} är inte planerade än" in client.get(url).content.decode()
    said = {
        "form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-label": "Samordnare", "form-0-planned": "450",
        "form-1-label": "Utbildning", "form-1-planned": "200", "form-1-agreed": "180",
    }  # fmt: skip
    assert client.post(url, said).status_code == 302
    assert BudgetLine.objects.count() == 2
    assert f"Det planerade är 50{KR} mer än vad som finns." in client.get(url).content.decode()
    wrong = client.post(url, {**said, "form-1-label": ""})
    assert wrong.status_code == 422
    assert "Skriv vad raden är till för" in wrong.content.decode()
    assert "mer än vad som finns" in text(client, "own_money", world.falun.pk)


def test_a_year_is_carried_over_from_its_page(world, little, browser):
    url = reverse("carry_over", args=[world.falun.pk, little.stream.pk, 2020])
    client = browser(world.falun)
    assert f"För över 600{KR} till 2021?" in client.get(url).content.decode()
    client.post(url, {"key": "a"})
    client.post(url, {"key": "a"})
    assert PocketBalance.objects.get(body=world.falun, year=2021).left == 600_00
    assert "fört till 2021" in text(client, "own_money", world.falun.pk)
    assert client.get(reverse("carry_over", args=[world.falun.pk, little.region_stream.pk, 2020])).status_code == 404


# -- repayment -------------------------------------------------------------------------------------------------------


def test_the_assessor_claims_back_and_both_follow_it(world, little, browser):
    payer = browser(world.secretariat, Role.SECRETARIAT)
    assert "Inget är krävt tillbaka." in text(payer, "repayments", little.agreement.pk)
    said = {
        "pocket": f"{little.stream.pk}-2020", "ore": "96", "deadline": (clock.today() + dt.timedelta(days=9)).isoformat(),
        "grace_days": "14", "reason": "Inte använt i tid.", "key": "k",
    }  # fmt: skip
    answer = payer.post(reverse("claim_back", args=[little.agreement.pk, world.falun.pk]), said)
    made = RepaymentClaim.objects.get()
    assert answer["Location"] == reverse("repayment", args=[made.pk])
    page = text(browser(world.falun), "repayment", made.pk)
    assert f"Falu kommun ska betala tillbaka 96{KR} senast" in page
    assert "anstånd på 14 dagar" in page
    assert "Inte använt i tid." in page
    assert "Avskrivet: kravet ges upp" not in page
    paid = {"act": "repaid", "ore": "40", "day": clock.today().isoformat(), "key": "a"}
    assert browser(world.falun).post(reverse("repayment", args=[made.pk]), paid).status_code == 302
    assert "Ett återkrav på 56" in text(payer, "repayments", little.agreement.pk)
    assert browser(world.mora).get(reverse("repayment", args=[made.pk])).status_code == 404


def test_a_claim_that_is_late_says_for_how_long(world, little, browser, time_machine_to):
    made = claimed(world, little)
    with time_machine_to(days=45):
        page = text(browser(world.falun), "repayment", made.pk)
        assert "skulle ha betalat tillbaka" in page
        assert "försenat" in page
        assert "för 15 dagar sedan" in text(browser(world.falun), "own_money", world.falun.pk)


@pytest.fixture
def time_machine_to():
    import time_machine

    return lambda **more: time_machine.travel(clock.now() + dt.timedelta(**more))


# -- joint purposes --------------------------------------------------------------------------------------------------


@pytest.fixture
def proposed(world, little):
    county_agreement(world)
    by = coordinator(world)
    return propose_pool(create_pool(world.dalarna, plan(world, little), by=by), by=by)


def test_a_county_makes_a_pool_and_sees_the_parts_before_it_proposes(world, little, browser):
    county_agreement(world)
    client = browser(world.dalarna, Role.COORDINATOR)
    url = reverse("pool_new", args=[world.dalarna.pk])
    assert "Vad ska parterna betala tillsammans?" in client.get(url).content.decode()
    said = {
        "title": "Samordnare", "host": world.region_dalarna.pk, "year": 2020, "yearly": "1000", "percent": 75, "months": 6,
        "streams": [little.stream.pk, little.region_stream.pk], "key": "granted",
        "bodies": [getattr(world, party).pk for party in PARTIES],
    }  # fmt: skip
    assert client.post(url, said).status_code == 302
    pool = Pool.objects.get()
    page = text(client, "pool", pool.pk)
    assert f"Samordnare kostar 375{KR}. Så här blir de fyra delarna." in page
    assert f"375{KR} är 75 % av en tjänst i 6 månader" in page
    assert f"<b>150{KR}</b>" in page
    assert browser(world.falun).get(reverse("pool", args=[pool.pk])).status_code == 404, "a draft is the county's own"
    client.post(reverse("pool_act", args=[pool.pk]), {"act": "propose"})
    assert "Ingen av de fyra parterna har svarat än på Samordnare." in text(browser(world.falun), "pool", pool.pk)


def test_the_form_starts_from_a_shared_resource(world, little, browser):
    agreement = county_agreement(world)
    resource = agreement.resources.get()
    client = browser(world.dalarna, Role.COORDINATOR)
    assert f"resurs={resource.pk}" in text(client, "pools")
    form = client.get(reverse("pool_new", args=[world.dalarna.pk]) + f"?resurs={resource.pk}").context["form"]
    assert (form.initial["title"], form.initial["percent"]) == ("Samordnare", 75)


def test_each_party_answers_on_the_page_and_sees_who_has_not(world, little, browser, proposed):
    client = browser(world.falun)
    assert "En gemensam satsning väntar på ert svar" in text(client, "pools")
    assert f"Er del är 150{KR}. Går ni med?" in text(client, "pool", proposed.pk)
    answer = reverse("pool_answer", args=[proposed.pk])
    wrong = client.post(answer, {"answer": "declined"})
    assert wrong.status_code == 422
    assert "Skriv varför ni tackar nej" in wrong.content.decode()
    client.post(answer, {"answer": "agreed"})
    assert "En av fyra har gått med på Gemensam samordnare." in text(client, "pool", proposed.pk)
    assert "Mora kommun, Orsa kommun och Region Dalarna har inte svarat än." in text(client, "pool", proposed.pk)
    for actor in (browser(world.orsa), browser(world.varberg), browser(world.dalarna, Role.COORDINATOR)):
        assert actor.post(answer, {"answer": "agreed"}).status_code == 404


def test_when_all_have_agreed_the_money_has_moved(world, little, browser, proposed):
    for party in PARTIES:
        client = browser(getattr(world, party), signs(world, party).role)
        assert client.post(reverse("pool_answer", args=[proposed.pk]), {"answer": "agreed"}).status_code == 302
    assert "Alla parter har gått med på Gemensam samordnare." in text(client, "pool", proposed.pk)
    page = text(browser(world.falun), "own_money", world.falun.pk)
    assert "Till gemensam satsning hos Region Dalarna" in page
    assert "Till gemensam satsning från Falu kommun" in text(browser(world.region_dalarna), "own_money", world.region_dalarna.pk)  # fmt: skip
    refused = browser(world.dalarna, Role.COORDINATOR).post(reverse("pool_act", args=[proposed.pk]), {"act": "withdraw"})  # fmt: skip
    assert refused.status_code == 409


def test_what_is_left_to_a_party_is_shown_to_itself_and_the_county_alone(world, little, browser, proposed):
    spend(world, little)
    page = text(browser(world.mora), "pool", proposed.pk)
    assert f"450{KR}" not in page, "Falun's"
    assert f"450{KR}" in text(browser(world.falun), "pool", proposed.pk)
    assert f"450{KR}" in text(browser(world.dalarna, Role.COORDINATOR), "pool", proposed.pk)


def test_whoever_cannot_decide_is_told_who_answers(world, little, browser, proposed):
    page = text(browser(world.orsa), "pool", proposed.pk)
    assert "attestanten, om ni beslutar i två steg" in page
    assert "Gå med på vår del" not in page


# -- the proposal ----------------------------------------------------------------------------------------------------


def use_of(stream, **said):
    whole = {
        "purpose": "En samordnare på 75 procent.\n\nResten till mobila lösningar.", "group": "LAG Fortsatt arbete",
        "steering": "LPO psykisk hälsa", "decides": "Chefsnätverket", "reports": "Utvecklingsledaren",
    }  # fmt: skip
    return {stream.pk: whole | said}


def county_of(world):
    world.dalarna.name = "Dalarnas län"
    return world.dalarna


def test_a_proposal_is_written_and_says_what_is_missing(world, little, browser):
    url = reverse("proposal", args=[world.dalarna.pk, little.agreement.pk])
    client = browser(world.dalarna, Role.COORDINATOR)
    assert "Ingen av två inriktningar är färdigskrivna." in client.get(url).content.decode()
    edit = reverse("proposal_edit", args=[world.dalarna.pk, little.agreement.pk])
    said = {"revision": "0"}
    for stream in (little.stream, little.region_stream):
        said |= {f"s{stream.pk}-{name}": text for name, text in use_of(stream)[stream.pk].items()}
    assert client.post(edit, said).status_code == 302
    page = client.get(url).content.decode()
    assert "Förslaget för Dalarnas län är komplett och kan beslutas." in page
    assert "600,25" in page
    stale = client.post(edit, said)
    assert stale.status_code == 409
    assert "Någon annan har skrivit" in stale.content.decode()
    assert browser(world.falun).get(url).status_code == 200
    assert browser(world.falun).get(edit).status_code == 404
    assert browser(world.laholm).get(url).status_code == 404


def test_nobody_else_writes_it(world, little):
    for actor in (world.secretary, world.actor(world.falun), world.actor(world.halland, Role.COORDINATOR)):
        with pytest.raises(Refusal):
            write_proposal(world.dalarna, little.agreement, by=actor)
    assert not Proposal.objects.exists()


def test_the_document_is_laid_out_as_s3_with_headings_and_header_rows(world, little, browser):
    write_proposal(
        world.dalarna, little.agreement, by=coordinator(world), uses=use_of(little.stream), texts={"introduction": "Kort."}
    )  # fmt: skip
    document = Document(io.BytesIO(proposal_docx(proposal_of(county_of(world), little.agreement))))
    headings = [one.text for one in document.paragraphs if one.style.name.startswith(("Heading", "Title"))]
    assert headings[0] == "Förslag på användning av medel enligt Psykisk hälsa 2020"
    assert [one for one in headings if one[:1].isdigit()] == [
        "1. Belopp", "2. Krav på redovisning", "3. Inriktning enligt överenskommelsen", "4. Förslag på användning av medlen",
    ]  # fmt: skip
    amounts = document.tables[0]
    assert [cell.text for cell in amounts.rows[0].cells] == ["", little.stream.title, "Avrundat belopp"]
    assert [cell.text for cell in amounts.rows[1].cells] == ["Falu kommun", "600,25\xa0kr", "600\xa0kr"]
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    told = "\n".join(one.text for one in document.paragraphs)
    assert "Utkast. Det här fattas" in told
    assert "Utveckling i regionerna: inget är skrivet än." in told
    assert "inte rekvirerade än" in told
    assert document.core_properties.language == "sv-SE"


def test_the_document_is_fetched_by_those_in_the_county(world, little, browser):
    url = reverse("proposal_docx", args=[world.dalarna.pk, little.agreement.pk])
    answer = browser(world.falun).get(url)
    assert answer["Content-Disposition"].endswith('.docx"')
    assert Document(io.BytesIO(answer.content)).tables
    assert browser(world.laholm).get(url).status_code == 404


# -- the whole -------------------------------------------------------------------------------------------------------


def test_who_follows_the_money_reads_how_much_is_left_level_by_level(world, little, browser):
    spend(world, little, 250)
    page = text(browser(world.secretariat, Role.SECRETARIAT), "money_left")
    assert f"1\xa0250{KR} av 1\xa0500{KR} är kvar." in page
    assert "Regioner och kommuner" in page
    lines = {one.level: one for one in by_level([little.agreement.pk], clock.today())}
    assert lines["national"].total.came_in == lines["national"].total.went_on == 1500_00
    principal = lines["principal"]
    assert (principal.total.came_in, principal.total.used, principal.total.left) == (1500_00, 250_00, 1250_00)
    assert (principal.bodies, principal.with_left) == (4, 4)


def test_anyone_reads_a_figure_that_one_body_alone_has_not_moved(world, little, browser):
    """One day less another would else be what that body used."""
    before = text(browser(None), "money_left")
    spend(world, little, 250)
    assert f"1\xa0250{KR}" not in text(browser(None), "money_left")
    assert "är kvar" in before or "Inga medel är fördelade än." in before


def test_the_day_before_the_decision_nothing_had_come(world, little, browser):
    before = (clock.today() - dt.timedelta(days=400)).isoformat()
    assert "Inga medel är fördelade än." in text(browser(None), "money_left", query=f"?dag={before}")
    assert browser(None).get(reverse("money_left") + "?dag=igår").status_code == 400


def test_a_countys_money_is_its_bodies_together(world, little):
    spend(world, little, 250)
    found = by_county([little.agreement.pk])[world.dalarna.pk]
    assert (found.had, found.left, found.bodies) == (1500_00, 1250_00, 4)


def test_a_county_of_so_few_that_it_would_tell_is_not_shown(world, little):
    from vaxel.funding.pages.money_left.maps import counties
    from vaxel.funding.queries.levels import CountySum
    from vaxel.network.actor import NOBODY
    from vaxel.network.models import TilePlace

    places = [world.dalarna, world.halland, world.gotland_county]
    TilePlace.objects.bulk_create(
        TilePlace(layout="counties", body=body, row=0, column=column) for column, body in enumerate(places)
    )
    sums = {world.dalarna.pk: CountySum(9, 5, 16), world.halland.pk: CountySum(8, 2, 7), world.gotland_county.pk: CountySum(4, 1, 2)}  # fmt: skip
    assert {tile["state"] for tile in counties(sums, NOBODY, everything=False)} == {"hidden"}
    own = counties(sums, world.actor(world.dalarna, Role.COORDINATOR), everything=False)
    assert [tile["state"] for tile in own] == ["most", "hidden", "hidden"]
    assert [tile["state"] for tile in counties(sums, NOBODY, everything=True)] == ["most", "some", "some"]


def test_the_whole_asks_the_same_however_many(world, little, browser, django_assert_max_num_queries):
    client = browser(None)
    client.get(reverse("money_left"))
    with django_assert_max_num_queries(14) as before:
        client.get(reverse("money_left"))
    for body in (world.varberg, world.laholm):
        grant(little, body)
    with django_assert_max_num_queries(14) as after:
        client.get(reverse("money_left"))
    assert len(before) == len(after)


def grant(little, body):
    from vaxel.funding.commands.booking import Draft, book

    kind = {"day": clock.today(), "stream": little.stream.pk, "year": 2020}
    book([Draft("pot", 100, target=little.world.secretariat.pk, **kind)], by=little.world.secretary)
    granted = Draft("granted", 100, source=little.world.secretariat.pk, target=body.pk, **kind)
    book([granted], by=little.world.secretary)


def test_a_bodys_own_page_tells_of_its_money_to_each_what_it_may_see(world, little, browser):
    spend(world, little, 100)
    url = reverse("body", args=[world.falun.pk])
    assert f"600{KR} beviljat" in browser(None).get(url).content.decode()
    assert f"500{KR} kvar av 600{KR}" in browser(world.falun).get(url).content.decode()
    county = browser(world.dalarna, Role.COORDINATOR).get(reverse("body", args=[world.dalarna.pk])).content.decode()
    assert "Förslag till beslut: Psykisk hälsa 2020" in county
