"""The receipt of a decided allocation, open to anyone: what was decided, by which key, and that it holds when recomputed."""

from django import forms
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from vaxel import files
from vaxel.accounts.access import access
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.calendar.domain.phrases import day_of_month
from vaxel.funding.domain.receipt import Receipt, canonical, check
from vaxel.funding.domain.toml_out import csv_of, toml_of
from vaxel.funding.domain.written import areas_read, terms_read
from vaxel.funding.explained import LEVELS_EXPLAINED, ROUNDINGS_EXPLAINED
from vaxel.funding.pages.found import agreement_of, decision_of
from vaxel.funding.pages.maps import has_map, per_head_map
from vaxel.funding.pages.receipt.one import own_of, story_of
from vaxel.funding.pages.sums import by_which_key, counted_kinds, differences_of, out_of_what, paid_against_pot
from vaxel.funding.permissions import READS_MONEY
from vaxel.funding.queries.replaced import changed_since
from vaxel.funding.queries.sharing import sharing_of
from vaxel.funding.queries.terms import receivers_day
from vaxel.funding.templatetags.kronor import kronor
from vaxel.funding.words import RECEIVERS
from vaxel.network.queries.search import search
from vaxel.network.wording import listed
from vaxel.rounds.commands.drafting import in_words
from vaxel.rounds.words import capital

MOST = 12
FORMS = ("json", "toml", "csv")


class Find(forms.Form):
    q = forms.CharField(
        label=gettext_lazy("Din kommun eller region"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search"}),
    )


@access(READS_MONEY)
def receipt_page(request, agreement):
    found = agreement_of(agreement)
    decision, sharing = decision_of(found), sharing_of(found)
    form = Find(request.GET or None)
    words = form.cleaned_data["q"].strip() if form.is_valid() else ""
    hits = find(found, sharing, words) if words else []
    one = chosen(request, sharing, hits) or (None if words else own_of(request.actor, sharing))
    changes = changed_since(found, sharing)
    context = {
        "agreement": found,
        "decision": decision,
        "heading": heading(found, decision, sharing),
        "lead": paid_against_pot(sharing),
        "lines": differences_of(sharing.outputs["lines"]),
        "form": form,
        "words": words,
        "hits": [] if one else hits,
        "story": story_of(found, sharing, one) if one else None,
        "faults": recomputed(decision),
        "keys": [{"stream": s, "key": by_which_key(s), "of": out_of_what(s), "lines": differences_of(s["lines"])} for s in sharing.streams],
        "rounding": ROUNDINGS_EXPLAINED[found.rounding],
        "level": LEVELS_EXPLAINED[found.level],
        "maps": _maps(found, sharing, request.actor.body_ids),
        "changes": changes,
        "kinds": RECEIVERS,
    }  # fmt: skip
    return render(request, "funding/pages/receipt/page.html", context)


def heading(agreement, decision, sharing):
    return _("%(who)s får tillsammans %(sum)s, beslutat %(day)s.") % {
        "who": capital(listed(counted_kinds(sharing))),
        "sum": kronor(sharing.paid_ore),
        "day": day_of_month(swedish_day(decision.decided_at), get_language()),
    }


def find(agreement, sharing, words):
    """Receivers by what people call them: "falun", "falu kommun", "2080". Best first."""
    hits = search(words, receivers_day(agreement.year), kinds=sharing.kinds, limit=MOST)
    pairs = [(hit.kind, hit.code) for hit in hits if (hit.kind, hit.code) in sharing.names]
    return [{"key": ":".join(pair), "name": sharing.names[pair], "pair": pair} for pair in dict.fromkeys(pairs)]


def chosen(request, sharing, hits):
    """The one named in the address, or the only one found."""
    kind, _colon, code = request.GET.get("mottagare", "").partition(":")
    if (kind, code) in sharing.names:
        return (kind, code)
    return hits[0]["pair"] if len(hits) == 1 else None


def recomputed(decision) -> list[str]:
    """Computed anew at each view; empty where it is the same to the öre."""
    kept = Receipt(decision.version, decision.inputs, decision.outputs, decision.sha256)
    return [in_words(fault) for fault in check(kept)]


def _maps(agreement, sharing, own):
    day = receivers_day(agreement.year)
    return [
        {
            "title": _("Utbetalning per invånare: %(who)s") % {"who": RECEIVERS[kind]},
            **per_head_map(sharing.lines(kind), kind, day, own),
        }
        for kind in sharing.kinds
        if has_map(kind)
    ][:2]


@access(READS_MONEY)
def receipt_file(request, agreement, form):
    """The whole receipt as JSON, or its terms and populations as `vaxel allocate` reads them."""
    if form not in FORMS:
        raise Http404
    found = agreement_of(agreement)
    decision = decision_of(found)
    name = f"{found.name} {found.year}.{form}"
    match form:
        case "json":
            whole = {
                "version": decision.version,
                "inputs": decision.inputs,
                "outputs": decision.outputs,
                "sha256": decision.sha256,
            }
            return files.send_bytes(name, "application/json", canonical(whole).encode())
        case "toml":
            return files.send_bytes(
                name, "text/plain; charset=utf-8", toml_of(terms_read(decision.inputs["terms"])).encode()
            )
    return files.send_bytes(name, "text/csv; charset=utf-8", csv_of(areas_read(decision.inputs["areas"])).encode())
