"""What the reader can do with the signal: each act with its words, its field and why it may be done now."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from vaxel.signals import permissions
from vaxel.signals.destinations import choices
from vaxel.signals.domain.kinds import SHOWN_TO_ALL, Act, Level, SignalState
from vaxel.signals.policies import why_not
from vaxel.signals.queries.way import above, beside
from vaxel.signals.words import LEVELS


@dataclass(frozen=True)
class Shown:
    """`slug` ends the address; `text` labels what the author will read, empty where nothing is written."""

    slug: str
    label: str
    text: str = ""
    button: str = ""
    choose: str = ""
    name: str = ""
    choices: list = field(default_factory=list)
    hint: str = ""
    is_open: bool = False


def at_desk(actor, signal, similar) -> list[Shown]:
    """For whoever sits at the desk; none for others."""
    if not permissions.handles(actor, signal):
        return []
    made = {
        Act.ANSWER: lambda: _answer(signal),
        Act.SEND_UP: lambda: _send_up(signal),
        Act.SEND_ACROSS: lambda: _send_across(signal),
        Act.MERGE: lambda: _merge(signal, similar),
        Act.BECOME: lambda: _become(actor, signal),
        Act.CLOSE: lambda: _close(signal),
        Act.REOPEN: lambda: Shown("oppna", _("Öppna igen"), _("Varför öppnas den igen?")),
        Act.UNMERGE: lambda: Shown("ta-isar", _("Ta isär"), _("Varför hör de inte ihop?")),
    }
    allowed = [make() for act, make in made.items() if why_not(signal.state, signal.level, act) is None]
    return [act for act in allowed if act]


def _answer(signal):
    return Shown(
        "svara",
        _("Svara den som skrev"),
        _("Ert svar"),
        _("Skicka svaret"),
        hint=_("Läses av den som skrev, och av dem vars signaler är hopförda hit. I mejlet står bara en länk."),
        is_open=signal.state == SignalState.TAKEN,
    )


def _send_up(signal):
    desks = above(signal)
    if not desks:
        return None
    label = _("Skicka upp till %(where)s") % {
        "where": desks[0].name if len(desks) == 1 else LEVELS[Level.RESOURCE_CENTRE]
    }
    where = [(desk.pk, desk.name) for desk in desks] if len(desks) > 1 else []
    return Shown("uppat", label, _("Varför gäller den fler?"), _("Skicka uppåt"), _("Vart?"), "to", where)


def _send_across(signal):
    where = [(desk.pk, desk.name) for desk in beside(signal)]
    label = (
        _("Skicka till ett annat län") if signal.level == Level.COUNTY else _("Skicka till en annan sjukvårdsregion")
    )
    return Shown("at-sidan", label, _("Varför hör den hemma där?"), _("Skicka"), _("Vart?"), "to", where)


def _merge(signal, similar):
    """Into one of those that are alike; any other by its number."""
    alike = [(line.signal.pk, f"{line.signal.title}, {line.author or line.place}") for line in similar]
    if not alike:
        return None
    return Shown(
        "for-ihop",
        _("För ihop med en liknande"),
        _("Varför hör de ihop?"),
        _("För ihop"),
        _("Med vilken?"),
        "into",
        alike,
        hint=_("Båda finns kvar med sina ord och sina avsändare, och får samma svar. Det går att ta isär dem igen."),
    )


def _become(actor, signal):
    found = choices(signal, actor)
    if not found:
        return None
    return Shown("bli", _("Gör något av den"), "", _("Gör det"), _("Vad ska den bli?"), "destination", found)


def _close(signal):
    return Shown("avsluta", _("Avsluta"), _("Varför är den färdig?"))


def buttons(actor, signal) -> list[Shown]:
    """What is done by one click, without words."""
    if not permissions.handles(actor, signal):
        return []
    mine = signal.taken_by == actor.person_id
    found = []
    if not mine and why_not(signal.state, signal.level, Act.TAKE) is None:
        found.append(Shown("ta", _("Ta hand om den") if signal.taken_by is None else _("Ta över den")))
    if mine and signal.state == SignalState.TAKEN:
        found.append(Shown("lagg-tillbaka", _("Lägg tillbaka")))
    if signal.published_at:
        found.append(Shown("dolj", _("Sluta visa för alla")))
    elif (
        signal.kind in SHOWN_TO_ALL and signal.may_publish and why_not(signal.state, signal.level, Act.PUBLISH) is None
    ):
        found.append(Shown("visa", _("Visa för alla")))
    return found


def authors(actor, signal) -> list[Shown]:
    """What whoever wrote may still do."""
    if not permissions.is_author(actor, signal) or signal.erased_at:
        return []
    found = []
    if signal.kind in SHOWN_TO_ALL and signal.state != SignalState.WITHDRAWN:
        yes, no = Shown("ja", _("Den får visas för alla")), Shown("nej", _("Den får inte längre visas för alla"))
        found.append(no if signal.may_publish else yes)
    if why_not(signal.state, signal.level, Act.WITHDRAW) is None:
        found.append(Shown("ta-tillbaka", _("Ta tillbaka signalen")))
    return found
