"""The templates of the body one acts for, and a first one in one field."""

from django import forms
from django.contrib import messages
from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.accounts.access import access
from vaxel.rounds.commands.templates import LONGEST_TITLE, create_template
from vaxel.rounds.models import Template, TemplateVersion
from vaxel.rounds.permissions import CREATES_ROUND
from vaxel.ui.paging import page_of
from vaxel.ui.refusal import Refusal

PAGE = "rounds/pages/templates/page.html"


class TitleForm(forms.Form):
    title = forms.CharField(
        label=gettext_lazy("Vad ska mallen heta?"),
        help_text=gettext_lazy("Till exempel ”Redovisning av medel”. Namnet ser bara ni."),
        max_length=LONGEST_TITLE,
    )


@access(CREATES_ROUND)
def templates(request):
    form = TitleForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and (made := _made(request, form)):
        messages.success(request, _("Mallen är skapad. Lägg till den första frågan."))
        return redirect("template", made.pk)
    archived = "arkiv" in request.GET
    page = page_of(request, _templates(request.actor.body_id, archived=archived))
    context = {"page": page, "form": form, "archived": archived}
    return render(request, PAGE, context, status=422 if form.errors else 200)


def _made(request, form):
    try:
        return create_template(by=request.actor, owner_id=request.actor.body_id, title=form.cleaned_data["title"])
    except Refusal as no:
        form.add_error(no.field if no.field in form.fields else None, no.message)
        return None


def _templates(body_id, *, archived):
    """With the latest version's number and how much it is used, in one query."""
    latest = TemplateVersion.objects.filter(template=OuterRef("pk")).order_by("-number")
    questions = latest.annotate(n=Count("uses")).values("n")[:1]
    return (
        Template.objects.filter(owner=body_id, archived_at__isnull=not archived)
        .annotate(
            number=Max("versions__number"),
            saved_at=Max("versions__updated_at"),
            used=Count("versions__round", distinct=True, filter=~Q(versions__round__sent_at=None)),
            frozen_at=Subquery(latest.values("frozen_at")[:1]),
            questions=Subquery(questions),
        )
        .order_by("-saved_at", "-id")
    )
