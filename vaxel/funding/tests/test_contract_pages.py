"""The contracts' pages: what each opens with, who sees what, and that lists ask the same however long."""

import datetime as dt

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from vaxel.accounts.models import User
from vaxel.funding.commands.contract_drafting import draft_contracts
from vaxel.funding.commands.contract_signing import propose_contract
from vaxel.funding.documents.seal import UnreadablePdfError
from vaxel.funding.documents.seal_apart import seals_apart
from vaxel.funding.models import Contract, ContractSignature
from vaxel.funding.queries.contract_standing import standing
from vaxel.funding.tests.money_world import decided
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Person
from vaxel.rounds.tests.world import body as make_body
from vaxel.rounds.tests.world import make_world

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_april(settings, tmp_path):
    settings.DATA, settings.SEAL_KEY = tmp_path, ""
    with time_machine.travel(dt.datetime(2026, 4, 15, 9, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def stream(world):
    return decided(world, receivers=[world.south])


@pytest.fixture
def browser(world):
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


@pytest.fixture
def office(world, browser):
    return browser(world.secretariat, Role.SECRETARIAT)


@pytest.fixture
def contract(world, stream):
    (made,) = draft_contracts(stream, by=world.secretary)
    return made


@pytest.fixture
def proposed(world, contract):
    return propose_contract(contract, by=world.secretary)


def text(answer):
    return " ".join(answer.content.decode().replace("\u00a0", " ").replace("&nbsp;", " ").split())


def act(client, contract, what, **more):
    return client.post(reverse("contract_act", args=[contract.pk]), {"act": what, **more}, follow=True)


def test_drafting_is_one_button_for_all_receivers(world, office, browser):
    stream = decided(world)
    page = reverse("contracts", args=[stream.agreement_id])
    assert "Inga avtal är skrivna än." in text(office.get(page))
    assert "med 2 mottagare" in text(office.get(page))
    answer = office.post(reverse("contracts_draft", args=[stream.agreement_id]), {"stream": stream.pk}, follow=True)
    assert "Två avtal är skrivna." in text(answer)
    assert "Inget av två avtal" in text(answer)
    assert "skriv/" not in text(answer), "nothing more to draft"
    assert "Södra" not in text(browser(world.region_halland).get(page)), "a draft is not seen by its parties"


def test_the_contract_opens_with_who_has_signed(world, contract, office, browser):
    url = reverse("contract", args=[contract.pk])
    assert "Avtalet mellan Region Halland och Nationella sekretariatet är ett utkast." in text(office.get(url))
    assert browser(world.region_halland).get(url).status_code == 404
    act(office, contract, "propose")
    halland = browser(world.region_halland)
    assert "väntar på allas underskrifter" in text(halland.get(url))
    seen = standing(contract).version.sha256
    answer = act(halland, contract, "sign", seen=seen)
    assert "är undertecknat av en av två parter." in text(answer)
    answer = act(office, contract, "sign", seen=seen)
    assert "är undertecknat av alla parter och gäller till och med 31 december 2026." in text(answer)
    assert "är förseglat" in text(answer)
    assert "Person" in text(answer), "by whom"
    pdf = office.get(
        reverse("contract_file", args=[contract.pk, contract.versions.get().sealed.get().attachment.public_id])
    )
    assert pdf.content.startswith(b"%PDF")


def test_an_old_page_signs_nothing(world, proposed, browser):
    answer = act(browser(world.region_halland), proposed, "sign", seen="x")
    assert answer.status_code == 409
    assert "Ingenting är ändrat" in text(answer)
    assert not ContractSignature.objects.exists()


def test_sending_back_wants_a_reason_and_shows_it(world, proposed, browser, office):
    halland = browser(world.region_halland)
    answer = act(halland, proposed, "send_back", reason=" ")
    assert answer.status_code == 422
    assert "Skriv varför" in text(answer)
    act(halland, proposed, "send_back", reason="Fel belopp")
    assert "Fel belopp" in text(office.get(reverse("contract", args=[proposed.pk])))


def form_data(page):
    form = page.context["form"]
    return {field.html_name: field.value() or "" for field in form} | {
        name: page.context["form"].fields[name].prepare_value(form[name].value()) or ""
        for name in form.fields
        if hasattr(form.fields[name], "prepare_value")
    }


def test_editing_makes_a_version_and_shows_the_difference(contract, office):
    url = reverse("contract_edit", args=[contract.pk])
    data = form_data(office.get(url)) | {
        "total": "7 000 000",
        "title-new": "Tvist",
        "text-new": "Avgörs i {område}.",
        "why": "Mer pengar",
    }
    answer = office.post(url, data, follow=True)
    assert answer.redirect_chain, answer.context["form"].errors
    assert "7 000 000 kr till Södra" in text(answer)
    difference = text(office.get(reverse("contract_versions", args=[contract.pk])))
    assert "Två punkter skiljer lydelse 2 från lydelse 1." in difference
    assert "<del>6 000 000 kronor</del><ins>7 000 000 kronor</ins>" in difference
    assert "<ins>Tvist</ins>" in difference
    assert "Mer pengar" in difference
    assert office.get(reverse("contract_versions", args=[contract.pk]) + "?fran=9").status_code == 404


def test_a_slip_in_the_words_is_told_and_nothing_is_lost(contract, office):
    url = reverse("contract_edit", args=[contract.pk])
    answer = office.post(url, form_data(office.get(url)) | {"text-medel": "Vi får {summan}."})
    assert answer.status_code == 422
    assert "{summan}" in text(answer)
    assert "Vi får {summan}." in text(answer)
    assert contract.versions.count() == 1


def test_clearing_a_clause_takes_it_away(contract, office):
    url = reverse("contract_edit", args=[contract.pk])
    office.post(url, form_data(office.get(url)) | {"title-bakgrund": "", "text-bakgrund": ""})
    assert "bakgrund" not in [one.id for one in contract.versions.last().text.clauses]


def test_a_part_is_drafted_signed_and_counted(world, proposed, browser, office):
    halland = browser(world.region_halland)
    url = reverse("contract_part", args=[proposed.pk])
    assert "6 000 000 kr finns kvar att avtala om." in text(halland.get(url))
    assert office.get(url).status_code == 404, "the payer shares nothing out"
    too_much = halland.post(url, {"body": world.laholm.pk, "total": "7 Mkr", "to": "municipal"})
    assert too_much.status_code == 422
    answer = halland.post(url, {"body": world.laholm.pk, "total": "1,8 Mkr", "to": "municipal"}, follow=True)
    part = Contract.objects.get(parent=proposed)
    assert "1 800 000 kr till Laholms kommun" in text(answer)
    seen = standing(proposed).version.sha256
    for client in (halland, office):
        act(client, proposed, "sign", seen=seen)
    assert "0 % är avtalat med kommuner. Minst 30 % krävs, senast 31 oktober 2026." in text(
        office.get(reverse("contract", args=[proposed.pk]))
    )
    act(halland, part, "propose")
    for client in (halland, browser(world.laholm)):
        act(client, part, "sign", seen=standing(part).version.sha256)
    page = text(office.get(reverse("contracts", args=[proposed.agreement_id])))
    assert "Avtalet är undertecknat." in page
    assert "<mark>" not in page
    answer = halland.post(
        reverse("contract_account", args=[proposed.pk]),
        {"day": "2026-04-01", "used": "100 000", "municipal": "29 999", "text": "Lön"},
        follow=True,
    )
    assert "Bara 29,9 % av det som redovisats har gått till kommuner; minst 30 % krävs." in text(answer)


def test_a_paper_is_read_in(world, proposed, office):
    pdf = office.get(reverse("contract_paper", args=[proposed.pk])).content
    url = reverse("contract_copy", args=[proposed.pk])
    data = {
        "upload": SimpleUploadedFile("papper.pdf", pdf),
        "bodies": [world.region_halland.pk, world.secretariat.pk],
        "signed_on": "2026-04-01",
    }
    answer = office.post(url, data)
    assert answer.status_code == 422
    assert "intyga" in text(answer)
    data["upload"].seek(0)
    answer = office.post(url, data | {"same_text": "on"}, follow=True)
    assert "skrev under för hand 1 april 2026" in text(answer)


def test_it_is_ended_and_replaced_from_the_page(world, proposed, office, browser):
    seen = standing(proposed).version.sha256
    for client in (office, browser(world.region_halland)):
        act(client, proposed, "sign", seen=seen)
    assert act(office, proposed, "end", day="2026-04-01", reason="x").status_code == 422
    answer = act(office, proposed, "end", day="1 juni 2026", reason="Arbetet är klart")
    assert "Upphör 1 juni 2026" in text(answer)
    answer = act(office, proposed, "replace")
    assert f"Ersätter avtal {proposed.number}" in text(answer)


def test_anyone_checks_a_file(world, proposed, office, browser):
    seen = standing(proposed).version.sha256
    for client in (office, browser(world.region_halland)):
        act(client, proposed, "sign", seen=seen)
    kept = standing(proposed).version.sealed.get()
    pdf = bytes(kept.attachment.blob.content)
    anyone, url = browser(None), reverse("contract_verify")
    answer = anyone.post(url, {"upload": SimpleUploadedFile("a.pdf", pdf)})
    assert "Filen är oförändrad sedan den förseglades här." in text(answer)
    assert f"Avtal {proposed.number}, lydelse 1" in text(answer)
    changed = bytearray(pdf)
    changed[3000] ^= 1
    answer = text(anyone.post(url, {"upload": SimpleUploadedFile("a.pdf", bytes(changed))}))
    assert "Lita inte på den." in answer or "går inte att läsa" in answer
    refused = anyone.post(url, {"upload": SimpleUploadedFile("a.pdf", b"hej")})
    assert refused.status_code == 422
    assert "a.pdf heter .pdf men innehåller något annat." in text(refused)
    assert anyone.post(url, {}).status_code == 422
    for known in (kept.sha256, seen):
        assert f"avtal {proposed.number}, lydelse 1." in text(anyone.get(reverse("contract_known", args=[known])))
    assert anyone.get(reverse("contract_known", args=["0" * 64])).status_code == 404


def test_nobody_has_files_checked_without_end(world, browser):
    cache.clear()
    anyone, url = browser(None), reverse("contract_verify")
    statuses = [anyone.post(url, {"upload": SimpleUploadedFile("a.pdf", b"hej")}).status_code for _time in range(31)]
    assert (statuses[0], statuses[-1]) == (422, 429)
    cache.clear()


def test_a_pdf_made_to_hold_its_reader_is_let_go():
    """It says that two milliards of objects stand in no bytes at all."""
    endless = (
        b"%PDF-1.7\n1 0 obj <</Type/Catalog/ByteRange 1>> endobj\n5 0 obj <</Type/XRef/W [0 0 0]/Index [0 1999999999]"
        b"/Size 2000000000/Root 1 0 R/Length 0>>\nstream\n\nendstream endobj\nstartxref\n57\n%%EOF\n"
    )
    with pytest.raises(UnreadablePdfError):
        seals_apart(endless)


@pytest.mark.parametrize("number", [1, 3])
def test_the_lists_ask_the_same_for_any_number(world, office, number, django_assert_num_queries):
    more = [make_body(Kind.MUNICIPALITY, f"Kommun {n}", f"99{n:02}") for n in range(number)]
    stream = decided(world, receivers=more)
    for one in draft_contracts(stream, by=world.secretary):
        propose_contract(one, by=world.secretary)
    for url, queries in ((reverse("contracts", args=[stream.agreement_id]), 18), (reverse("contracts_own"), 13)):
        office.get(url)
        with django_assert_num_queries(queries):
            assert office.get(url).status_code == 200


def test_ones_own_list_begins_with_what_waits(world, proposed, browser):
    page = text(browser(world.region_halland).get(reverse("contracts_own")))
    assert "Ett avtal väntar på er underskrift." in page
    assert "Väntar på er" in page
    assert "Inget avtal väntar" in text(browser(world.laholm).get(reverse("contracts_own")))


def test_what_waits_for_a_signature_stands_on_the_first_page_until_it_is_signed(world, proposed, browser):
    halland = browser(world.region_halland)
    waits = f"Avtal {proposed.number}: regionala resurscentra"
    for page in ("start", "inbox"):
        assert waits in text(halland.get(reverse(page)))
        assert waits not in text(browser(world.region_halland, Role.CONTROLLER).get(reverse(page))), "does not sign"
        assert waits not in text(browser(world.laholm).get(reverse(page)))
    act(halland, proposed, "sign", seen=standing(proposed).version.sha256)
    assert waits not in text(halland.get(reverse("start")))
