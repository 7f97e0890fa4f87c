"""Refusals in words: what, where, and what to do."""

from contextlib import contextmanager

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.ui.refusal import Refusal


@contextmanager
def spoken(field=None):
    """Turns what the rules found unfit into a sentence for the one who sent the file."""
    try:
        yield
    except Unfit as no:
        raise Refusal(sentence(no), field=field, status=413 if no.reason is Reason.TOO_BIG else 422) from no


def sentence(no):
    facts = {"name": _("Filen"), "extension": "", **no.facts}
    if "limit" in facts:
        facts["limit"] = filesizeformat(facts["limit"])
    if "allowed" in facts:
        facts["allowed"] = ", ".join(facts["allowed"])
    return str(SENTENCES[no.reason]) % facts


SENTENCES = {
    Reason.EMPTY: _l("%(name)s är tom. Kontrollera filen och välj den igen."),
    Reason.TOO_BIG: _l("%(name)s är för stor: gränsen är %(limit)s. Dela filen eller minska bilderna i den."),
    Reason.NOT_ALLOWED: _l("%(name)s är av en sort som inte tas emot. Spara den som någon av dessa: %(allowed)s."),
    Reason.NOT_WHAT_IT_SAYS: _l(
        "%(name)s heter .%(extension)s men innehåller något annat. "
        "Öppna den i sitt program och spara om den som %(extension)s."
    ),
    Reason.BROKEN: _l(
        "%(name)s är skadad och går inte att läsa. Öppna den i sitt program, spara en ny kopia och välj den."
    ),
    Reason.BOMB: _l("%(name)s packas upp till mycket mer än en vanlig fil. Spara om den, eller dela den i flera."),
    Reason.MACROS: _l("%(name)s innehåller makron, som inte tas emot. Spara en kopia utan makron och välj den."),
    Reason.ACTIVE: _l(
        "%(name)s innehåller något som körs eller hämtas när filen öppnas, och tas inte emot. "
        "Skriv ut den till en ny pdf, eller spara en kopia utan sådant."
    ),
    Reason.LOCKED: _l("%(name)s är låst med lösenord eller i ett äldre format. Spara en olåst kopia och välj den."),
    Reason.NOT_TEXT: _l("%(name)s är ingen läsbar text. Spara den som text i UTF-8 och välj den igen."),
    Reason.NO_ROWS: _l("%(name)s har inga rader. Fyll i rubrikraden och minst en rad till, och välj filen igen."),
    Reason.TOO_MANY_ROWS: _l("%(name)s har fler än %(most)s rader. Dela filen i flera."),
    Reason.TOO_MANY_COLUMNS: _l("%(name)s har fler än %(most)s kolumner. Ta bort dem som inte behövs."),
    Reason.SAME_COLUMN_TWICE: _l(
        "Kolumnen ”%(column)s” finns två gånger i %(name)s. Ta bort eller byt namn på den ena."
    ),
    Reason.RAGGED: _l(
        "Rad %(row)s i %(name)s har fler fält än rubrikraden. Kontrollera skiljetecken och citattecken på raden."
    ),
    Reason.NO_SUCH_SHEET: _l("%(name)s har inget blad som heter ”%(sheet)s”. Utgå från den hämtade arbetsboken."),
    Reason.NOT_A_TABLE: _l("%(name)s är ingen tabell som går att läsa. Spara den som xlsx eller csv."),
}
