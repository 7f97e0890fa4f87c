"""The draft as a receiver will meet it: the letter, the page, the questions. Nothing can be answered here."""

from django.shortcuts import render
from django.urls import reverse

from vaxel.accounts.access import access
from vaxel.rounds.domain.template import parse
from vaxel.rounds.forms.answer_form import AnswerForm
from vaxel.rounds.forms.cards import sections_of
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.pages.round.about import about
from vaxel.rounds.permissions import EDITS_ROUND
from vaxel.rounds.words import capital, kind_of


@access(EDITS_ROUND)
def preview(request, round):
    found = round_of(round)
    word = kind_of(found)
    facts = about(found)
    context = {
        "round": found,
        "word": word,
        "about": facts,
        "subject": f"{capital(word.one)}: {found.title}",
        "back": reverse("round_edit", args=[found.pk]),
        **_questions(found),
    }
    return render(request, "rounds/pages/preview/page.html", context)


def _questions(found):
    if not found.template_version_id:
        return {"sections": [], "total": 0}
    questions = parse(found.template_version.content)
    form = AnswerForm(questions, values={})
    return {"sections": sections_of(questions, form, earlier={}, values={}), "total": len(questions)}
