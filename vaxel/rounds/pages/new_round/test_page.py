"""A draft by plain posts: half-written saves, wrong writing is said, nothing leaves before it has been confirmed."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from vaxel.calendar.clock import today
from vaxel.calendar.domain.days import is_working_day
from vaxel.network.domain.kinds import Kind, Role
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import Round
from vaxel.rounds.pages.new_round.what import What
from vaxel.rounds.tests.browsing import browser, text_of
from vaxel.ui.refusal import Refusal

NEW = "/forfragningar/ny/"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"


@pytest.fixture
def noa(sweden):
    return browser(sweden.secretary())


def written(**changes):
    whole = {
        "kind": "mailing",
        "title": "Nytt program",
        "text": "Läs det här.",
        "levels": ["municipality"],
        "route": "direct",
        "due": (today() + dt.timedelta(days=10)).isoformat(),
        "act": "save",
    }
    return {key: value for key, value in (whole | changes).items() if value is not None}


def test_a_half_written_draft_is_saved_and_nothing_is_sent(noa):
    response = noa.post(NEW, {"kind": "survey", "title": "Elevhälsa", "route": "direct", "act": "save"})
    draft = Round.objects.get()
    assert response["Location"] == reverse("round_edit", args=[draft.pk])
    assert (draft.state, draft.due, draft.audience) == (RoundState.DRAFT, None, {})
    assert "Elevhälsa" in text_of(noa.get(response["Location"]))


def test_the_kinds_are_said_in_the_readers_language():
    with override("en"):
        assert [name for _kind, name in What().fields["kind"].choices][:2] == ["Report", "Survey"]
    with override("sv"):
        assert [name for _kind, name in What().fields["kind"].choices][:2] == ["Redovisning", "Enkät"]


def test_what_is_lacking_is_said_with_a_link_and_the_rest_is_kept(noa):
    response = noa.post(NEW, written(title=""))
    assert response.status_code == 422
    assert 'href="#f-title"' in text_of(response)
    assert "Läs det här." in text_of(response)
    assert not Round.objects.exists()


def test_an_unknown_name_is_named_and_nothing_is_saved(noa):
    response = noa.post(NEW, written(listed="Orsa, Grönköping\n2062"))
    assert response.status_code == 422
    assert "”Grönköping” finns inte i nätverket i dag" in text_of(response)
    assert "Orsa, Grönköping" in text_of(response)
    assert not Round.objects.exists()


def test_the_live_count_says_what_is_wrong_in_place(noa):
    part = noa.post(NEW, written(act="count", listed="Grönköping"), headers={"HX-Request": "true"})
    assert part.status_code == 422
    assert "”Grönköping” finns inte i nätverket" in text_of(part)


def test_a_code_that_two_bodies_share_is_asked_about(noa, sweden):
    sweden.body("region", Kind.REGION, "Region Dalarna", "20", "dalarna")
    response = noa.post(NEW, written(listed="20"))
    assert "”20” kan vara Dalarnas län eller Region Dalarna" in text_of(response)


def test_the_level_chosen_tells_the_two_apart(noa, sweden):
    region = sweden.body("region", Kind.REGION, "Region Dalarna", "20", "dalarna")
    noa.post(NEW, written(listed="20", levels=["region"]))
    assert Round.objects.get().audience["bodies"] == [region.pk]


def test_a_list_of_names_and_codes_is_who_gets_it(noa, sweden):
    noa.post(NEW, written(listed="Orsa kommun\n2062", levels=[]))
    wanted = {sweden.bodies["orsa"].pk, sweden.bodies["mora"].pk}
    assert set(Round.objects.get().audience["bodies"]) == wanted


def test_a_day_that_has_been_is_refused(noa):
    response = noa.post(NEW, written(due="2020-01-31"))
    assert response.status_code == 422
    assert "Dagen har redan varit" in text_of(response)


def test_a_day_picked_in_the_calendar_is_filled_in_and_the_rest_stays(noa):
    picked = today() + dt.timedelta(days=20)
    response = noa.post(NEW, written(act=None, pick_due=picked.isoformat(), due=""))
    assert response.status_code == 200
    assert f'value="{picked}"' in text_of(response)
    assert "Läs det här." in text_of(response)
    assert not Round.objects.exists()


def test_a_day_off_is_warned_about_and_the_next_working_day_offered(noa):
    off = next(day for n in range(8) if not is_working_day(day := today() + dt.timedelta(days=14 + n)))
    shown = text_of(noa.post(NEW, written(act=None, pick_due=off.isoformat())))
    assert "ingen arbetsdag" in shown
    assert "i stället</button>" in shown


def test_the_count_is_one_part_of_the_page_with_scripts_and_the_whole_without(noa):
    part = noa.post(NEW, written(act="count"), headers={"HX-Request": "true"})
    assert text_of(part).strip().startswith('<div id="reach"')
    assert '<p class="big-number">4</p>' in text_of(part)
    whole = noa.post(NEW, written(act="count"))
    assert '<p class="big-number">4</p>' in text_of(whole)
    assert "<!doctype html>" in text_of(whole).lower()


def test_an_audience_of_none_teaches(noa):
    assert "Välj en nivå" in text_of(noa.post(NEW, written(act="count", levels=[]))) or "Välj minst en nivå" in text_of(
        noa.post(NEW, written(act="count", levels=[]))
    )


def test_the_second_of_two_who_save_is_told_and_loses_nothing(noa, sweden):
    noa.post(NEW, written())
    draft = Round.objects.get()
    edit = reverse("round_edit", args=[draft.pk])
    noa.post(edit, written(revision=draft.revision, title="Först"))
    late = noa.post(edit, written(revision=draft.revision, title="Sedan"))
    assert late.status_code == 422
    assert "Någon annan har sparat utkastet" in text_of(late)
    assert "Sedan" in text_of(late)
    draft.refresh_from_db()
    assert draft.title == "Först"
    assert f'name="revision" value="{draft.revision}">Spara mitt i stället' in text_of(late)
    noa.post(edit, written(revision=[0, draft.revision], title="Sedan"))
    draft.refresh_from_db()
    assert draft.title == "Sedan"


def test_a_document_is_kept_listed_and_removed(noa):
    noa.post(NEW, written(documents=[SimpleUploadedFile("program.pdf", PDF), SimpleUploadedFile("fel.pdf", b"MZ\x90")]))
    draft = Round.objects.get()
    edit = reverse("round_edit", args=[draft.pk])
    page = text_of(noa.get(edit))
    assert "program.pdf</a>" in page
    assert "fel.pdf</a>" not in page
    assert "fel.pdf" in page  # said in a message why it was not taken
    number = page.split('name="remove_document" value="')[1].split('"')[0]
    noa.post(edit, {"remove_document": number})
    assert "program.pdf</a>" not in text_of(noa.get(edit))


def test_a_document_is_served_to_those_who_may_read_the_round_alone(noa, sweden):
    noa.post(NEW, written(documents=[SimpleUploadedFile("program.pdf", PDF)], listed="Falu kommun", levels=[]))
    draft = Round.objects.get()
    page = text_of(noa.get(reverse("round_edit", args=[draft.pk])))
    address = page.split('class="attached"><li><a href="')[1].split('"')[0]
    assert noa.get(address).content == PDF
    falun, solna = browser(sweden.contact("falun")), browser(sweden.contact("solna"))
    assert falun.get(address).status_code == 404  # it is a draft still
    noa.post(reverse("round_send", args=[draft.pk]))
    assert falun.get(address).status_code == 200
    assert solna.get(address).status_code == 404
    assert Client().get(address).status_code == 302


def test_another_rounds_number_opens_no_document(noa, sweden):
    noa.post(NEW, written(documents=[SimpleUploadedFile("program.pdf", PDF)]))
    draft = Round.objects.get()
    address = (
        text_of(noa.get(reverse("round_edit", args=[draft.pk])))
        .split('class="attached"><li><a href="')[1]
        .split('"')[0]
    )
    other = sweden.round()
    assert noa.get(address.replace(f"/{draft.pk}/", f"/{other.pk}/")).status_code == 404


def test_counting_and_picking_demand_nothing_that_is_not_written_yet(noa):
    for act in ({"act": "count"}, {"pick_due": (today() + dt.timedelta(days=9)).isoformat()}):
        response = noa.post(NEW, {"levels": ["municipality"], "route": "direct"} | act)
        assert response.status_code == 200
        assert '<p class="big-number">4</p>' in text_of(response)


def test_a_new_draft_is_saved_whole_or_not_at_all(noa, monkeypatch):
    """A refusal on the way leaves no draft that nobody asked for."""

    def refuses(*_args):
        raise Refusal("Nej.")

    monkeypatch.setattr("vaxel.rounds.commands.rounds._set_co_workers", refuses)
    assert noa.post(NEW, written()).status_code == 422
    assert not Round.objects.exists()


# -- several who write and send ---------------------------------------------------------------------------------------


def test_a_co_worker_elsewhere_edits_the_draft_and_does_not_send_it(noa, sweden):
    sam = sweden.coordinator()
    noa.post(NEW, written(co_workers=sam.email))
    draft = Round.objects.get()
    client = browser(sam)
    assert "Nytt program" in text_of(client.get("/forfragningar/"))
    edit = reverse("round_edit", args=[draft.pk])
    assert text_of(client.get(edit)).count("disabled") == 2  # who sends and who writes is read, not written
    client.post(edit, written(revision=draft.revision, title="Bättre rubrik", other_senders="Dalarnas län"))
    draft.refresh_from_db()
    assert (draft.title, draft.senders.count(), draft.co_workers.count()) == ("Bättre rubrik", 1, 1)
    assert client.get(reverse("round_send", args=[draft.pk])).status_code == 404


def test_an_address_nobody_has_is_named(noa):
    response = noa.post(NEW, written(co_workers="ingen@example.org"))
    assert response.status_code == 422
    assert "Ingen i nätverket har adressen ingen@example.org" in text_of(response)


def test_a_second_sender_sees_the_round_as_its_sender(noa, sweden):
    agency = sweden.body("agency", Kind.AGENCY, "Myndigheten")
    noa.post(NEW, written(other_senders="Myndigheten"))
    draft = Round.objects.get()
    noa.post(reverse("round_send", args=[draft.pk]))
    page = text_of(browser(sweden.person("agency", Role.SECRETARIAT, "Eli")).get(reverse("round", args=[draft.pk])))
    assert agency.pk
    assert "Nationella kansliet, Myndigheten" in page
    assert "Orsa kommun" in page


@pytest.mark.parametrize("extra", [{}, {"act": "count"}, {"pick_due": "9999-12-31", "act": "count"}])
@pytest.mark.parametrize("field", ["due", "opens", "compile_due"])
def test_a_day_at_the_end_of_the_calendar_is_a_sentence(noa, field, extra):
    response = noa.post(NEW, written(**{field: "9999-12-31"}) | extra)
    assert response.status_code == 422
    assert "fem år bort" in text_of(response)


def test_removing_a_document_before_there_is_a_draft_saves_the_draft(noa):
    assert noa.post(NEW, written(remove_document="x")).status_code == 302
