"""Keeping the index: what is journalled about a thing makes its source read it anew, in the same transaction."""

from collections.abc import Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice

from django.db import connection, transaction
from django.utils.translation import override

from vaxel.search import fts
from vaxel.search.domain.words import bare, spaced, tokens, words
from vaxel.search.models import Entry
from vaxel.search.sources import sources

AT_ONCE = 500
LONGEST_TITLE, LONGEST_TEXT = 300, 60_000  # letters; what stands after them is not found
WRITTEN = ("within", "kind", "title", "text", "day", "title_tokens", "plain", "tokens")


_left_to_the_end = ContextVar("search_left_to_the_end", default=False)


@contextmanager
def left_to_the_end():
    """For a database that is filled as a whole: all of it is read once afterwards, nothing act by act."""
    token = _left_to_the_end.set(True)
    try:
        yield
    finally:
        _left_to_the_end.reset(token)
    rebuild()


def on_recorded(object_type, object_ids, **_kwargs):
    if _left_to_the_end.get():
        return
    ids = [int(one) for one in object_ids if str(one).isdigit()]
    for source in sources():
        if touched := list(dict.fromkeys(source.touched(object_type, ids))):
            refresh(source, touched)


@transaction.atomic
def refresh(source, ids):
    """What the source says of these now; what it no longer speaks of is not found any more."""
    ids = list(ids)
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        read = {document.id for document in _write(source, _read(source, some))}
        Entry.objects.filter(source=source.name, object_id__in=set(some) - read).delete()


@transaction.atomic
def rebuild():
    """All of it anew: after a bulk load, a restored copy, or an index that `vaxel verify` finds wanting. How many.

    What is said already keeps its row: an upgrade that changes nothing leaves every row as it was.
    """
    fts.refill(connection)
    for source in sources():
        said = set()
        documents = iter(_read(source, None))
        while some := list(islice(documents, AT_ONCE)):
            said.update(document.id for document in _write(source, some))
        _forget(Entry.objects.filter(source=source.name), said)
    _forget(Entry.objects.exclude(source__in=[source.name for source in sources()]), set())
    fts.refill(connection)
    return Entry.objects.count()


def _forget(entries, said):
    unsaid = [pk for pk, object_id in entries.values_list("pk", "object_id") if object_id not in said]
    for start in range(0, len(unsaid), AT_ONCE):
        Entry.objects.filter(pk__in=unsaid[start : start + AT_ONCE]).delete()


def kept(name, ids):
    """Id → (title, text) as they stand in the index."""
    rows = Entry.objects.filter(source=name, object_id__in=list(ids))
    return {object_id: said for object_id, *said in rows.values_list("object_id", "title", "text")}


def kept_within(name, ids):
    return Entry.objects.filter(source=name, within__in=list(ids)).values_list("object_id", flat=True)


def _read(source, ids) -> Iterable:
    """In Swedish, whoever's act it is: the index is one."""
    with override("sv"):
        yield from source.read(ids)


def _write(source, documents):
    documents = list(documents)
    Entry.objects.bulk_create(
        [entry_of(source, document) for document in documents],
        update_conflicts=True,
        unique_fields=["source", "object_id"],
        update_fields=WRITTEN,
    )
    return documents


def entry_of(source, document):
    title, text = document.title[:LONGEST_TITLE], document.text[:LONGEST_TEXT]
    answers_to = f"{title} {document.also}"
    return Entry(
        source=source.name,
        object_id=document.id,
        within=document.within,
        kind=document.kind,
        title=title,
        text=text,
        day=document.day,
        title_tokens=spaced(tokens(answers_to)),
        plain=spaced(bare(word) for part in (title, document.also, text) for word in (*words(part), "|")),
        tokens=tokens(f"{answers_to} {text}"),
    )
