"""The answer is saved as it is written, reviewed and sent. Nothing is sent until the body chooses to."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from vaxel.accounts.access import access
from vaxel.rounds.commands.answer_files import attach_file
from vaxel.rounds.commands.answers import save_draft, submit
from vaxel.rounds.domain.answers import problems, settled
from vaxel.rounds.domain.merging import fingerprints
from vaxel.rounds.forms.answer_form import AnswerForm
from vaxel.rounds.pages.delivery.found import found, questions_of
from vaxel.rounds.pages.delivery.look import look
from vaxel.rounds.pages.delivery.page import PAGE
from vaxel.rounds.pages.delivery.reading import answer_lines, file_urls
from vaxel.rounds.pages.delivery.reusing import Reused, reuse
from vaxel.rounds.permissions import ACTS_FOR_DELIVERY
from vaxel.rounds.queries.answers import begun_with, draft, standing_answer
from vaxel.ui.refusal import Refusal

REVIEW = "rounds/pages/delivery/review.html"
NOTHING_SAID = gettext_lazy("Ni har inte svarat på någon fråga. Svara på minst en, eller välj Inget att redovisa.")


@access(ACTS_FOR_DELIVERY)
@require_POST
def save(request, round, body):
    """The whole form, or what of it the browser sends by itself; what fits is saved even if something else does not."""
    delivery = found(request)
    form = posted_form(delivery, request, file_urls(delivery))
    told, place = save_changes(form, delivery, request.POST, request.actor, reuses=True)
    wants_review = request.POST.get("do") == "review"
    if wants_review and not form.errors:
        ready(form)
    if "X-Autosave" in request.headers:
        return JsonResponse(fingerprints(form.values), status=422 if form.errors else 200)
    if form.errors:
        return render(request, PAGE, look(request, delivery, form=form), status=422)
    if wants_review:
        return redirect("delivery_review", round, body)
    messages.success(request, told or _("Utkastet är sparat. Inget har skickats."))
    return redirect(reverse("delivery", args=[round, body]) + (f"#{place}" if place else ""))


def posted_form(delivery, request, urls):
    return AnswerForm(questions_of(delivery), request.POST, request.FILES, values=begun_with(delivery), file_url=urls)


def save_changes(form, delivery, posted, by, *, reuses):
    """Only what this person has changed; a colleague's answers to other questions stay. (what to say, where to go on)

    `reuses`: earlier answers may be taken again, by those who may see them.
    """
    merge = form.merged()
    form.tell_conflicts(merge.conflicts)
    reused = reuse(delivery, form, merge.changes, posted) if reuses else Reused()
    changes = merge.changes | reused.changes
    uploads = form.uploads()
    changes |= {key: None for key, upload in uploads.items() if upload is None}
    if changes or _begins_again(form, delivery):
        form.values = dict(save_draft(delivery, changes, by=by, carried=reused.carried).values)
    for key, upload in uploads.items():
        if upload is not None:
            _attach(form, delivery, key, upload, by)
    return reused.told, reused.place


def _begins_again(form, delivery):
    """Taken back: nothing stands and nothing is being written, so what the form holds is the new version."""
    return bool(form.values) and draft(delivery) is None and standing_answer(delivery) is None


def _attach(form, delivery, key, upload, actor):
    try:
        form.values = dict(attach_file(delivery, key, upload, by=actor).values)
    except Refusal as no:
        form.add_error(key, no.message)


@access(ACTS_FOR_DELIVERY)
def review(request, round, body):
    """All that is about to be sent, once, on one page; then sent."""
    delivery = found(request)
    written = draft(delivery)
    if written is None:  # sent already: the same form again gets the same receipt, another one is refused in words
        return _sent(request, delivery) if request.method == "POST" else redirect("delivery", round, body)
    form = AnswerForm(questions_of(delivery), values=written.values, file_url=file_urls(delivery))
    if not ready(form):
        return render(request, PAGE, look(request, delivery, form=form), status=422)
    if request.method == "POST":
        return _sent(request, delivery)
    context = look(request, delivery) | {"to_send": answer_lines(delivery, written, compared=True)}
    return render(request, REVIEW, context)


def ready(form):
    """Is everything that must be answered answered? If not, the form says what is left."""
    form.tell(problems(form.questions, form.values))
    if not form.errors and not settled(form.questions, form.values):
        form.add_error(None, str(NOTHING_SAID))
    return not form.errors


def _sent(request, delivery):
    form = {"key": request.POST.get("key"), "version": request.POST.get("version", "")}
    receipt = submit(delivery, by=request.actor, received_at=request.received_at, **form)
    told = _("Svaret är skickat. Här är kvittensen.") if receipt else _("Svaret är lämnat för beslut hos er.")
    messages.success(request, told)
    return redirect("delivery", delivery.round_id, delivery.body_id)
