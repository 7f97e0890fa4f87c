"""Templates: made, written in one version at a time, frozen when a round uses them, copied."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel import journal
from vaxel.calendar.clock import now
from vaxel.rounds import permissions
from vaxel.rounds.domain.editing import without_removed
from vaxel.rounds.domain.template import ContentError, check, empty, parse
from vaxel.rounds.models import QuestionUse, Template, TemplateVersion
from vaxel.ui.refusal import Refusal

CONFLICT = 409
LONGEST_TITLE = 200
CHANGED = gettext_lazy("Någon annan har ändrat mallen medan ni skrev. Läs deras ändring och gör om er egen.")
FROZEN = gettext_lazy("Versionen används och kan inte ändras. Skapa en ny version, eller kopiera mallen.")


@transaction.atomic
def create_template(*, by, owner_id, title, content=None) -> Template:
    """With an empty first version, unless its content is given (a copy, the example)."""
    permissions.require(permissions.acts_at(by, owner_id, permissions.SENDING))
    template = Template.objects.create(owner_id=owner_id, title=_named(title))
    version = TemplateVersion.objects.create(template=template, number=1, content=content or empty())
    _note_questions(version)
    journal.record("rounds.create_template", by=by, obj=template, note=template.title)
    return template


@transaction.atomic
def rename(template, title, *, by):
    permissions.require(permissions.edits_template(by, template))
    template.title = _named(title)
    template.save(update_fields=["title"])
    journal.record("rounds.rename_template", by=by, obj=template, note=template.title)


@transaction.atomic
def save_version(version, content, *, by, revision) -> TemplateVersion:
    """The whole content as it shall be; `revision` is the one that was read. What is unfinished is saved too."""
    permissions.require(permissions.edits_template(by, version.template))
    _readable(content)
    fresh = TemplateVersion.objects.filter(pk=version.pk, revision=revision, frozen_at=None)
    if not fresh.update(content=content, revision=F("revision") + 1, updated_at=now()):
        version.refresh_from_db()
        raise Refusal(str(FROZEN if version.frozen_at else CHANGED), status=CONFLICT)
    version.refresh_from_db()
    _note_questions(version)
    journal.record("rounds.save_template", by=by, obj=version.template, facts={"version": version.number})
    return version


@transaction.atomic
def new_version(template, *, by) -> TemplateVersion:
    """Starts from the latest; the questions keep their ids. One is written at a time: a second call gives the same."""
    permissions.require(permissions.edits_template(by, template))
    Template.objects.select_for_update(no_key=True).get(pk=template.pk)
    latest = template.versions.order_by("-number").first()
    if latest.frozen_at is None:
        return latest
    version = TemplateVersion.objects.create(template=template, number=latest.number + 1, content=latest.content)
    _note_questions(version)
    journal.record("rounds.new_template_version", by=by, obj=template, facts={"version": version.number})
    return version


def freeze(version) -> TemplateVersion:
    """Part of sending a round, inside its transaction. Refuses a template with something left to mend."""
    version = TemplateVersion.objects.select_for_update(no_key=True).get(pk=version.pk)
    if version.frozen_at:
        return version
    require_finished(version)
    version.content, version.frozen_at = without_removed(version.content), now()
    version.save(update_fields=["content", "frozen_at"])
    return version


def require_finished(version):
    """A version in use was finished then, whatever is demanded now."""
    if not version.frozen_at and check(version.content):
        raise Refusal(
            _("Mallen ”%(title)s” är inte färdig. Öppna den och rätta det som är markerat.")
            % {"title": version.template.title},
            field="template_version",
        )


@transaction.atomic
def duplicate(template, *, by, owner_id, title="") -> Template:
    """Into any body one may send for; the questions keep their ids, so that answers can be offered again."""
    permissions.require(permissions.reads_template(by, template))
    latest = template.versions.order_by("-number").first()
    named = title or _("%(title)s (kopia)") % {"title": template.title[: LONGEST_TITLE - 10]}
    return create_template(by=by, owner_id=owner_id, title=named, content=without_removed(latest.content))


@transaction.atomic
def archive(template, *, by):
    """Out of the list; rounds that use it are untouched. Undone by `bring_back`."""
    _archive(template, now(), by, "rounds.archive_template")


@transaction.atomic
def bring_back(template, *, by):
    _archive(template, None, by, "rounds.bring_back_template")


def _archive(template, at, by, action):
    permissions.require(permissions.edits_template(by, template))
    template.archived_at = at
    template.save(update_fields=["archived_at"])
    journal.record(action, by=by, obj=template)


def _named(title):
    title = title.strip()
    if not title:
        raise Refusal(_("Mallen behöver ett namn. Skriv till exempel ”Redovisning av medel”."), field="title")
    if len(title) > LONGEST_TITLE:
        raise Refusal(
            _("Namnet är för långt. Korta det till högst %(most)s tecken.") % {"most": LONGEST_TITLE}, field="title"
        )
    return title


def _readable(content):
    try:
        parse(content)
    except ContentError as error:
        raise Refusal(_(error.sentence.text)) from error


def _note_questions(version):
    """Which versions ask a question, for "who else asks this?" and for answers offered again."""
    asked = {question.id: question.label for question in parse(version.content)}
    version.uses.exclude(question_id__in=asked).delete()
    rows = [QuestionUse(version=version, question_id=key, label=asked[key]) for key in sorted(asked)]
    QuestionUse.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["version", "question_id"], update_fields=["label"]
    )
