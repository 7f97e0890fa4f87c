from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import override

from vaxel.search import fts
from vaxel.search.indexing import AT_ONCE, WRITTEN, entry_of
from vaxel.search.models import Entry
from vaxel.search.sources import sources

MOST_TOLD = 20
COMPARED = tuple(name for name in WRITTEN if name != "tokens")  # the two databases keep these each in its own way


def checks():
    """(name, ok, sentence) for `vaxel verify`: what can be found is what there is, told again by every source."""
    faults = [fault for source in sources() for fault in wrong(source)]
    if not fts.is_whole(connection):
        faults.append("search_words differs from search_entry")
    shown = "; ".join([*faults[:MOST_TOLD], *(["…"] if len(faults) > MOST_TOLD else [])])
    right = _("Sökregistret är det som källorna säger. Stämmer det inte: vaxel reindex.")
    yield "search", not faults, shown or right


def wrong(source):
    """Entries that say something else than the source does now, and what has none."""
    kept = {
        entry.object_id: entry for entry in Entry.objects.filter(source=source.name).defer("tokens").iterator(AT_ONCE)
    }
    with override("sv"):
        for document in source.read(None):
            entry, told = kept.pop(document.id, None), entry_of(source, document)
            if entry is None:
                yield f"{source.name} {document.id}: not in the index"
            elif any(getattr(entry, name) != getattr(told, name) for name in COMPARED):
                yield f"{source.name} {document.id}: the index says something else"
    for object_id in kept:
        yield f"{source.name} {object_id}: in the index, but not to be found"
