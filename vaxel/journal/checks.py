from itertools import islice

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from vaxel.journal import heads, witness
from vaxel.journal.domain.verdict import Fault
from vaxel.journal.verifying import verify

SENTENCES = {
    Fault.NONE: _l("Journalen är hel: %(sealed)s rader är förseglade och %(unsealed)s väntar. Huvud: %(head)s."),
    Fault.GAP: _l("Journalen är bruten: länk %(at)s fattas eller ligger fel. Jämför med en säkerhetskopia."),
    Fault.ALTERED: _l("Journalen är bruten: rad %(at)s är inte den som förseglades. Jämför med en säkerhetskopia."),
    Fault.REDONE: _l("Journalen är utbytt: länk %(at)s är inte den som fanns när huvudet sparades."),
    Fault.CUT_OFF: _l("Journalen är avkortad: den slutar före länk %(at)s, men ett sparat huvud ligger senare."),
    Fault.NOTE_ALTERED: _l("Anteckningen vid rad %(at)s är inte den som skrevs. Jämför med en säkerhetskopia."),
}
MOST_TOLD = 20
TABLES = ("journal_entry", "journal_seal")


def checks(known=()):
    """(name, ok, sentence) for `vaxel verify`: the chain holds, and the tables still refuse changes.

    `known` are heads that somebody has kept elsewhere.
    """
    verdict = verify([*heads.exported_heads(), *known])
    yield "journal", verdict.ok, _sentence(verdict)
    if heads.path() is not None:
        yield "journal-anchor", *_anchor(verdict)
    altered = list(islice(witness.faults(), MOST_TOLD))
    yield "journal-witness", not altered, "; ".join(altered) or _witness_sentence()
    bare = unguarded()
    yield "journal-guard", not bare, _guard_sentence(bare)


def unguarded():
    """The journal's tables that have lost a trigger (SQLite forgets them when a table is rebuilt)."""
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if connection.vendor == "postgresql":
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    with connection.cursor() as cursor:
        cursor.execute(query)
        names = {name.lower() for (name,) in cursor.fetchall()}
    endings = ("append_only", "no_truncate") if connection.vendor == "postgresql" else ("no_update", "no_delete")
    return [table for table in TABLES if not names.issuperset(f"{table}_{ending}" for ending in endings)]


def _sentence(verdict):
    facts = {"sealed": verdict.sealed, "unsealed": verdict.unsealed, "at": verdict.broken_at, "head": verdict.head}
    return str(SENTENCES[verdict.fault]) % facts


def _anchor(verdict):
    """The file is as it was written, and no older than it should be."""
    file, broken, age = heads.path(), heads.broken_lines(), heads.days_since()
    if broken:
        told = ", ".join(map(str, broken[:MOST_TOLD]))
        return False, _("%(file)s: rad %(lines)s är ändrad, eller inte skriven av den här installationen.") % {
            "file": file,
            "lines": told,
        }
    if verdict.sealed and (age is None or age > heads.OLDEST):
        return False, _("%(file)s har inget huvud från de senaste dygnen. Går vaxel tick, och är filen hel?") % {
            "file": file
        }
    if age is None:
        return True, _("%(file)s får sitt första huvud när något har förseglats.") % {"file": file}
    return True, _("%(file)s är hel, och dess %(number)d huvuden stämmer med journalen.") % {
        "file": file,
        "number": len(heads.exported_heads()),
    }


def _witness_sentence():
    young = sum(1 for each in witness.watched() for _row in witness.unwitnessed(each))
    return _("Kvittenser, svar, huvudbok och övriga bevittnade rader är de som förseglades; %(young)s väntar.") % {
        "young": young
    }


def _guard_sentence(bare):
    if bare:
        return _("Spärren mot ändringar fattas på %(tables)s. Kör migreringarna om.") % {"tables": ", ".join(bare)}
    return _("Journalens tabeller vägrar ändringar.")
