"""What `vaxel verify` asks of the network: is everything derived still what the truth says?"""

from django.db.models import F
from django.utils.translation import gettext as _

from vaxel.network.commands.closing import from_ties
from vaxel.network.domain.kinds import Tree
from vaxel.network.models import Closure, Tie


def checks():
    """(name, ok, sentence) for each thing that could be wrong; changes nothing."""
    for tree in Tree:
        yield _closure(tree)
    yield _kinds_of_parents()


def _closure(tree):
    rows = Closure.objects.filter(tree=tree)
    present = set(rows.values_list("ancestor_id", "descendant_id", "depth", "valid_from", "valid_to").iterator())
    count, absent = 0, 0
    for row in from_ties(tree):
        count += 1
        absent += tuple(row) not in present
        present.discard(tuple(row))
    name = f"network.closure.{tree}"
    if absent or present:
        words = _("%(absent)d rader fattas och %(extra)d är för många. Räkna om dem med vaxel reference rebuild.")
        return name, False, words % {"absent": absent, "extra": len(present)}
    return name, True, _("%(count)d rader, lika med en omräkning från tillhörigheterna.") % {"count": count}


def _kinds_of_parents():
    """`parent_kind` repeats the parent's kind, so that the database can refuse two whole ties of a kind."""
    wrong = list(Tie.objects.exclude(parent_kind=F("parent__kind")).values_list("pk", flat=True)[:11])
    if wrong:
        return "network.parent_kinds", False, _("Fel slag på tillhörigheterna %(ids)s.") % {"ids": wrong[:10]}
    return "network.parent_kinds", True, _("Varje tillhörighet bär sin överordnades slag.")
