"""The same hits in the same order on both databases: each is compared with one plain reading of the same corpus."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vaxel.search import checks, fts
from vaxel.search.domain.asked import asked
from vaxel.search.domain.words import bare, forms, spaced, words
from vaxel.search.finding import find, groups, suggestions
from vaxel.search.indexing import refresh
from vaxel.search.models import Entry
from vaxel.search.sources import Document, Source, _sources, register

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 3, 1)
CORPUS = (
    ("Elevhälsa i Dalarna", "Länets skolor berättar hur elevhälsan möter psykisk ohälsa.", "2026-014", 3),
    ("Redovisning av medel", "Elevhälsan i Dalarnas län fick en tredjedel.", "2026-015", 9),
    ("Åre kommun", "Jämtlands län", "2321", None),
    ("Areal och yta", "Något helt annat.", "", 1),
    ("Vårdprogrammet för unga", "Får man fråga? Psykisk hälsa, inte hälsa psykisk.", "", 5),
    ("Vårdprogram", "Fader vår, far och son.", "", 5),
    ("Dals-Eds kommun", "Västra Götalands län", "1438", None),
    ("Skolsköterskans handbok", "Rutin för skolsköterskor, elevhälsa.", "", 2),
    ("Hemligt om elevhälsa", "Bara för några.", "", 8),
)
HIDDEN = len(CORPUS)
QUERIES = """elevhälsa|elevhälsan Dalarna|Dalarna elevhälsa|elevh|Åre|are|ARE|2321|2026-014|014|2026|vårdprogram|vårdprogrammen|får|far
|"psykisk hälsa"|"hälsa psykisk"|psykisk hälsa|skolsköterska|dal|dalarnas|kommun|län|hemligt|i|för unga|"far"|finns inte|elevhalsa dalarna""".split(
    "|"
)


def document(place, row):
    title, text, also, days = row
    return Document(place, title, text, also, DAY + dt.timedelta(days) if days else None)


def read(ids):
    every = [document(place, row) for place, row in enumerate(CORPUS, start=1)]
    return [one for one in every if ids is None or one.id in ids]


@pytest.fixture
def corpus():
    kept = dict(_sources)
    _sources.clear()
    source = Source(
        "test.thing",
        label="Saker",
        read=read,
        visible_to=lambda actor: (
            Entry.objects.exclude(object_id=HIDDEN).values("object_id") if actor != "all" else None
        ),
        address=lambda entry: "/",
    )
    register(source)
    refresh(source, range(1, len(CORPUS) + 1))
    yield source
    _sources.clear()
    _sources.update(kept)


def plainly(text, actor="all"):
    """What is found, and in which order, read off the corpus without any database."""
    what = asked(text)
    ranked = []
    for one in read(None):
        whole = words(f"{one.title} {one.also} {one.text}")
        runs = [spaced(map(bare, words(part))) for part in (one.title, one.also, one.text)]
        hidden = actor != "all" and one.id == HIDDEN
        if not what or hidden or not all(any(term.fits(word) for word in _parts(whole, one)) for term in what.terms):
            continue
        if all(any(phrase in run for run in runs) for phrase in what.phrases):
            ranked.append((-_closeness(what, one), -(one.day or dt.date.min).toordinal(), one.id))
    return [place for *_, place in sorted(ranked)]


def _parts(whole, one):
    return [*whole, *filter(None, one.also.split("-"))]


def _closeness(what, one):
    held = {form for word in _parts(words(f"{one.title} {one.also}"), one) for form in forms(word)}
    exact = sum(2 for term in what.terms if term.token in held)
    return exact + sum(1 for term in what.terms if term.beginning and any(f.startswith(term.beginning) for f in held))


@pytest.mark.parametrize("text", QUERIES)
def test_hits_and_their_order(corpus, text):
    assert [entry.object_id for entry in find(text.strip(), "all")[1]] == plainly(text.strip())


def test_the_table_says_something(corpus):
    assert plainly("elevhälsa Dalarna") == [1, 2]  # the title before the text
    assert plainly("are") == [3, 4]  # the whole word before the beginning of one
    assert plainly('"psykisk hälsa"') == [5]


SOME = sorted({word for row in CORPUS for word in words(" ".join(filter(None, row[:3])))})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(SOME), st.integers(2, 12)), min_size=1, max_size=3))
def test_any_words_of_the_corpus_or_beginnings_of_them(corpus, chosen):
    text = " ".join(word[:length] for word, length in chosen)
    assert [entry.object_id for entry in find(text, "all")[1]] == plainly(text)


@pytest.mark.parametrize("text", ["", "  ", "%_'\"*", "\x00", "' OR 1=1 --", "a" * 5000, "NEAR(", "-", "^", '"', "🙂"])
def test_whatever_is_typed_is_answered(corpus, text):
    assert list(find(text, "all")[1]) == []


def test_what_may_not_be_seen_is_neither_found_nor_counted_nor_hinted_at(corpus):
    assert [entry.object_id for entry in find("hemligt", "all")[1]] == [HIDDEN]
    found = find("hemligt", "nobody")[1]
    assert groups(found, 5) == []
    assert suggestions(find("hemlgit", "nobody")[0], "nobody") == []
    assert suggestions(find("hemlgit", "all")[0], "all") == ["Hemligt"]
    assert groups(find("elevhälsa", "nobody")[1], 5)[0].number == groups(find("elevhälsa", "all")[1], 5)[0].number - 1


def test_every_word_misspelt_is_mended_at_once(corpus):
    assert suggestions(find("elevhäsla Dalarnna", "all")[0], "all")[0] == "Elevhälsa Dalarna"


def test_as_many_questions_for_one_hit_as_for_many(corpus):
    def asked_for(text):
        with CaptureQueriesContext(connection) as queries:
            groups(find(text, "all")[1], 5)
        return len(queries)

    assert asked_for("hemligt") == asked_for("kommun") == asked_for("finns inte") == 1


def test_what_is_no_longer_told_of_is_not_found(corpus):
    Entry.objects.filter(object_id=1).update(title="Något äldre")
    assert list(checks.wrong(corpus)) == ["test.thing 1: the index says something else"]
    refresh(corpus, [1])
    refresh(corpus, [99])
    assert list(checks.wrong(corpus)) == []
    Entry.objects.create(source="test.thing", object_id=99, title="x", title_tokens="", plain="", tokens=["x"])
    assert list(checks.wrong(corpus)) == ["test.thing 99: in the index, but not to be found"]
    refresh(corpus, [99])
    assert list(checks.wrong(corpus)) == []
    assert fts.is_whole(connection)


def test_an_index_that_lags_behind_its_entries_is_told_of(corpus):
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER search_entry_au")
        Entry.objects.filter(object_id=1).update(tokens=["annat"])
    assert not fts.is_whole(connection)
    with connection.cursor() as cursor:
        fts.install(connection)
        fts.refill(connection)
    assert fts.is_whole(connection)
