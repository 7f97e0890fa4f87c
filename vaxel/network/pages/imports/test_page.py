import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from vaxel.network.actor import SYSTEM
from vaxel.network.commands.bodies import rename
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Body, Identity, UnitImport

pytestmark = pytest.mark.django_db

FILE = (
    "id;namn;överordnad id;funktionsbrevlåda\n"
    "P1;Psykiatriska kliniken i Falun;;klinik@dalarna.example\n"
    "P2;Öppenvården;P1;\n"
    "P3;;;\n"
    "P4;Psykiatriska kliniken Falun;;\n"
)


@pytest.fixture
def region(little_sweden, acting):
    return acting(Role.CONTACT, little_sweden["region"])


def csv(text, name="enheter.csv"):
    return SimpleUploadedFile(name, text.encode("utf-8-sig"), "text/csv")


def upload(browser, body, file):
    return browser.post(reverse("import_units", args=[body.pk]), {"file": file})


def units():
    return dict(Identity.objects.filter(kind=Kind.UNIT, valid_to__year=9999).values_list("code", "name"))


def confirm(browser, answer, **data):
    preview = browser.get(answer["Location"])
    return browser.post(answer["Location"], {"seen": preview.context["seen"], **data})


def test_the_preview_tells_every_rows_fate_and_writes_nothing(region, little_sweden):
    before = Body.objects.count()
    answer = upload(region, little_sweden["region"], csv(FILE))
    page = region.get(answer["Location"]).content.decode()
    assert "Av filens 4 rader: 1 ny, 1 ändrad, 1 osäker och 1 kan inte tas in." in page
    assert "Namnet saknas. Skriv vad enheten heter." in page
    assert "Enheten med id P1 heter likadant." in page
    assert Body.objects.count() == before


def test_confirmed_it_is_written_as_previewed(region, little_sweden):
    answer = upload(region, little_sweden["region"], csv(FILE))
    assert confirm(region, answer).status_code == 302
    assert units() == {"P1": "Psykiatriska kliniken i Falun", "P2": "Öppenvården"}
    second = Identity.objects.get(code="P2").body
    assert Body.objects.get(ties_down__child=second).pk == little_sweden["clinic"].pk
    assert little_sweden["clinic"].mailboxes.get().address == "klinik@dalarna.example"


def test_an_unsure_row_is_taken_in_when_someone_says_so(region, little_sweden):
    answer = upload(region, little_sweden["region"], csv(FILE))
    confirm(region, answer, accept="5")
    assert units()["P4"] == "Psykiatriska kliniken Falun"


def test_written_once_it_is_not_written_again(region, little_sweden):
    answer = upload(region, little_sweden["region"], csv(FILE))
    seen = region.get(answer["Location"]).context["seen"]
    confirm(region, answer)
    again = region.post(answer["Location"], {"seen": seen})
    assert again.status_code == 409
    assert len(units()) == 2


def test_if_the_world_has_changed_nothing_is_written_and_the_new_preview_is_shown(region, little_sweden):
    answer = upload(region, little_sweden["region"], csv(FILE))
    seen = region.get(answer["Location"]).context["seen"]
    rename(little_sweden["clinic"], "Psykiatriska kliniken i Falun", by=SYSTEM)
    late = region.post(answer["Location"], {"seen": seen})
    assert late.status_code == 409
    assert "Enheterna har ändrats sedan du granskade filen." in late.content.decode()
    assert "P2" not in units()


def test_laid_aside_nothing_is_left(region, little_sweden):
    answer = upload(region, little_sweden["region"], csv(FILE))
    region.post(answer["Location"], {"discard": "1"})
    assert not UnitImport.objects.exists()
    assert len(units()) == 1


def test_the_template_sent_back_changes_nothing(region, little_sweden):
    template = region.get(reverse("unit_template", args=[little_sweden["region"].pk])).content
    answer = upload(region, little_sweden["region"], SimpleUploadedFile("enheter.xlsx", template))
    assert "Filen ändrar ingenting" in region.get(answer["Location"]).content.decode()


def test_absent_rows_change_nothing(region, little_sweden):
    answer = upload(region, little_sweden["region"], csv("namn;ID\nNy enhet;P7\n"))
    confirm(region, answer)
    assert set(units()) == {"P1", "P7"}


def sheet(*rows):
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


WRONG = [
    ("enheter.csv", b""),
    ("enheter.csv", b"\x00\x01\x02 not text"),
    ("enheter.csv", b"id;namn\n"),
    ("enheter.csv", b"kod;enhetsnamn\n1;A\n"),
    ("enheter.csv", b"id;id\n1;A\n"),
    ("enheter.csv", b'id;namn\n"1;A\n'),
    ("enheter.xlsx", b"id;namn\n1;A\n"),
    ("enheter.xlsx", b"PK\x03\x04 broken"),
    ("enheter.csv", sheet(["id", "namn"], ["1", "A"])),
    ("enheter.exe", b"MZ"),
    ("enheter.pdf", b"%PDF-1.4"),
    ("enheter.xlsx", sheet(["fel", "rubriker"], ["1", "A"])),
]


@pytest.mark.parametrize(("name", "content"), WRONG)
def test_a_wrong_file_is_a_sentence_at_its_field(region, little_sweden, name, content):
    answer = upload(region, little_sweden["region"], SimpleUploadedFile(name, content))
    assert answer.status_code == 422, answer
    (message,) = answer.context["form"]["file"].errors
    assert message.endswith(".")
    assert not UnitImport.objects.exists()


def test_no_file_at_all(region, little_sweden):
    assert region.post(reverse("import_units", args=[little_sweden["region"].pk]), {"x": "1"}).status_code == 422


def test_units_are_brought_by_their_principal_not_by_the_county(little_sweden, acting):
    county = acting(Role.COORDINATOR, little_sweden["county"])
    assert upload(county, little_sweden["county"], csv(FILE)).status_code == 422


def test_another_principals_import_does_not_exist(region, little_sweden, acting):
    answer = upload(region, little_sweden["region"], csv(FILE))
    assert acting(Role.CONTACT, little_sweden["mora"]).get(answer["Location"]).status_code == 404


def test_scripts_and_formulas_in_a_file_are_only_text(region, little_sweden):
    answer = upload(region, little_sweden["region"], csv("id;namn\n=1+1;<script>alert(1)</script>\n"))
    page = region.get(answer["Location"]).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_two_thousand_units_are_written_in_few_questions(region, little_sweden, django_assert_max_num_queries):
    text = "id;namn\n" + "".join(f"N{number};Enhet nummer {number}\n" for number in range(2000))
    answer = upload(region, little_sweden["region"], csv(text))
    seen = region.get(answer["Location"]).context["seen"]
    with django_assert_max_num_queries(180):  # 25 of them make the units searchable, some eighty rows at a time
        assert region.post(answer["Location"], {"seen": seen}).status_code == 302
    assert len(units()) == 2001
