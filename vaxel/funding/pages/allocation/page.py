"""Who gets what, receiver by receiver: of a draft as it stands, of a decided agreement as it was decided."""

from django import forms
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel import files
from vaxel.accounts.access import access
from vaxel.funding.documents.allocation_table import sheets, table
from vaxel.funding.domain.terms import TermsError
from vaxel.funding.pages.found import agreement_of
from vaxel.funding.pages.maps import has_map, per_head_map
from vaxel.funding.pages.sums import by_which_key, counted_kinds, differences_of, out_of_what, paid_against_pot
from vaxel.funding.pages.wording import DECIDED
from vaxel.funding.permissions import READS_MONEY
from vaxel.funding.queries.sharing import sharing_of
from vaxel.funding.queries.terms import receivers_day
from vaxel.funding.templatetags.kronor import kronor
from vaxel.funding.words import RECEIVERS
from vaxel.network.domain.kinds import Kind
from vaxel.network.domain.names import fold, swedish_key
from vaxel.network.queries.asof import at
from vaxel.network.wording import listed
from vaxel.rounds.commands.drafting import in_words
from vaxel.rounds.words import capital

FORMS = ("csv", "xlsx")


class Filter(forms.Form):
    q = forms.CharField(label=gettext_lazy("Sök mottagare"), required=False, max_length=80, widget=forms.TextInput(attrs={"type": "search"}))  # fmt: skip
    lan = forms.ChoiceField(label=gettext_lazy("Län"), required=False)
    till = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, counties, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lan"].choices = [("", _("alla län")), *counties]


@access(READS_MONEY)
def allocation_page(request, agreement):
    found = agreement_of(agreement)
    try:
        sharing = sharing_of(found)
    except TermsError as no:
        context = {"agreement": found, "why": in_words(no.sentence)}
        return render(request, "funding/pages/allocation/not_yet.html", context)
    return render(request, "funding/pages/allocation/page.html", _context(request, found, sharing))


def _context(request, agreement, sharing):
    counties = county_names(agreement)
    form = Filter(request.GET or None, counties=[(code, name) for code, name in counties.items()])
    form.is_valid()
    asked = getattr(form, "cleaned_data", {})
    kind = asked.get("till") if asked.get("till") in sharing.kinds else sharing.kinds[0]
    lines = sharing.lines(kind)
    return {
        "agreement": agreement,
        "decided": agreement.state in DECIDED,
        "heading": _("%(who)s får tillsammans %(sum)s.") % {"who": capital(listed(counted_kinds(sharing))), "sum": kronor(sharing.paid_ore)},
        "lead": paid_against_pot(sharing),
        "form": form,
        "kind": kind,
        "tabs": [(one, capital(str(RECEIVERS[one])), one == kind) for one in sharing.kinds],
        "streams": sharing.of_kind(kind),
        "groups": grouped(_wanted(lines, asked), counties, kind),
        "total": _total(lines, sharing.of_kind(kind)),
        "map": per_head_map(lines, kind, receivers_day(agreement.year), request.actor.body_ids) if has_map(kind) else None,
        "keys": [{"stream": one, "key": by_which_key(one), "of": out_of_what(one), "lines": differences_of(one["lines"])} for one in sharing.streams],
        "lines": differences_of(sharing.outputs["lines"]),
        "difference": sharing.outputs["difference_ore"],
    }  # fmt: skip


def county_names(agreement) -> dict[str, str]:
    counties = at(receivers_day(agreement.year)).of_kind(Kind.COUNTY)
    return {one.code: one.name for one in sorted(counties, key=lambda one: swedish_key(one.name))}


def _wanted(lines, asked):
    words, county = fold(asked.get("q", "")), asked.get("lan", "")
    return [
        line
        for line in lines
        if (not county or line.county == county or (line.kind == "county" and line.code == county))
        and (not words or words in fold(line.name) or line.code == words)
    ]


def grouped(lines, counties, kind):
    """Municipalities by county, each county with its sum; others in one group."""
    if kind != "municipality":
        return [{"name": "", "lines": lines}] if lines else []
    found = []
    for code, name in [*counties.items(), ("", _("Utan län"))]:
        if mine := [line for line in lines if line.county == code]:
            found.append({"name": name, "lines": mine, "payout_ore": sum(line.payout_ore for line in mine)})
    return found


def _total(lines, streams):
    return {
        "shares": [one["sum_share_ore"] for one in streams],
        "share_ore": sum(line.share_ore for line in lines),
        "payout_ore": sum(line.payout_ore for line in lines),
        "pots": [one["pot_ore"] for one in streams],
        "differences": [one["difference_ore"] for one in streams],
        "differs": any(one["difference_ore"] for one in streams),
    }


@access(READS_MONEY)
def allocation_export(request, agreement, form):
    """One row per receiver, then the sums, every difference by its name and the receipt's digest."""
    if form not in FORMS:
        raise Http404
    found = agreement_of(agreement)
    try:
        sharing = sharing_of(found)
    except TermsError:
        raise Http404
    sha256 = found.decision.sha256 if found.state in DECIDED else ""
    if form == "xlsx":
        return files.workbook_response(found.name, sheets(sharing.outputs, sha256, _, _("Fördelning")))
    return files.spreadsheet_response(form, found.name, *table(sharing.outputs, sha256, _))
