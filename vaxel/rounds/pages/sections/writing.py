"""The one section that somebody has been given: written, saved as it is written, and said to be done. Never sent."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel import files
from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.network.queries.asof import at
from vaxel.rounds import permissions
from vaxel.rounds.commands.answer_files import answer_files
from vaxel.rounds.commands.sections import attach_to_part, part_done, write_part
from vaxel.rounds.domain.merging import fingerprints
from vaxel.rounds.forms.answer_form import AnswerForm
from vaxel.rounds.forms.cards import sections_of
from vaxel.rounds.models import SectionPart
from vaxel.rounds.pages.delivery.found import questions_of
from vaxel.rounds.pages.delivery.reading import answer_lines
from vaxel.rounds.permissions import HOLDS_PART, READS_PART
from vaxel.rounds.policies import CONFLICT
from vaxel.rounds.queries.answers import begun_from, begun_with
from vaxel.rounds.queries.sections import DONE_NOW, own_questions, own_values, section_of, title_of, why_part_closed
from vaxel.ui.refusal import Refusal

PAGE = "rounds/pages/sections/part.html"
WITH = ("delivery__round__template_version", "delivery__body", "person")


@access(READS_PART)
def part_page(request, round, body, part):
    return render(request, PAGE, _look(request, _found(part)))


@access(HOLDS_PART)
@require_POST
def save(request, round, body, part):
    """Saved (also by itself), done, or opened again; what fits is saved even if something else does not."""
    found, do = _found(part), request.POST.get("do")
    if do == "again":
        part_done(found, by=request.actor, done=False)
        return redirect("section_part", round, body, part)
    if why := why_part_closed(found):
        raise Refusal(why, status=CONFLICT)
    form = AnswerForm(_asked(found), request.POST, request.FILES, values=_values(found), file_url=_files(found))
    _save(form, found, request.actor)
    if "X-Autosave" in request.headers:
        return JsonResponse(fingerprints(form.values), status=422 if form.errors else 200)
    if form.errors:
        return render(request, PAGE, _look(request, found, form), status=422)
    if do == "done":
        part_done(found, by=request.actor)
    messages.success(request, _("Klart. Tack!") if do == "done" else _("Sparat. Säg till här när avsnittet är klart."))
    return redirect("section_part", round, body, part)


def _save(form, part, by):
    merge = form.merged()
    form.tell_conflicts(merge.conflicts)
    uploads, shown = form.uploads(), form.values
    changes = merge.changes | {key: None for key, upload in uploads.items() if upload is None}
    if changes:
        _try(form, lambda: write_part(part, changes, by=by, shown=shown))
    for key, upload in uploads.items():
        if upload is not None:
            _try(form, lambda key=key, upload=upload: attach_to_part(part, key, upload, by=by), key)
    form.values = _values(part)


def _try(form, write, key=None):
    try:
        write()
    except Refusal as no:
        if no.status == CONFLICT:
            raise
        form.tell_words(getattr(no, "problems", None) or {key or no.field: no.message})


@access(READS_PART)
def part_file(request, round, body, part, file):
    """A file in the section's own answers."""
    found = _found(part)
    named = {value["id"] for value in _values(found).values() if isinstance(value, dict) and "id" in value}
    mine = (one for one in answer_files(found.delivery) if one.public_id == file and str(file) in named)
    attachment = None if found.taken_back_at else next(mine, None)
    if attachment is None:
        raise Http404
    return files.serve(attachment)


def _found(part):
    return get_object_or_404(SectionPart.objects.select_related(*WITH), pk=part)


def _asked(part):
    return own_questions(part, questions_of(part.delivery))


def _values(part):
    return own_values(part, questions_of(part.delivery))


def _address(part):
    return [part.delivery.round_id, part.delivery.body_id, part.pk]


def _files(part):
    return lambda file: reverse("section_file", args=[*_address(part), file])


def _look(request, part, form=None):
    delivery, questions, why = part.delivery, questions_of(part.delivery), why_part_closed(part)
    section, holds = section_of(questions, part.section_id), permissions.holds_part(request.actor, part)
    context = {
        "part": part,
        "round": delivery.round,
        "body_name": at(today()).names([delivery.body_id]).get(delivery.body_id, ""),
        "title": title_of(questions, section) if section else "",
        "why": why,
        "holds": holds,
        "may_open": holds and part.done_at and why == str(DONE_NOW),
        "save_url": reverse("section_save", args=_address(part)),
    }
    if why or not holds:
        return context | {"lines": [] if part.taken_back_at else _lines(part, questions)}
    form = form or AnswerForm(own_questions(part, questions), values=_values(part), file_url=_files(part))
    return context | {"form": form, "section": _cards(part, questions, form), "version": f"{part.pk}"}


def _cards(part, questions, form):
    """Numbered as in the whole. What hangs on a choice in another section is shown, with its condition in words."""
    whole = sections_of(questions, form, values=begun_with(part.delivery))
    found = next(one for one in whole if one.id == part.section_id)
    mine = {card.question.id for card in found.cards}
    return replace(found, cards=tuple(_freed(card, mine) for card in found.cards))


def _freed(card, mine):
    wanted = card.question.show_if
    if wanted is None or wanted.question in mine:
        return card
    return replace(card, question=replace(card.question, show_if=None), unmet=False)


def _lines(part, questions):
    mine = {question.id for question in own_questions(part, questions)}
    numbers = {number for number, question in enumerate(questions, 1) if question.id in mine}
    begun = begun_from(part.delivery)
    sections = answer_lines(part.delivery, begun, urls=_files(part)) if begun else []
    lines = [line for one in sections for line in one["lines"] if line["number"] in numbers]
    return [{"title": "", "lines": lines}] if lines else []
