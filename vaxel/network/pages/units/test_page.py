import io

import openpyxl
import pytest
from django.urls import reverse

from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Identity

pytestmark = pytest.mark.django_db


@pytest.fixture
def region(little_sweden, acting):
    return acting(Role.CONTACT, little_sweden["region"])


def address(name, body):
    return reverse(name, args=[body.pk])


def test_anyone_reads_the_list_and_who_manages_gets_the_ways_to_change_it(client, region, little_sweden):
    for browser, may in ((client, False), (region, True)):
        page = browser.get(address("units", little_sweden["region"])).content.decode()
        assert "Psykiatriska kliniken Falun" in page
        assert (address("new_unit", little_sweden["region"]) in page) is may


def test_the_list_is_searched_by_part_of_name_or_id(client, little_sweden):
    for asked in ("kliniken", "P1"):
        assert client.get(address("units", little_sweden["region"]), {"q": asked}).context["page"].paginator.count == 1
    assert "Ingen enhet heter" in client.get(address("units", little_sweden["region"]), {"q": "xyz"}).content.decode()


@pytest.mark.parametrize(("page", "status"), [("2", 404), ("abc", 400), ("1000000000000000000", 404), ("0", 404)])
def test_a_page_that_is_not_there(client, little_sweden, page, status):
    assert client.get(address("units", little_sweden["region"]), {"sida": page}).status_code == status


def test_a_unit_is_added_below_another(region, little_sweden):
    data = {"code": "P2", "name": "Öppenvården", "below": little_sweden["clinic"].pk, "mailbox": "op@dalarna.example"}
    assert region.post(address("new_unit", little_sweden["region"]), data).status_code == 302
    assert region.get(address("units", little_sweden["clinic"])).context["page"].paginator.count == 1


def test_an_id_in_use_is_said_at_its_field(region, little_sweden):
    data = {"code": "P1", "name": "Dubblett", "below": little_sweden["region"].pk}
    answer = region.post(address("new_unit", little_sweden["region"]), data)
    assert answer.status_code == 422
    assert answer.context["form"]["code"].errors


def test_a_unit_cannot_be_put_below_someone_elses(region, little_sweden):
    data = {"code": "P9", "name": "Smitare", "below": little_sweden["mora"].pk}
    assert region.post(address("new_unit", little_sweden["region"]), data).status_code == 422
    assert not Identity.objects.filter(code="P9").exists()


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_template_holds_what_is_there(region, little_sweden, form):
    answer = region.get(address("unit_template", little_sweden["region"]), {"som": form})
    assert answer.status_code == 200
    if form == "csv":
        assert "P1;Psykiatriska kliniken Falun" in answer.content.decode("utf-8-sig")
    else:
        sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
        assert [cell.value for cell in sheet[2]][:2] == ["P1", "Psykiatriska kliniken Falun"]


def test_another_form_of_template_is_a_sentence(region, little_sweden):
    assert region.get(address("unit_template", little_sweden["region"]), {"som": "exe"}).status_code == 400


def test_as_many_questions_for_one_unit_as_for_fifty(client, make, little_sweden, django_assert_num_queries):
    with django_assert_num_queries(5) as few:
        client.get(address("units", little_sweden["region"]))
    for number in range(50):
        make(Kind.UNIT, f"Enhet {number}", code=f"E{number}", below=little_sweden["region"])
    with django_assert_num_queries(len(few)):
        client.get(address("units", little_sweden["region"]))


def test_a_unit_is_not_put_straight_below_a_county(little_sweden, acting):
    county = acting(Role.COORDINATOR, little_sweden["county"])
    assert county.get(address("new_unit", little_sweden["county"])).status_code == 409
    assert (
        address("new_unit", little_sweden["county"])
        not in county.get(address("units", little_sweden["county"])).content.decode()
    )
