"""Which rounding did this table use? Pasted, tried three ways, and nothing is kept. Open to anyone."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from vaxel.accounts.access import PUBLIC, access
from vaxel.funding.domain.old_table import rounding_used
from vaxel.funding.domain.pasted_table import pasted_table
from vaxel.funding.domain.terms import TermsError
from vaxel.rounds.commands.drafting import in_words

PAGE = "funding/pages/old_table/page.html"
LONGEST = 200_000
EXAMPLE = "Vansbro\t131 634,63\t65 817,31\t197 452\nOrsa\t134 115,38\t67 057,69\t201 173\nMora\t395 640,36\t197 820,18\t593 461"


@access(PUBLIC)
def old_table_page(request):
    text = request.POST.get("rows", "")[:LONGEST]
    context = {"rows": text, "example": EXAMPLE, "heading": _("Hur är en äldre tabell avrundad?")}
    if request.method != "POST":
        return render(request, PAGE, context)
    try:
        found = rounding_used(pasted_table(text))
    except TermsError as no:
        return render(request, PAGE, context | {"refused": in_words(no.sentence)}, status=422)
    context |= {"heading": in_words(found.sentence), "evidence": [in_words(one) for one in found.evidence]}
    return render(request, PAGE, context)
