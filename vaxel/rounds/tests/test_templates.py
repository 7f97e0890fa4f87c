"""Templates are written in one version at a time, frozen when used, and never lose each other's changes."""

import pytest

from vaxel.journal.models import Entry
from vaxel.rounds.commands import templates
from vaxel.rounds.conftest import QUESTIONS
from vaxel.rounds.models import QuestionUse, TemplateVersion
from vaxel.ui.refusal import Refusal


@pytest.fixture
def secretary(sweden):
    return sweden.actor(sweden.secretary())


@pytest.fixture
def template(sweden, secretary):
    return templates.create_template(by=secretary, owner_id=sweden.bodies["secretariat"].pk, title=" Redovisning ")


def current(template):
    return template.versions.order_by("-number").first()


def test_a_new_template_has_one_empty_version(template):
    assert (template.title, current(template).number, len(current(template).content["sections"])) == (
        "Redovisning",
        1,
        1,
    )
    assert Entry.objects.filter(action="rounds.create_template", object_id=str(template.pk)).exists()


def test_it_needs_a_name(sweden, secretary):
    with pytest.raises(Refusal, match="behöver ett namn"):
        templates.create_template(by=secretary, owner_id=sweden.bodies["secretariat"].pk, title="  ")


def test_only_those_who_send_for_the_body_may(sweden, template):
    contact = sweden.actor(sweden.contact())
    with pytest.raises(Refusal) as refused:
        templates.save_version(current(template), QUESTIONS, by=contact, revision=0)
    assert refused.value.status == 403
    with pytest.raises(Refusal):
        templates.create_template(by=contact, owner_id=sweden.bodies["falun"].pk, title="Egen")


def test_saving_counts_the_revision_and_notes_the_questions(template, secretary):
    version = templates.save_version(current(template), QUESTIONS, by=secretary, revision=0)
    assert version.revision == 1
    assert set(QuestionUse.objects.filter(version=version).values_list("question_id", flat=True)) == {
        "money",
        "more",
        "why",
    }
    templates.save_version(version, {"sections": [{"id": "s", "questions": []}]}, by=secretary, revision=1)
    assert not QuestionUse.objects.filter(version=version).exists()


def test_the_second_of_two_who_write_is_told(template, secretary):
    templates.save_version(current(template), QUESTIONS, by=secretary, revision=0)
    with pytest.raises(Refusal, match="Någon annan") as refused:
        templates.save_version(current(template), {"sections": []}, by=secretary, revision=0)
    assert refused.value.status == 409
    assert current(template).content == QUESTIONS


def test_what_is_no_template_is_never_saved(template, secretary):
    with pytest.raises(Refusal, match="fel form"):
        templates.save_version(current(template), {"sections": [{"questions": 3}]}, by=secretary, revision=0)


def test_an_unfinished_template_cannot_be_used(template):
    with pytest.raises(Refusal, match="inte färdig"):
        templates.freeze(current(template))


def test_a_used_version_is_frozen_and_a_new_one_starts_from_it(template, secretary):
    removed = {"section": "s1", "place": 0, "item": {"id": "x", "type": "text"}}
    templates.save_version(current(template), {**QUESTIONS, "removed": [removed]}, by=secretary, revision=0)
    frozen = templates.freeze(current(template))
    assert frozen.content == QUESTIONS
    assert templates.freeze(frozen).frozen_at == frozen.frozen_at
    with pytest.raises(Refusal, match="ny version"):
        templates.save_version(frozen, QUESTIONS, by=secretary, revision=frozen.revision)
    second = templates.new_version(template, by=secretary)
    assert (second.number, second.content, second.frozen_at) == (2, QUESTIONS, None)
    assert templates.new_version(template, by=secretary) == second


def test_a_copy_keeps_the_questions_ids_so_that_answers_can_be_offered_again(template, secretary, sweden):
    templates.save_version(current(template), QUESTIONS, by=secretary, revision=0)
    coordinator = sweden.actor(sweden.coordinator())
    with pytest.raises(Refusal):
        templates.duplicate(template, by=coordinator, owner_id=sweden.bodies["dalarna"].pk)
    copy = templates.duplicate(template, by=secretary, owner_id=sweden.bodies["secretariat"].pk)
    assert (copy.title, current(copy).content) == ("Redovisning (kopia)", QUESTIONS)
    assert current(copy).uses.count() == 3


def test_who_reads_a_round_may_copy_its_template(sweden):
    asked = sweden.round()
    coordinator = sweden.actor(sweden.coordinator())
    copy = templates.duplicate(asked.template_version.template, by=coordinator, owner_id=sweden.bodies["dalarna"].pk)
    assert copy.owner == sweden.bodies["dalarna"]


def test_archiving_is_undone_in_one_step(template, secretary):
    templates.archive(template, by=secretary)
    template.refresh_from_db()
    assert template.archived_at
    templates.bring_back(template, by=secretary)
    template.refresh_from_db()
    assert template.archived_at is None


def test_one_version_is_written_at_a_time(template):
    from django.db import IntegrityError

    with pytest.raises(IntegrityError):
        TemplateVersion.objects.create(template=template, number=2)
