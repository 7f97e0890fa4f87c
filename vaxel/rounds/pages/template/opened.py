"""The one question or section that is open for writing."""

from vaxel.rounds.domain.template import parse
from vaxel.rounds.forms.question_form import QuestionForm, SectionForm


def editor(version, open_id, data=None):
    """Its form; None if nothing is open, or what was open is not there any more."""
    questions = parse(version.content)
    question = questions.find(open_id)
    if question is not None:
        return QuestionForm(question, questions, data)
    section = next((section for section in questions.sections if section.id == open_id), None)
    return SectionForm(section, data) if section else None
