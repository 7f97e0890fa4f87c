"""A county's proposal for decision on the use of an agreement's money (S3): what is written, what is missing, the docx."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import access
from vaxel.funding.documents.proposal_docx import HEADINGS, proposal_docx
from vaxel.funding.models import Agreement, Decision
from vaxel.funding.pages.found_money import body_of
from vaxel.funding.permissions import READS_PROPOSAL, writes_proposal
from vaxel.funding.queries.proposals import proposal_of
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.commands.drafting import in_words
from vaxel.ui.templatetags.numbers import in_words as number_in_words
from vaxel.ui.templatetags.numbers import in_words_capital

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def seen_of(county, agreement):
    """Of a decided agreement alone: before that there are no amounts to propose a use for."""
    found = body_of(county)
    if found.kind != Kind.COUNTY or not Decision.objects.filter(agreement=agreement).exists():
        raise Http404
    return proposal_of(found, get_object_or_404(Agreement, pk=agreement))


@access(READS_PROPOSAL)
def proposal_page(request, county, agreement):
    seen = seen_of(county, agreement)
    context = {
        "seen": seen,
        "heading": _heading(seen),
        "missing": [in_words(one) for one in seen.missing],
        "tables": [{"it": one, "title": HEADINGS[one.receivers]} for one in seen.tables],
        "may_write": writes_proposal(request.actor, seen.county.pk),
    }
    return render(request, "funding/pages/proposal/page.html", context)


def _heading(seen):
    if not seen.missing:
        return _("Förslaget för %(county)s är komplett och kan beslutas.") % {"county": seen.county.name}
    lacking = {one.values.get("stream") for one in seen.missing}
    whole = len(seen.uses) - len(lacking)
    said = {"whole": in_words_capital(whole) if whole else _("Ingen"), "all": number_in_words(len(seen.uses))}
    return ngettext("Inriktningen är inte färdigskriven än.", "%(whole)s av %(all)s inriktningar är färdigskrivna.", len(seen.uses)) % said  # fmt: skip


@access(READS_PROPOSAL)
def proposal_docx_file(request, county, agreement):
    seen = seen_of(county, agreement)
    answer = HttpResponse(proposal_docx(seen), content_type=DOCX)
    name = slugify(f"forslag {seen.agreement.name} {seen.county.name}") or "forslag"
    answer["Content-Disposition"] = f'attachment; filename="{name}.docx"'
    return answer
