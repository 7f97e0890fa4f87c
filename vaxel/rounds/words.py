"""What the reader meets instead of "round": the precise word, in the forms a sentence needs. Glossary."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.kinds import RoundKind, RoundState, Route
from vaxel.rounds.domain.state import Flag, Outcome, outcome


@dataclass(frozen=True)
class Word:
    one: str | Promise  # "redovisning"
    the: str | Promise  # "redovisningen"
    many: str | Promise  # "redovisningar"
    explained: str | Promise
    verb: str | Promise = _("Besvara")

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
        _("Mottagarna redogör för vad medel har använts till eller vad som har gjorts. Svaren sammanställs nivå för nivå."),
    ),
    RoundKind.SURVEY: Word(
        _("enkät"),
        _("enkäten"),
        _("enkäter"),
        _("Frågor att svara på. Svaren sammanställs fråga för fråga."),
    ),
    RoundKind.CONSULTATION: Word(
        _("remiss"),
        _("remissen"),
        _("remisser"),
        _("En formell begäran om yttrande över ett förslag. Svaren är remissvar och ligger sida vid sida."),
    ),
    RoundKind.COMMENTS: Word(
        _("synpunktsinhämtning"),
        _("synpunktsinhämtningen"),
        _("synpunktsinhämtningar"),
        _("Ni vill ha synpunkter på ett utkast. Mindre formellt än en remiss."),
    ),
    RoundKind.MAILING: Word(
        _("utskick"),
        _("utskicket"),
        pgettext_lazy("plural", "utskick"),
        _("Information. Mottagarna bekräftar att de har tagit emot den; inget svar begärs."),
        _("Läs"),
    ),
}

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
        _("Går först till samordnaren i varje län, som skickar vidare till sina. Hela kretsen räknas från början."),
    ),
}


def kind_of(round) -> Word:  # noqa: A002 - the kernel's own word
    return KINDS[RoundKind(round.kind)]


def capital(text) -> str:
    """First letter only: "Redovisning", never "REDOVISNING"."""
    text = str(text)
    return text[:1].upper() + text[1:]


def bodies(kind, number: int) -> str:
    """ "kommun" or "kommuner": the noun alone, the number stands before it."""
    match kind:
        case Kind.MUNICIPALITY:
            return ngettext("kommun", "kommuner", number)
        case Kind.REGION:
            return ngettext("region", "regioner", number)
        case Kind.COUNTY:
            return ngettext("län", "län", number)
        case Kind.HEALTHCARE_REGION:
            return ngettext("sjukvårdsregion", "sjukvårdsregioner", number)
        case Kind.RESOURCE_CENTRE:
            return ngettext("resurscentrum", "resurscentra", number)
        case Kind.USER_ORGANISATION:
            return ngettext("brukar- och närståendeorganisation", "brukar- och närståendeorganisationer", number)
        case Kind.SUPPORT_STRUCTURE:
            return ngettext("stödstruktur", "stödstrukturer", number)
        case Kind.AGENCY:
            return ngettext("myndighet", "myndigheter", number)
        case Kind.UNIT:
            return ngettext("verksamhet", "verksamheter", number)
        case Kind.GROUP:
            return ngettext("grupp", "grupper", number)
        case _:
            return ngettext("mottagare", "mottagare", number)


OUTCOMES = {
    Outcome.NOT_ASKED: _("inte tillfrågad"),
    Outcome.SENT: _("har inte svarat"),
    Outcome.RECEIVED: _("mottaget, har inte svarat"),
    Outcome.ANSWERED: _("svarat"),
    Outcome.NOTHING_TO_REPORT: _("inget att redovisa"),
    Outcome.DECLINED: _("avstod"),
}
READ_OUTCOMES = {Outcome.SENT: _("inte bekräftat"), Outcome.RECEIVED: _("mottaget")}


def state_words(state: int, *, asks: bool = True) -> str:
    """A body's state in a few words; `asks` is false for a mailing, where nobody owes an answer."""
    if state & Flag.COMPLETION_REQUESTED:
        return str(_("komplettering begärd"))
    now = outcome(state)
    words = OUTCOMES if asks else OUTCOMES | READ_OUTCOMES
    return str(words[now]) + (str(_(", sent")) if state & Flag.LATE else "")
