"""`vaxel export`: all that was said, in files that anybody can open, and nothing that lets anybody in."""

import csv
import subprocess
import uuid
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from vaxel import journal
from vaxel.accounts.models import User
from vaxel.files.models import Attachment, Blob
from vaxel.network.models import Body, Person
from vaxel.ui.refusal import Refusal

pytestmark = pytest.mark.django_db(transaction=True)
WHO = SimpleNamespace(person_id=uuid.UUID(int=7), mandate_id=None)


@pytest.fixture
def taken(tmp_path):
    body = Body.objects.create(kind="nation")
    Person.objects.create(name="=HYPERLINK(1)", email="a@example.org")
    User.objects.create_user("a@example.org", "ett-hemligt-lösenord")
    blob = Blob.objects.create(sha256="a" * 64, content=b"%PDF-1.7", size=8, media_type="application/pdf")
    Attachment.objects.create(blob=blob, name="beslut.pdf", owner_type="rounds.round", owner_id=4)
    journal.record("test.act", by=WHO, obj=body, note="Därför")
    journal.seal()
    call_command("export", str(tmp_path / "out"), verbosity=0)
    return tmp_path / "out"


def rows(taken, name):
    with (taken / "tabeller" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_tables_files_and_the_journal_are_there(taken):
    assert rows(taken, "journal_note")[0]["text"] == "Därför"
    assert rows(taken, "journal_seal")[0]["number"] == "1"
    (file,) = (taken / "filer").rglob("*.pdf")
    assert file.read_bytes() == b"%PDF-1.7"


def test_no_formula_lives_and_nothing_lets_anybody_in(taken):
    assert not rows(taken, "network_person")[0]["name"].startswith("=")
    names = {path.stem for path in (taken / "tabeller").iterdir()}
    assert not [name for name in names if "user" in name or "token" in name or "session" in name]
    assert not any(b"md5$" in path.read_bytes() for path in taken.rglob("*.csv"))


def test_the_fingerprints_hold(taken):
    done = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=taken, check=False)
    assert done.returncode == 0


def test_a_folder_that_holds_something_is_left_alone(taken):
    with pytest.raises(Refusal, match="inte tom"):
        call_command("export", str(taken))
