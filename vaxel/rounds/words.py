"""What the reader meets instead of "round": the precise word, in the forms a sentence needs. Glossary."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, ngettext_lazy, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.burden import Level
from vaxel.rounds.domain.kinds import RoundKind, RoundState, Route
from vaxel.rounds.domain.state import Flag, Outcome, outcome
from vaxel.ui.templatetags.numbers import number


@dataclass(frozen=True)
class Word:
    one: str | Promise  # "redovisning"
    the: str | Promise  # "redovisningen"
    many: str | Promise  # "redovisningar"
    explained: str | Promise
    verb: str | Promise
    due: str | Promise  # "Svara senast"

    @property
    def title(self) -> str:
        return capital(self.one)

    @property
    def list_title(self) -> str:
        return capital(self.many)


KINDS = {
    RoundKind.ACCOUNT: Word(
        _("redovisning"),
        _("redovisningen"),
        _("redovisningar"),
        _(
            "Mottagarna redogör för vad medel har använts till eller vad som har gjorts. Svaren sammanställs nivå för nivå."
        ),
        _("Besvara"),
        _("Svara senast"),
    ),
    RoundKind.REQUISITION: Word(
        _("rekvisition"),
        _("rekvisitionen"),
        _("rekvisitioner"),
        _("Mottagarna tar upp eller avstår från beviljade medel, inriktning för inriktning."),
        _("Rekvirera"),
        _("Rekvirera senast"),
    ),
    RoundKind.SURVEY: Word(
        _("enkät"),
        _("enkäten"),
        _("enkäter"),
        _("Frågor att svara på. Svaren sammanställs fråga för fråga."),
        _("Besvara"),
        _("Svara senast"),
    ),
    RoundKind.CONSULTATION: Word(
        _("remiss"),
        _("remissen"),
        _("remisser"),
        _("En formell begäran om yttrande över ett förslag. Svaren är remissvar och ligger sida vid sida."),
        _("Besvara"),
        _("Svara senast"),
    ),
    RoundKind.COMMENTS: Word(
        _("synpunktsinhämtning"),
        _("synpunktsinhämtningen"),
        _("synpunktsinhämtningar"),
        _("Ni vill ha synpunkter på ett utkast. Mindre formellt än en remiss."),
        _("Besvara"),
        _("Svara senast"),
    ),
    RoundKind.MAILING: Word(
        _("utskick"),
        _("utskicket"),
        pgettext_lazy("plural", "utskick"),
        _("Information. Mottagarna bekräftar att de har tagit emot den; inget svar begärs."),
        _("Läs"),
        _("Bekräfta senast"),
    ),
}
BROUGHT = frozenset({RoundKind.REQUISITION})  # made by the capability that knows what it is about, never by hand

STATES = {
    RoundState.DRAFT: _("utkast"),
    RoundState.OPEN: _("pågår"),
    RoundState.CLOSED: _("stängd"),
    RoundState.FED_BACK: _("återkopplad"),
    RoundState.RECALLED: _("ångrad"),
}

ROUTES = {
    Route.DIRECT: (_("Direkt"), _("Alla får den samtidigt. Länens samordnare ser sin del.")),
    Route.STEPWISE: (
        _("Stegvis"),
        _("Går först till samordnaren i varje län, som skickar vidare till sina. Alla räknas med från början."),
    ),
}


def kind_of(round) -> Word:
    return KINDS[RoundKind(round.kind)]


def capital(text) -> str:
    """First letter only: "Redovisning", never "REDOVISNING"."""
    text = str(text)
    return text[:1].upper() + text[1:]


NOUNS = {
    Kind.MUNICIPALITY: ngettext_lazy("kommun", "kommuner"),
    Kind.REGION: ngettext_lazy("region", "regioner"),
    Kind.COUNTY: ngettext_lazy("län", "län"),
    Kind.HEALTHCARE_REGION: ngettext_lazy("sjukvårdsregion", "sjukvårdsregioner"),
    Kind.RESOURCE_CENTRE: ngettext_lazy("resurscentrum", "resurscentra"),
    Kind.USER_ORGANISATION: ngettext_lazy("brukar- och närståendeorganisation", "brukar- och närståendeorganisationer"),
    Kind.SUPPORT_STRUCTURE: ngettext_lazy("stödstruktur", "stödstrukturer"),
    Kind.AGENCY: ngettext_lazy("myndighet", "myndigheter"),
    Kind.UNIT: ngettext_lazy("verksamhet", "verksamheter"),
    Kind.GROUP: ngettext_lazy("grupp", "grupper"),
}
RECEIVER = ngettext_lazy("mottagare", "mottagare")


def bodies(kind, number: int) -> str:
    """ "kommun" or "kommuner": the noun alone, the number stands before it."""
    return NOUNS.get(kind, RECEIVER) % number


def receivers(kinds) -> str:
    """ "kommuner och regioner", for whom a section is; empty for everyone."""
    *first, last = [str(bodies(kind, 2)) for kind in kinds] or [""]
    return f"{', '.join(first)} {gettext('och')} {last}" if first else last


LEVELS = {
    Level.NATIONAL: _("Nationell nivå"),
    Level.HEALTHCARE_REGION: _("Sjukvårdsregional nivå"),
    Level.COUNTY: _("Län"),
    Level.PRINCIPAL: _("Regioner och kommuner"),
    Level.OTHER: _("Övriga"),
}


def work(minutes: int) -> str:
    """ "25 minuter", "1,5 timmar": hours to the nearest half."""
    if minutes < 60:
        return ngettext("%(n)s minut", "%(n)s minuter", minutes) % {"n": minutes}
    halves = round(minutes / 30)
    return ngettext("%(n)s timme", "%(n)s timmar", 1 if halves == 2 else 2) % {"n": number(halves / 2)}


OUTCOMES = {
    Outcome.NOT_ASKED: _("inte tillfrågad"),
    Outcome.SENT: _("har inte svarat"),
    Outcome.RECEIVED: _("mottaget, har inte svarat"),
    Outcome.ANSWERED: _("svarat"),
    Outcome.NOTHING_TO_REPORT: _("inget att redovisa"),
    Outcome.DECLINED: _("avstod"),
}
JOINTLY = _("svarat gemensamt")
READ_OUTCOMES = {Outcome.SENT: _("inte bekräftat"), Outcome.RECEIVED: _("mottaget")}


def state_words(state: int, *, asks: bool = True, joint: bool = False) -> str:
    """A body's state in a few words; `asks` is false for a mailing, where nobody owes an answer.

    `joint`: a county's joint answer, adopted by all its parties, stands for it.
    """
    if state & Flag.COMPLETION_REQUESTED:
        return str(_("komplettering begärd"))
    now = outcome(state)
    words = OUTCOMES if asks else OUTCOMES | READ_OUTCOMES
    said = JOINTLY if joint and now == Outcome.ANSWERED else words[now]
    return str(said) + (str(_(", sent")) if state & Flag.LATE else "")
