import uuid
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from vaxel import files
from vaxel.files.models import Attachment, Blob
from vaxel.files.tests.specimens import GOOD, docx, pdf, with_part
from vaxel.ui.refusal import Refusal

BY = SimpleNamespace(person_id=uuid.UUID(int=1), mandate_id=7)
HOME = {"owner_type": "rounds.round", "owner_id": 12, "by": BY}


def upload(name="Årets frågor.pdf", content=None):
    return SimpleUploadedFile(name, content or pdf(), content_type="text/html")


@pytest.mark.django_db
def test_a_file_is_kept_and_given_back_as_it_came():
    attachment = files.attach(upload(), kind="document", **HOME)
    response = files.serve(Attachment.objects.get())
    assert response.content == pdf()
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''%C3%85rets%20fr%C3%A5gor.pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cache-Control"] == "private, no-store"
    assert (attachment.pages, attachment.kind, attachment.created_by) == (2, "document", BY.person_id)
    assert attachment.public_id != attachment.pk


@pytest.mark.django_db
def test_the_same_bytes_lie_once():
    first = files.attach(upload(), **HOME)
    files.attach(upload("kopia.pdf"), **HOME)
    (third,) = files.share([first], owner_type="rounds.round", owner_id=13, by=BY)
    assert (Blob.objects.count(), Attachment.objects.count()) == (1, 3)
    assert bytes(third.blob.content) == pdf()
    files.remove(first)
    files.remove(third)
    assert Blob.objects.count() == 1
    files.remove(Attachment.objects.get())
    assert Blob.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.exe", b"MZ", "Spara den som någon av dessa: csv, docx"),
        ("a.pdf", docx(), "a.pdf heter .pdf men innehåller något annat."),
        ("a.docx", with_part(docx(), "word/vbaProject.bin", b"x"), "innehåller makron"),
        ("a.txt", b"x" * (20 * 2**20 + 1), "a.txt är för stor: gränsen är 20,0"),
    ],
    ids=["kind", "inside", "macros", "size"],
)
def test_a_refusal_says_what_and_what_to_do_and_keeps_nothing(name, content, says):
    with pytest.raises(Refusal, match=says) as no:
        files.attach(upload(name, content), field="documents", **HOME)
    assert no.value.field == "documents"
    assert 400 <= no.value.status < 500
    assert (Blob.objects.count(), Attachment.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_an_owner_may_take_fewer_kinds():
    with pytest.raises(Refusal, match="någon av dessa: xlsx"):
        files.attach(upload(), allowed=["xlsx"], **HOME)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3, 12])
def test_a_list_is_one_query_and_reads_no_bytes(number, django_assert_num_queries):
    for one in range(number):
        files.attach(upload("a.txt", b"text %d" % one), **HOME)
    with django_assert_num_queries(1) as queries:
        listed = [
            (one.name, one.size, one.media_type, one.extension) for one in Attachment.objects.of("rounds.round", 12)
        ]
    assert len(listed) == number
    assert '"content"' not in queries[0]["sql"]


@pytest.mark.django_db
def test_kinds_are_listed_apart():
    files.attach(upload(), kind="document", **HOME)
    files.attach(upload("a.txt", b"x"), kind="source", **HOME)
    assert [one.name for one in Attachment.objects.of("rounds.round", 12, "source")] == ["a.txt"]


@pytest.mark.django_db(transaction=True)
def test_the_same_file_sent_and_removed_by_many_at_once():
    def act(number):
        try:
            attachment = files.attach(upload(f"{number}.pdf"), **HOME)
            if number % 2:
                files.remove(attachment)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(act, range(24)))
    assert (Attachment.objects.count(), Blob.objects.count()) == (12, 1)
    assert all(bytes(one.blob.content) == pdf() for one in Attachment.objects.all())


@pytest.mark.django_db
def test_a_table_somebody_sent_is_read_or_refused_in_words():
    table = files.read_table(upload("a.csv", "kod;namn\n1;Åre\n".encode()))
    assert table.rows[0].cells == ("1", "Åre")
    assert list(files.read_workbook(upload("a.xlsx", GOOD["a.xlsx"]))) == ["Blad1"]
    with pytest.raises(Refusal, match=r"Rad 2 i a\.csv har fler fält"):
        files.read_table(upload("a.csv", b"kod\n1;2\n"), field="file")


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_a_table_is_sent_in_the_form_asked_for(form):
    response = files.spreadsheet_response(form, "Länets svar", ["kod"], [["1"]])
    assert response["Content-Disposition"].endswith(f"svar.{form}")
    assert response.content
