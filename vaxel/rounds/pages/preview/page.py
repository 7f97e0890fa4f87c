"""The draft as a receiver will meet it: the letter, the page, the questions. Nothing can be answered here."""

from django.shortcuts import render
from django.urls import reverse

from vaxel.accounts.access import access
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.asked import for_body
from vaxel.rounds.domain.template import parse
from vaxel.rounds.forms.answer_form import AnswerForm
from vaxel.rounds.forms.cards import sections_of
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.pages.round.about import about
from vaxel.rounds.permissions import EDITS_ROUND
from vaxel.rounds.words import bodies, capital, kind_of


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
        **_questions(found, request.GET.get("som", "")),
    }
    return render(request, "rounds/pages/preview/page.html", context)


def _questions(found, seen_as):
    """`seen_as`: only what that kind of receiver is asked, where sections are for some."""
    if not found.template_version_id:
        return {"sections": [], "total": 0}
    questions = parse(found.template_version.content)
    kinds = sorted({kind for section in questions.sections for kind in section.for_kinds})
    if seen_as in kinds:
        questions = for_body(questions, [Kind(seen_as)])
    form = AnswerForm(questions, values={})
    return {
        "sections": sections_of(questions, form, earlier={}, values={}),
        "total": len(questions),
        "views": [(str(kind), bodies(kind, 2), kind == seen_as) for kind in kinds],
    }
