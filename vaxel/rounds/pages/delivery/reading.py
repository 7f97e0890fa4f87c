"""What is read on the page: the documents, the questions as files, an answer line by line."""

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from vaxel.rounds.commands.documents import documents_of
from vaxel.rounds.domain.answers import settled
from vaxel.rounds.domain.asked import is_divided
from vaxel.rounds.domain.question import QuestionType
from vaxel.rounds.domain.template import parse
from vaxel.rounds.forms.again import changed, took
from vaxel.rounds.forms.saying import said_answer
from vaxel.rounds.pages.delivery.found import questions_of
from vaxel.rounds.queries.answers import sources_of
from vaxel.rounds.queries.earlier import carried_over, earlier_answers

FORMATS = (("docx", "Word"), ("pdf", "pdf"))


def documents(round, address=None):
    """`address` gives a document's URL; those who have logged in fetch it from the round."""
    address = address or (lambda one: reverse("round_document", args=[round.pk, one.public_id]))
    return [
        {
            "label": one.name,
            "url": address(one),
            "kind": one.extension,
            "size": filesizeformat(one.size),
            "pages": one.pages,
        }
        for one in documents_of(round)
    ]


def question_files(delivery):
    if not delivery.round.template_version_id:
        return []
    mine = f"?mottagare={delivery.body_id}" if is_divided(parse(delivery.round.template_version.content)) else ""
    return [
        {"label": label, "url": reverse("questions_file", args=[delivery.round_id, ext]) + mine}
        for ext, label in FORMATS
    ]


def source_files(delivery, answer):
    """What was sent in, where somebody else registered the answer."""
    return [{"label": one.name, "url": file_urls(delivery)(one.public_id)} for one in sources_of(answer)]


def answer_lines(delivery, answer, *, compared=False, urls=None):
    """Section by section: [{title, lines: [{number, label, value, url, taken, changed}]}]; questions without an answer
    are left out. `taken` says what was carried over and from where; `compared`: figures far from last time's say so.

    `urls(file's id)`: where a file is fetched by those who have not logged in; they are told of no other round.
    """
    questions = questions_of(delivery)
    said = settled(questions, answer.values)
    sources = {} if urls else carried_over(answer)
    earlier = earlier_answers(delivery, questions) if compared else {}
    numbers = {question.id: number for number, question in enumerate(questions, 1)}

    def line(question):
        before = earlier.get(question.id)
        return _line(question, said[question.id], numbers[question.id], urls or file_urls(delivery)) | {
            "taken": took(sources[question.id]) if question.id in sources else "",
            "changed": changed(question, before, said[question.id]) if before else "",
        }

    sections = []
    for section in questions.sections:
        lines = [line(question) for question in section.questions if question.id in said]
        if lines:
            sections.append({"title": section.title, "lines": lines})
    return sections


def file_urls(delivery):
    return lambda file: reverse("delivery_file", args=[delivery.round_id, delivery.body_id, file])


def _line(question, value, number, urls):
    url = urls(value["id"]) if question.type is QuestionType.FILE else ""
    return {"number": number, "label": question.label, "value": said_answer(question, value), "url": url}
