"""A template, written on the page the receiver will see: each question as it is asked, one of them open for writing."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel.accounts.access import access
from vaxel.rounds.commands import templates as doing
from vaxel.rounds.domain.editing import UnknownPlaceError
from vaxel.rounds.models import Template
from vaxel.rounds.pages.template.edits import apply, refusal_of_place
from vaxel.rounds.pages.template.look import look
from vaxel.rounds.pages.template.opened import editor
from vaxel.rounds.permissions import EDITS_TEMPLATE, READS_TEMPLATE
from vaxel.ui.refusal import Refusal

PAGE = "rounds/pages/template/page.html"


@access(READS_TEMPLATE)
def template_page(request, template):
    found = get_object_or_404(Template, pk=template)
    return render(request, PAGE, look(request, found, open_id=request.GET.get("oppen", "")))


@access(EDITS_TEMPLATE)
@require_POST
def write(request, template):
    """One step of editing. What stands in the open question is saved first, so that no button loses it."""
    found = get_object_or_404(Template, pk=template)
    version = found.versions.order_by("-number").first()
    open_id = request.POST.get("open", "")
    form = editor(version, open_id, request.POST)
    if form is not None and not form.is_valid():
        return render(request, PAGE, look(request, found, open_id=open_id, form=form), status=422)
    try:
        content, target = apply(version.content, request.POST.get("do", ""), open_id, form)
        doing.save_version(version, content, by=request.actor, revision=_revision(request))
    except UnknownPlaceError:
        return _told(request, found, open_id, form, refusal_of_place())
    except Refusal as no:
        if no.status != doing.CONFLICT:
            raise
        return _told(request, found, open_id, form, no)
    return redirect(_address(found, target))


def _told(request, found, open_id, form, refusal):
    """Someone else was first: the page shows what is there now, with one's own words still in the open question."""
    context = look(request, found, open_id=open_id, form=form) | {"refusal": refusal}
    return render(request, PAGE, context, status=refusal.status)


def _address(found, target):
    address = reverse("template", args=[found.pk])
    if target.open:
        return f"{address}?oppen={target.id}#{target.id}"
    return f"{address}#{target.id}" if target.id else address


def _revision(request):
    written = request.POST.get("revision", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else -1


@access(EDITS_TEMPLATE)
@require_POST
def manage(request, template):
    """What is done to the template as a whole."""
    found = get_object_or_404(Template, pk=template)
    act = request.POST.get("act")
    if act == "rename":
        doing.rename(found, request.POST.get("title", ""), by=request.actor)
    elif act == "new_version":
        doing.new_version(found, by=request.actor)
        messages.success(request, _("En ny version att skriva i. Den förra ändras inte."))
    elif act == "archive":
        doing.archive(found, by=request.actor)
        messages.success(request, _("Mallen är undanlagd. Den finns kvar bland undanlagda mallar."))
    elif act == "bring_back":
        doing.bring_back(found, by=request.actor)
    else:
        raise Refusal(_("Sidan känner inte igen vad som skulle göras. Ladda om den och försök igen."), status=400)
    return redirect("template", found.pk)


@access(READS_TEMPLATE)
@require_POST
def copy(request, template):
    """Into the body one acts for: one's own, or one whose round one has read."""
    found = get_object_or_404(Template, pk=template)
    made = doing.duplicate(found, by=request.actor, owner_id=request.actor.body_id)
    messages.success(request, _("Kopian är er. Frågorna är desamma, så att svar kan föreslås igen."))
    return redirect("template", made.pk)
