"""Search over everything one may see: by kind, the best first; a kind by itself, page by page."""

from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel import search
from vaxel.accounts.access import PUBLIC, access
from vaxel.search.domain.snippet import marked, snippet
from vaxel.search.sources import sources
from vaxel.site.pages.search.form import Search
from vaxel.ui.paging import page_of
from vaxel.ui.templatetags.numbers import count

PAGE = "site/pages/search/page.html"
BEST, PER_PAGE = 5, 20


@dataclass(frozen=True)
class Hit:
    entry: object
    url: str
    kind: str
    title: tuple
    snippet: tuple


@access(PUBLIC)
def search_page(request):
    form = Search(request.GET)
    text, chosen = form.asked()
    what, found = search.find(text, request.actor)
    groups = search.groups(found, BEST) if what else []
    only = _only(groups, chosen)
    page = page_of(request, found.filter(source=only.source.name), PER_PAGE) if only else None
    number = sum(group.number for group in groups)
    context = {
        "form": form,
        "asked": text.strip(),
        "heading": _heading(text.strip(), number) if what else _("Sök bland allt ni får se."),
        "number": number,
        "tabs": _tabs(groups, only, text, number),
        "groups": [] if only else [_shown(group, what, text) for group in groups],
        "page": page,
        "hits": [_hit(only.source, entry, what) for entry in page] if page else [],
        "nothing": _nothing(what, request.actor) if what and not groups else None,
        "kinds": [source.label for source in sources()],
    }
    return render(request, PAGE, context)


def _only(groups, chosen):
    """One kind, because it was chosen or there is no other. A kind in the address that has no hits chooses nothing."""
    if len(groups) == 1:
        return groups[0]
    return next((group for group in groups if group.source.name == chosen), None)


def _heading(text, number):
    if not number:
        return _("Ingen träff på ”%(asked)s”.") % {"asked": text}
    words = ngettext("En träff på ”%(asked)s”.", "%(n)s träffar på ”%(asked)s”.", number)
    return words % {"n": count(number), "asked": text}


def _tabs(groups, only, text, number):
    if len(groups) < 2:
        return []
    every = [(_("Alla"), number, _address(text), only is None)]
    return every + [(group.source.label, group.number, _address(text, group.source), group is only) for group in groups]


def _address(text, source=None):
    chosen = {"slag": source.name} if source else {}
    return f"{reverse('search')}?{urlencode({'q': text, **chosen})}"


def _shown(group, what, text):
    return {
        "label": group.source.label,
        "number": group.number,
        "hits": [_hit(group.source, entry, what) for entry in group.entries],
        "more": _address(text, group.source) if group.number > BEST else "",
    }


def _hit(source, entry, what):
    return Hit(
        entry, source.address(entry), source.describe(entry), marked(entry.title, what), snippet(entry.text, what)
    )


def _nothing(what, actor):
    return {
        "near": [(text, _address(text)) for text in search.suggestions(what, actor)],
        "alone": [(word, _address(word)) for word in search.found_alone(what, actor)],
    }
