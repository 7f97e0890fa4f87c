"""New round and its draft: what, to whom and when on one page; nothing is sent from here."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from vaxel import files
from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.domain.days import next_working_day
from vaxel.network.queries.asof import at
from vaxel.rounds.commands import documents
from vaxel.rounds.commands.rounds import create_round, edit_round
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.domain.reminding import DEFAULT_DAYS
from vaxel.rounds.models import Round
from vaxel.rounds.pages.new_round.audience import reach
from vaxel.rounds.pages.new_round.form import RoundForm, initial_of, reminding
from vaxel.rounds.pages.new_round.month import picked, two_months
from vaxel.rounds.pages.round.sections import shown as sections_of
from vaxel.rounds.permissions import CREATES_ROUND, EDITS_ROUND, is_sender
from vaxel.rounds.queries.audience_choices import audience_choices, newest_versions
from vaxel.rounds.words import KINDS, ROUTES
from vaxel.ui.refusal import Refusal

PAGE = "rounds/pages/new_round/page.html"
CONFLICT = 409
CHANGED = _lazy(
    "Någon annan har sparat utkastet sedan ni öppnade det. Det ni har skrivit står kvar här, men är inte sparat."
)
EMPTY = {
    "levels": ["municipality"],
    "answers_public": True,
    "answer_by_link": True,
    "rule": {"kinds": ["municipality"]},
    "reminds": True,
    **reminding(DEFAULT_DAYS),
}
ONWARD = {"save": "round_edit", "preview": "round_preview", "send": "round_send"}


@access(CREATES_ROUND)
def new_round(request):
    return _page(request, None)


@access(EDITS_ROUND)
def edit(request, round):
    found = get_object_or_404(Round.objects.select_related("owner", "template_version__template"), pk=round)
    if found.state != RoundState.DRAFT:
        return redirect("round", found.pk)
    return _page(request, found)


def _page(request, draft):
    if request.method != "POST":
        return _shown(request, draft, _form(request, draft))
    if draft and (chosen := request.POST.get("remove_document")):
        documents.detach(draft, chosen, by=request.actor)
        return redirect("round_edit", draft.pk)
    if "pick_due" in request.POST or request.POST.get("act") == "count":
        return _shown(request, draft, _form(request, draft, picked(request.POST), saving=False))
    form = _form(request, draft, request.POST)
    if form.is_valid() and (saved := _saved(request, draft, form)):
        return redirect(ONWARD.get(request.POST.get("act"), "round_edit"), saved.pk)
    return _shown(request, draft, form, status=422)


def _form(request, draft, data=None, *, saving=True):
    owner_id = draft.owner_id if draft else request.actor.body_id
    names = _names(draft) if draft else {}
    return RoundForm(
        data,
        initial=initial_of(draft, names) if draft else {**EMPTY, "template_version": request.GET.get("mall", "")},
        options=audience_choices(today()),
        versions=newest_versions(owner_id),
        saving=saving,
        senders_say=draft is None or is_sender(request.actor, draft),
        auto_id="f-%s",
    )


def _names(draft):
    rule = draft.audience or {}
    senders = [sender.body_id for sender in draft.senders.all()]
    return at(today()).names([*rule.get("bodies", []), *rule.get("except", []), *senders])


def _saved(request, draft, form):
    """The draft as saved, or None with the refusal written on the form."""
    try:
        saved = _written(request, draft, form)
    except Refusal as no:
        form.conflict = no.status == CONFLICT
        form.add_error(no.field if no.field in form.fields else None, CHANGED if form.conflict else no.message)
        return None
    messages.success(request, _("Utkastet är sparat. Ingenting har skickats."))
    for upload in request.FILES.getlist("documents"):
        _attached(request, saved, upload)
    return saved


def _written(request, draft, form):
    by = request.actor
    if draft is None:
        return create_round(by=by, owner_id=by.body_id, **form.changes())
    return edit_round(draft, by=by, revision=_revision(request, draft), **form.changes())


def _attached(request, saved, upload):
    """A bad file is refused in words while the rest are kept."""
    try:
        documents.attach(saved, upload, by=request.actor)
    except Refusal as no:
        messages.warning(request, no.message)


def _revision(request, draft):
    """The number the form was shown with: if a co-worker saved in between, the second is told."""
    written = request.POST.get("revision", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else draft.revision


def _shown(request, draft, form, status=200):
    due = _day(form, "due")
    context = {
        "draft": draft,
        "sections": sections_of(request, draft) if draft else [],
        "form": form,
        "kinds": [(radio, KINDS[RoundKind(radio.data["value"])]) for radio in form["kind"]],
        "routes": [
            (radio, explained) for radio, (_name, explained) in zip(form["route"], ROUTES.values(), strict=True)
        ],
        "reach": reach(form, due),
        "documents": documents.documents_of(draft),
        "accept": files.ACCEPT,
        "months": two_months(today=today(), chosen=due, language=get_language()),
        "due": due,
        "next_working_day": next_working_day(due) if due else None,
        "conflict": getattr(form, "conflict", False),
        "newest": Round.objects.values_list("revision", flat=True).get(pk=draft.pk) if draft else 0,
        "revision": request.POST.get("revision") or (draft.revision if draft else 0),
    }
    template = PAGE
    if request.htmx and request.POST.get("act") == "count":
        template = f"{PAGE}#reach"
    elif request.htmx and "pick_due" in request.POST:
        template = f"{PAGE}#due"
    if form.is_bound and form.errors:
        status = 422
    return render(request, template, context, status=status)


def _day(form, name):
    if form.is_bound:
        form.is_valid()
        return form.cleaned_data.get(name)
    return form.initial.get(name)
