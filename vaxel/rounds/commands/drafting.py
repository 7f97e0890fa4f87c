"""An answer while it is written: autosaved question by question, never counted."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel.calendar import clock
from vaxel.rounds import permissions
from vaxel.rounds.commands import steps
from vaxel.rounds.commands.carrying import carry, inherit
from vaxel.rounds.domain import answers as rules
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.models import Answer
from vaxel.rounds.policies import CONFLICT, Act
from vaxel.rounds.queries.answers import begun_from, begun_with
from vaxel.rounds.queries.asked import questions_for
from vaxel.ui.refusal import Refusal

WRITTEN = (AnswerStatus.DRAFT, AnswerStatus.FOR_DECISION)


def save_draft(delivery, values, *, by, revision=None, carried=None) -> Answer:
    """Merges the questions given, cleaned; never counted. What cannot be saved is refused after the rest is saved:
    the refusal's `problems` say what, by question. With a revision, a draft that someone else has saved is refused.
    `carried`: question id → the earlier answer (its id) that the value was accepted from.
    """
    permissions.require(permissions.acts_for(by, delivery))
    with transaction.atomic():
        now = steps.locked(delivery)
        steps.allow(Act.WRITE, now, clock.now())
        draft = being_written(now, by)
        if revision is not None and draft.revision != revision:
            raise Refusal(
                _("En kollega har ändrat svaret sedan ni öppnade det. Ladda om sidan och skriv igen."), status=CONFLICT
            )
        draft.on_behalf = False  # what was made ready for the body is now its own
        before, stood = None if draft.pk else begun_from(now), dict(draft.values)
        problems = merge(draft, questions_of(now), values)
        save(draft, by)
        inherit(draft, before)
        carry(draft, [key for key in values if draft.values.get(key) != stood.get(key)], carried or {})
    refuse(problems)
    return draft


def questions_of(delivery):
    """What this body is asked, and so all that it may answer."""
    if delivery.round.template_version_id is None:
        raise Refusal(_("Förfrågan har inga frågor. Bekräfta mottagandet i stället."), status=CONFLICT)
    return questions_for(delivery)


def being_written(delivery, by):
    """The one being written, or a new version that begins as what the body last said."""
    found = delivery.answers.filter(status__in=WRITTEN).first()
    if found and found.status == AnswerStatus.FOR_DECISION:
        raise Refusal(
            _("Svaret väntar på beslut hos er. Be den som beslutar att skicka tillbaka det."), status=CONFLICT
        )
    if found:
        return found
    return another(delivery, by, begun_with(delivery))


def another(delivery, by, values=()):
    """One more version, with these values."""
    number = delivery.answers.order_by("-number").values_list("number", flat=True).first() or 0
    return Answer(delivery=delivery, number=number + 1, values=dict(values), updated_by=by.person_id)


def merge(draft, questions, values):
    problems = {}
    for key, raw in values.items():
        question = questions.find(key)
        if question is None:
            problems[key] = _("Frågan finns inte i den här förfrågan. Ladda om sidan.")
            continue
        try:
            cleaned = rules.clean(question, raw)
        except rules.AnswerProblem as problem:
            problems[key] = in_words(problem.sentence)
            continue
        draft.values.pop(key, None)
        if cleaned is not None:
            draft.values[key] = cleaned
    return problems


def in_words(sentence):
    return _(sentence.text) % sentence.values


def save(draft, by):
    draft.revision += 1
    draft.updated_by = by.person_id
    draft.save()


def refuse(problems):
    if problems:
        field, sentence = next(iter(problems.items()))
        refusal = Refusal(sentence, field=field)
        refusal.problems = problems
        raise refusal
