"""The answer by a link: saved as it is written, reviewed, and sent by somebody who says who they are."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vaxel.rounds.commands import acting_by_link
from vaxel.rounds.commands.acting_by_link import writing_by
from vaxel.rounds.domain.merging import fingerprints
from vaxel.rounds.forms.answer_form import AnswerForm
from vaxel.rounds.pages.by_link.look import Addresses, look_by_link
from vaxel.rounds.pages.by_link.opening import by_link
from vaxel.rounds.pages.by_link.page import PAGE, act, token_in
from vaxel.rounds.pages.by_link.signing import SignForm, signed
from vaxel.rounds.pages.delivery.answering import posted_form, ready, save_changes
from vaxel.rounds.pages.delivery.found import questions_of
from vaxel.rounds.pages.delivery.reading import answer_lines
from vaxel.rounds.queries.answers import draft

REVIEW = "rounds/pages/by_link/review.html"


@by_link
@require_POST
def save(request, link):
    """The whole form, or what of it the browser sends by itself. Earlier answers are other parts': never offered here."""
    token, delivery = token_in(request), link.delivery
    form = posted_form(delivery, request, Addresses(token).file)
    save_changes(form, delivery, request.POST, writing_by(link), reuses=False)
    wants_review = request.POST.get("do") == "review"
    if wants_review and not form.errors:
        ready(form)
    if "X-Autosave" in request.headers:
        return JsonResponse(fingerprints(form.values), status=422 if form.errors else 200)
    if form.errors:
        return render(request, PAGE, look_by_link(link, token, form=form), status=422)
    if wants_review:
        return redirect("link_review", token)
    messages.success(request, _("Utkastet är sparat. Inget har skickats."))
    return redirect("link_answer", token)


@by_link
@require_http_methods(["GET", "HEAD", "POST"])
def review(request, link):
    """All that is about to be sent, and who sends it."""
    token, written = token_in(request), draft(link.delivery)
    sign = SignForm(request.POST or None)
    if written is None:  # sent already: the same form again gets the same receipt
        return _sent(request, link, sign) if request.method == "POST" else redirect("link_answer", token)
    urls = Addresses(token).file
    form = AnswerForm(questions_of(link.delivery), values=written.values, file_url=urls)
    if not ready(form):
        return render(request, PAGE, look_by_link(link, token, form=form), status=422)
    if request.method == "POST" and (done := _sent(request, link, sign)):
        return done
    context = look_by_link(link, token) | {"to_send": answer_lines(link.delivery, written, urls=urls), "form": sign}
    context["version"] = written.version
    return render(request, REVIEW, context, status=422 if sign.errors else 200)


def _sent(request, link, sign):
    told = lambda receipt: (  # noqa: E731
        _("Svaret är skickat. Här är kvittensen.") if receipt else _("Svaret är lämnat för beslut hos er.")
    )
    sent = act(request) | {"version": request.POST.get("version", "")}
    return signed(request, sign, lambda who: acting_by_link.submit(link, **who, **sent), told)
