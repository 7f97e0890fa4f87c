"""What went wrong is a page with a sentence, in the shell, whatever else is broken."""

import pytest
from django.test import Client, RequestFactory, override_settings

from vaxel.ui.faults import handler400, handler500

pytestmark = [pytest.mark.django_db, pytest.mark.urls("vaxel.ui.tests.pages_for_tests")]


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False, headers={"accept-language": "sv"})


@pytest.mark.parametrize("status", [400, 404, 409, 422])
def test_a_refusal_is_a_page_of_its_own(visitor, status):
    answer = visitor.get(f"/prov/nej/?status={status}", headers={"referer": "http://testserver/varifran/"})
    assert answer.status_code == status
    shown = answer.content.decode()
    assert "Svarstiden gick ut den 31 januari." in shown
    assert "Inget har ändrats" in shown
    assert 'href="http://testserver/varifran/"' in shown


def test_a_refusal_never_leads_back_to_another_site(visitor):
    answer = visitor.get("/prov/nej/", headers={"referer": "https://example.org/lure/"})
    assert "example.org" not in answer.content.decode()


def test_a_refusal_to_htmx_goes_to_the_pages_messages(visitor):
    answer = visitor.get("/prov/nej/", headers={"hx-request": "true"})
    assert answer.headers["HX-Retarget"] == "#said"
    assert answer.headers["HX-Reselect"] == "#fault"


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_no_database_keeps_is_refused_before_the_page(visitor, method):
    answer = getattr(visitor, method)("/prov/form/", {"text": "a\x00b"})
    assert answer.status_code == 400
    assert "tecken som inte går att spara" in answer.content.decode()


def test_more_than_anyone_sends_is_refused_before_it_is_read(visitor):
    answer = visitor.post("/prov/form/", {"text": "a"}, CONTENT_LENGTH=str(200 * 2**20))
    assert answer.status_code == 413
    assert "tillsammans högst 110,0\xa0MB" in answer.content.decode()


def test_a_breakdown_tells_nothing_of_itself(visitor):
    answer = visitor.get("/prov/pang/")
    assert answer.status_code == 500
    shown = answer.content.decode()
    assert "Något gick fel hos oss." in shown
    assert "RuntimeError" not in shown
    assert "a fault of ours" not in shown


def test_an_address_that_leads_nowhere(visitor):
    answer = visitor.get("/finns-inte/")
    assert answer.status_code == 404
    assert "Den här sidan finns inte." in answer.content.decode()


def test_a_host_that_is_not_ours(visitor):
    answer = visitor.get("/", headers={"host": "example.org"})
    assert answer.status_code == 400
    assert "example.org" not in answer.content.decode()


def test_a_form_that_had_lain_too_long():
    strict = Client(enforce_csrf_checks=True, headers={"accept-language": "sv"})
    answer = strict.post("/prov/form/", {"text": "x"})
    assert answer.status_code == 403
    assert "Sidan hade legat framme för länge." in answer.content.decode()


@pytest.mark.parametrize("handler", [handler400, handler500])
def test_even_without_templates_there_is_a_sentence(handler):
    with override_settings(TEMPLATES=[]):
        answer = handler(RequestFactory().get("/"))
    assert answer.status_code in {400, 500}
    assert "Försök igen" in answer.content.decode()
