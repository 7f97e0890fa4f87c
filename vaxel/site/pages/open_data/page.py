"""Open data: which there is, each as csv and json, and the catalogue that machines read."""

from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel import files
from vaxel.accounts.access import PUBLIC, access
from vaxel.accounts.once_for_all import once_for_all
from vaxel.calendar.clock import today
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.network.queries.asof import at
from vaxel.rounds.queries.open_data import datasets, rows_of
from vaxel.site.pages.open_data.catalogue import catalogue
from vaxel.site.pages.open_data.money import money_sets
from vaxel.text import summary
from vaxel.ui.paging import page_of
from vaxel.ui.templatetags.numbers import in_words_capital

FORMS = ("csv", "json")
MOST = 500  # in the catalogue


@access(PUBLIC)
@once_for_all
def open_data(request):
    page = page_of(request, datasets(), size=30)
    number = page.paginator.count
    words = ngettext("En sammanställning är öppna data.", "%(n)s sammanställningar är öppna data.", number)
    context = {
        "heading": words % {"n": in_words_capital(number)} if number else _("Inga sammanställningar är öppna data än."),
        "page": page,
        "sets": described(page.object_list),
        "money": money_sets(),
    }
    return render(request, "site/pages/open_data/page.html", context)


@access(PUBLIC)
def open_data_file(request, round, form):
    """One round's figures, a line each; an empty value is held back: so few that it would be somebody's own."""
    if form not in FORMS:
        raise Http404
    found = get_object_or_404(datasets(), pk=round)
    header = ["part", "code", "question", "measure", "value"]
    rows = [[row.part, row.code, row.question, row.measure, row.value] for row in rows_of(found, "Sverige")]
    return files.spreadsheet_response(form, f"vaxel-{found.number}", header, rows)


@access(PUBLIC)
def open_data_catalogue(request):
    burden = {
        "key": "burden",
        "title": "Så mycket frågas kommuner och regioner",
        "text": "Antal förfrågningar och beräknade minuter per år, avsändarens nivå och slag av mottagare.",
        "publisher": "Växel",
        "issued": None,
        "files": {"csv": reverse("total_burden_file")},
    }
    found = catalogue([burden, *money_sets(), *described(datasets()[:MOST])])
    return JsonResponse(found, content_type="application/ld+json", json_dumps_params={"ensure_ascii": False})


def described(rounds):
    """One query for the names."""
    rounds = list(rounds)
    names = at(today()).names({one.owner_id for one in rounds})
    return [
        {
            "key": f"round-{one.pk}",
            "round": one,
            "title": one.title,
            "text": summary(one.text, 300),
            "publisher": names.get(one.owner_id, "Växel"),
            "issued": swedish_day(one.closed_at) if one.closed_at else None,
            "files": {form: reverse("open_data_file", args=[one.pk, form]) for form in FORMS},
        }
        for one in rounds
    ]
