"""What someone finds: matches among what the sources say they may see, the best first, the same on both databases."""

from dataclasses import dataclass

from django.db.models import Case, Count, F, IntegerField, Q, Value, When, Window
from django.db.models.functions import RowNumber

from vaxel.search.domain.asked import Asked, asked
from vaxel.search.domain.near import near, pieces
from vaxel.search.models import Entry
from vaxel.search.sources import sources

BEST_FIRST = (F("closeness").desc(), F("day").desc(nulls_last=True), F("source").asc(), F("object_id").asc())
TITLES_COMPARED, MOST_STRANGE = 500, 3


@dataclass(frozen=True)
class Group:
    """The best of a source, and how many it has in all. Nothing that may not be seen is counted."""

    source: object
    number: int
    entries: list


def find(text, actor, source=""):
    """(what was asked, the entries one may see: a queryset, best first; of one source if it is named)."""
    what = asked(text)
    if not what:
        return what, Entry.objects.none()
    found = _matching(what).filter(_seen_by(actor, source)).annotate(closeness=_closeness(what))
    return what, found.defer("tokens", "plain", "title_tokens").order_by(*BEST_FIRST)


def groups(found, most):
    """By the source, the one with the best entry first; one query, however many are found."""
    mine = {"partition_by": F("source")}
    place, number = Window(RowNumber(), order_by=BEST_FIRST, **mine), Window(Count("pk"), **mine)
    some: dict[str, list] = {}
    for entry in found.annotate(place=place, number=number).filter(place__lte=most):
        some.setdefault(entry.source, []).append(entry)
    shown = [
        Group(source, some[source.name][0].number, some[source.name]) for source in sources() if source.name in some
    ]
    return sorted(shown, key=lambda group: -group.entries[0].closeness)


def suggestions(what: Asked, actor):
    """What may have been meant, as whole questions that do find something: each word that is nowhere spelled as one
    in the titles one may see.
    """
    strange = {term.typed for term in what.terms if not _any(Asked((term,)), actor)}
    near_ones = {word: near(word, _titles(word, actor)) for word in sorted(strange)[:MOST_STRANGE]}
    if not all(near_ones.values()) or not near_ones:
        return []
    meant = [_instead(what, near_ones, place) for place in range(max(map(len, near_ones.values())))]
    return [text for text in dict.fromkeys(meant) if _any(asked(text), actor)]


def _instead(what, near_ones, place):
    """The next nearest of each, or its last."""
    chosen = {word: some[min(place, len(some) - 1)] for word, some in near_ones.items()}
    return " ".join(chosen.get(term.typed, term.typed) for term in what.terms)


def found_alone(what: Asked, actor):
    """Of several words that are nowhere together, those that are somewhere."""
    return [term.typed for term in what.terms if len(what.terms) > 1 and _any(Asked((term,)), actor)]


def _any(what, actor):
    return _matching(what).filter(_seen_by(actor)).exists()


def _titles(word, actor):
    wanted = Q()
    for piece in pieces(word):
        wanted |= Q(title_tokens__contains=piece)
    seen = Entry.objects.filter(wanted).filter(_seen_by(actor)).order_by(F("day").desc(nulls_last=True), "id")
    return seen.values_list("title", flat=True)[:TITLES_COMPARED]


def _matching(what):
    found = Entry.objects.filter(tokens__finds=what)
    for phrase in what.phrases:
        found = found.filter(plain__contains=phrase)
    return found


def _seen_by(actor, name=""):
    """Each source's own condition, as rows: a list, its number and its pages are then of the same things."""
    seen = Q(pk__in=[])
    for source in sources():
        if not name or source.name == name:
            ids = source.visible_to(actor)
            seen |= Q(source=source.name) if ids is None else Q(source=source.name, object_id__in=ids)
    return seen


def _closeness(what):
    """How many of the words stand in the title; a whole word counts before the beginning of one."""
    places = Value(0)
    for term in what.terms:
        places += Case(When(title_tokens__contains=f" {term.token} ", then=2), default=0, output_field=IntegerField())
        if term.beginning:
            begun = When(title_tokens__contains=f" {term.beginning}", then=1)
            places += Case(begun, default=0, output_field=IntegerField())
    return places
