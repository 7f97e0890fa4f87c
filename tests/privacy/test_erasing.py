"""Decided by two, carried out once; done again after an older backup; who holds a mandate cannot be erased."""

import io
import zipfile

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from vaxel import files
from vaxel.accounts.models import User
from vaxel.calendar.clock import today
from vaxel.journal.models import Entry
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate, Person
from vaxel.privacy import checks, kept_outside
from vaxel.privacy.commands.deciding import decide, draft, withdraw
from vaxel.privacy.models import ErasureDecision
from vaxel.privacy.queries.in_files import text_of
from vaxel.rounds.tests.world import make_world
from vaxel.ui.refusal import Refusal

SAID = {"ground": "schedule", "scope": "all", "reference": "Gallringsbeslut 1", "reason": "Hon har slutat."}


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def her(world):
    """Has logged in, and holds nothing any more."""
    person = Person.objects.create(name="Anna Ek", email="anna.ek@example.org", phone="070-1234567")
    person.user = User.objects.create_user(person.email, "ett-långt-lösenord")
    person.save()
    Mandate.objects.create(body=world.falun, person=person, role=Role.CONTACT, valid_to=today())
    return person


@pytest.fixture
def another(world):
    return world.actor(world.secretariat, Role.SECRETARIAT, another=1)


def test_one_writes_and_another_decides(world, her, another):
    made = draft(her, by=world.secretary, **SAID)
    with pytest.raises(Refusal, match="Någon annan"):
        decide(made, by=world.secretary)
    done = decide(made, by=another)
    her.refresh_from_db()
    assert (her.name, her.email, her.phone, her.user) == ("", "", "", None)
    assert her.erased_at
    assert not User.objects.filter(email="anna.ek@example.org").exists()
    assert done.outcome["network.Person.name"] == 1
    assert Entry.objects.filter(action="privacy.erase").count() == 1
    with pytest.raises(Refusal, match="redan verkställd"):
        decide(done, by=another)


def test_an_authority_names_its_decision_and_only_the_secretariat_decides(world, her, another):
    with pytest.raises(Refusal, match="gallringsbeslut"):
        draft(her, by=world.secretary, **{**SAID, "reference": " "})
    with pytest.raises(Refusal, match="uppdrag"):
        draft(her, by=world.actor(world.falun), **SAID)
    made = draft(her, by=world.secretary, **SAID)
    with pytest.raises(Refusal, match="redan ett förslag"):
        draft(her, by=another, **SAID)
    withdraw(made, by=world.secretary)
    assert not ErasureDecision.objects.exists()


def test_who_holds_a_mandate_keeps_her_name_until_it_ends(world, another):
    held = Person.objects.get(public_id=world.actor(world.mora).person_id)
    with pytest.raises(Refusal, match="uppdrag som gäller"):
        decide(draft(held, by=world.secretary, **SAID), by=another)


def test_her_sessions_end_and_others_stay(world, her, another):
    hers, others = Client(), Client()
    hers.force_login(her.user)
    others.force_login(User.objects.create_user("b@example.org", "ett-långt-lösenord"))
    decide(draft(her, by=world.secretary, **SAID), by=another)
    assert hers.get(reverse("account")).status_code == 302
    assert others.get(reverse("account")).status_code == 200


def test_the_smaller_scope_leaves_what_is_written(world, her, another):
    round = world.sent(text="Fråga Anna Ek.")
    decide(draft(her, by=world.secretary, **{**SAID, "scope": "reached"}), by=another)
    round.refresh_from_db()
    assert round.text == "Fråga Anna Ek."


def test_words_in_word_files_are_read_and_the_file_becomes_a_notice(world, her, another):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w:p><w:r>Anna</w:r><w:r> Ek</w:r></w:p>")
    assert "Anna Ek" in text_of(packed.getvalue(), "application/zip")
    kept = files.attach_bytes("a.txt", b"Anna Ek ringde", owner_type="rounds.round", owner_id=1, by=world.secretary)
    decide(draft(her, by=world.secretary, **SAID), by=another)
    kept.refresh_from_db()
    assert b"raderad enligt beslut" in bytes(kept.blob.content)


def test_what_an_older_backup_brings_back_is_found_and_erased_again(world, her, another, settings, tmp_path, capsys):
    settings.PRIVACY_ERASURES = tmp_path / "erasures.jsonl"
    decide(draft(her, by=world.secretary, words=["Ankan"], **SAID), by=another)
    (noted,) = kept_outside.noted()
    assert noted.words == ["Ankan"]
    assert "Anna" not in settings.PRIVACY_ERASURES.read_text()
    assert settings.PRIVACY_ERASURES.stat().st_mode & 0o077 == 0
    Person.objects.filter(pk=her.pk).update(name="Anna Ek", email="anna.ek@example.org", erased_at=None)
    assert [ok for _name, ok, _said in checks.checks()] == [False]
    call_command("person", "erase-again")
    assert "1" in capsys.readouterr().out
    assert [ok for _name, ok, _said in checks.checks()] == [True]
    assert Person.objects.get(pk=her.pk).name == ""


def test_a_noted_erasure_goes_when_no_backup_is_older(world, her, another, settings, tmp_path):
    settings.PRIVACY_ERASURES, settings.BACKUPS_KEPT = tmp_path / "erasures.jsonl", 30
    decide(draft(her, by=world.secretary, **SAID), by=another)
    assert kept_outside.forget_older() == 0
    settings.BACKUPS_KEPT = -1
    assert kept_outside.forget_older() == 1
    assert kept_outside.noted() == []


def test_on_her_request_by_the_command(world, her, capsys):
    call_command("person", "export", her.email)
    assert "Anna Ek" in capsys.readouterr().out
    assert Entry.objects.filter(action="privacy.export_for").exists()
