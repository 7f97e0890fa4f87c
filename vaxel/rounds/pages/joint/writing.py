"""The county writes its joint answer: what came in side by side, chosen, summed, joined or written anew; autosaved."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel.accounts.access import access
from vaxel.network.domain.names import swedish_key
from vaxel.network.queries.asof import at
from vaxel.rounds.commands import joint as commands
from vaxel.rounds.domain.combining import Way, ways
from vaxel.rounds.domain.merging import fingerprints
from vaxel.rounds.forms.answer_form import AnswerForm
from vaxel.rounds.forms.cards import sections_of
from vaxel.rounds.forms.saying import said_answer
from vaxel.rounds.models import JointAnswer
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.pages.joint.lines import origin_words
from vaxel.rounds.permissions import WRITES_JOINT
from vaxel.ui.refusal import Refusal

PAGE = "rounds/pages/joint/write.html"


@access(WRITES_JOINT)
def write(request, round, node):
    found = round_of(round)
    commands.agreement_of(node)
    if request.method != "POST":
        return render(request, PAGE, _context(found, node, None))
    form = _form(found, node, request.POST)
    _save(form, found, node, request.actor)
    if "X-Autosave" in request.headers:
        return JsonResponse(fingerprints(form.values), status=422 if form.errors else 200)
    if form.errors:
        return render(request, PAGE, _context(found, node, form), status=422)
    return _next(request, found, node)


def _next(request, round, node):
    """After saving: fetch one question from what came in, or stay."""
    question, mark, source = request.POST.get("take", "").partition("|")
    if mark:
        commands.take(round, node, question, source, by=request.actor)
        return redirect(reverse("joint_write", args=[round.pk, node]) + f"#{question}")
    if request.POST.get("do") == "propose":
        return _propose(request, round, node)
    messages.success(request, _("Sparat. Inget är framlagt."))
    return redirect("joint_write", round.pk, node)


@access(WRITES_JOINT)
@require_POST
def propose(request, round, node):
    return _propose(request, round_of(round), node)


def _propose(request, round, node):
    try:
        commands.propose_joint(round, node, by=request.actor)
    except Refusal as no:
        problems = getattr(no, "problems", None)
        if not problems:
            raise
        form = _form(round, node, None)
        form.tell_words(problems)
        return render(request, PAGE, _context(round, node, form), status=422)
    messages.success(request, _("Svaret är framlagt. Varje part antar det för sig."))
    return redirect("joint", round.pk, node)


def _joint(round, node):
    return JointAnswer.objects.filter(round=round, node=node).first()


def _form(round, node, data):
    joint = _joint(round, node)
    return AnswerForm(commands.questions_of(round, node), data, values=joint.values if joint else {})


def _save(form, round, node, actor):
    """Only what this person has changed; a colleague's words in other questions stay."""
    merge = form.merged()
    form.tell_conflicts(merge.conflicts)
    if merge.changes:
        form.values = dict(commands.save_joint(round, node, merge.changes, by=actor).values)


def _context(round, node, form):
    joint = _joint(round, node)
    questions = commands.questions_of(round, node)
    originals = commands.originals_of_parties(round, node)
    names = at(round.frame.as_of).names({node, *(one.body for one in originals)})
    originals = sorted(originals, key=lambda one: swedish_key(names.get(one.body, "")))
    form = form or AnswerForm(questions, values=joint.values if joint else {})
    cards = sections_of(questions, form, values=form.values)
    origins = joint.origins if joint else {}
    return {
        "round": round,
        "node": node,
        "county": names.get(node, ""),
        "form": form,
        "sections": [
            (section, [(card, _came_in(card.question, originals, names, origins)) for card in section.cards])
            for section in cards
        ],
        "n": len(originals),
        "saved_at": joint.updated_at if joint else None,
        "version": f"joint-{joint.pk if joint else 'new'}",
        "parties": len(commands.agreement_of(node).parties),
        "joint": joint,
    }


def _came_in(question, originals, names, origins):
    texts = [
        {"body": one.body, "name": names.get(one.body, ""), "value": said_answer(question, one.values[question.id])}
        for one in originals
        if one.values.get(question.id) is not None
    ]
    keyed = {str(body): name for body, name in names.items()}
    return {
        "texts": texts,
        "ways": [(way, _label(way)) for way in ways(question)] if len(texts) > 1 else [],
        "origin": origin_words(origins[question.id], keyed) if question.id in origins else "",
    }


def _label(way):
    return {Way.SUM: _("Använd summan"), Way.MEAN: _("Använd medelvärdet"), Way.JOIN: _("Sätt samman alla")}[way]
