"""What has been signalled from below this year: a dozen and a half signals in every state, as data, told by the commands.

No word of them is about a real person; the municipalities are real, what they say is invented.
"""

import datetime as dt
from dataclasses import dataclass, field

from vaxel.calendar import clock
from vaxel.calendar.domain.days import is_working_day
from vaxel.network.actor import ActiveMandate, Actor
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Identity, Mandate
from vaxel.notices import cancel
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import Round
from vaxel.signals.commands import authoring, becoming, handling, merging, publishing
from vaxel.signals.commands.writing import Words, say, write
from vaxel.signals.domain.kinds import SHOWN_TO_ALL, SignalKind, Step
from vaxel.signals.models import LedTo, Signal

NEED, SIGN, EXAMPLE, PRACTICE, RETIRE = SignalKind
PUBLIC = "public"
MUNICIPALITY, ORGANISATION = Kind.MUNICIPALITY, Kind.USER_ORGANISATION


@dataclass(frozen=True)
class Told:
    """`who` is a municipality's code, an organisation's short name or PUBLIC; `then` = (days later, act, words)."""

    key: str
    who: str
    place: str  # a municipality's code, or a county's
    kind: SignalKind
    group: str
    days_ago: int
    title: str
    text: str
    then: tuple = field(default_factory=tuple)


SIGNALS = (
    Told(
        "vantan", "2062", "2062", NEED, "children", 96, "Unga väntar fyra månader på samtalsstöd",
        "Elevhälsan hänvisar till första linjen, men där är väntan fyra månader. Under tiden händer inget, och skolfrånvaron växer. Vi behöver något att erbjuda medan de väntar.",
        ((2, "take", ""), (6, "up", "Samma sak beskrivs av fler kommuner i länet."), (14, "up", "Alla län i sjukvårdsregionen känner igen det."),
         (20, "take", ""), (30, "round", ""), (31, "answer", "Vi frågar alla kommuner vad de erbjuder barn och unga under väntan. Ni får se svaren.")),
    ),
    Told(
        "vantan2", "1780", "1780", NEED, "children", 88, "Barn och unga får vänta på stöd från första linjen",
        "Väntan på samtalsstöd hos första linjen är tre till fem månader för unga. Skolan vet inte vad den ska göra under tiden.",
        ((3, "up", "Gäller även Örebro och Västmanland."), (10, "up", "Hör ihop med Dalarnas signal."), (12, "into:vantan", "Samma behov, från ett annat län.")),
    ),
    Told(
        "nsph", "NSPH", "20", NEED, "adults", 60, "Ingen frågar efter vår erfarenhet när stödet planeras",
        "Våra medlemmar i Dalarna bjuds in när planen redan är skriven. Vi vill vara med från början, och få veta vad det vi säger leder till.",
        ((4, "take", ""), (9, "answer", "Länets styrgrupp har beslutat att ni är med från första mötet om nästa års plan. Vi hör av oss med datum.")),
    ),
    Told(
        "snus", "2081", "2081", SIGN, "children", 12, "Fler elever sover dåligt efter nattligt spelande",
        "Skolsköterskorna i tre skolor ser att fler elever i årskurs åtta säger att de sover mindre än sex timmar. Det syns inte i elevhälsosamtalen från förra året.",
        ((1, "take", ""),),
    ),
    Told(
        "ensamhet", PUBLIC, "2080", NEED, "older", 5, "Träffpunkten för äldre har stängt",
        "Sedan träffpunkten stängde är det många som inte har någonstans att gå på dagarna. Kan den få öppna igen, om så bara två dagar i veckan?",
    ),
    Told(
        "fraga", "2023", "2023", NEED, "families", 34, "Stöd till närstående finns bara på dagtid",
        "Närstående som arbetar kan inte komma till samtalsgrupperna, som hålls klockan tio. Vi har inte råd med kvällstid själva.",
        ((2, "take", ""),),
    ),
    Told(
        "gott", "2085", "2085", EXAMPLE, "children", 120, "En dörr in: skolan, socialtjänsten och vården delar första samtalet",
        "Sedan i våras möter elevhälsan, socialtjänsten och vården familjen tillsammans, första gången inom en vecka. En av tre behöver sedan inget mer. Det kostar en halv tjänst på tre kommuner.",
        ((3, "take", ""), (8, "answer", "Tack. Vi vill att fler får läsa om det, och tar upp det på länets chefsnätverk."), (9, "publish", "")),
    ),
    Told(
        "promenad", "1480", "1480", PRACTICE, "adults", 75, "Gå och prata: samtal till fots för den som inte vill sitta i ett rum",
        "Två boendestödjare erbjuder samtal under promenad. Fler kommer till andra samtalet än förr. Vi följer upp efter ett år och delar gärna mallen.",
        ((5, "answer", "Spännande. Vi visar det för andra och frågar er om ett år hur det gick."), (6, "publish", ""), (7, "close", "Visas bland goda exempel.")),
    ),
    Told(
        "hjarnkoll", "Hjärnkoll", "12", EXAMPLE, "staff", 66, "Personer med egen erfarenhet utbildar nya medarbetare",
        "I tre skånska kommuner är en halv dag av introduktionen lagd på berättelser från dem som själva har fått stöd. Cheferna säger att bemötandet har förändrats.",
        ((6, "answer", "Tack för exemplet. Vi sprider det i länets nätverk för introduktion."), (6, "publish", "")),
    ),
    Told(
        "samisk", "2510", "2510", PRACTICE, "children", 50, "Samtalsstöd på samiska över video",
        "Tre kommuner delar på en samtalsledare som talar lulesamiska. Tolv unga har fått stöd på sitt eget språk, på plats i sin by.",
        ((4, "answer", "Tack. Vi lyfter det även till resurscentrum, eftersom flera län har samma behov."), (5, "publish", ""), (6, "up", "Gäller alla län i sjukvårdsregionen.")),
    ),
    Told(
        "skattning", "0880", "0880", RETIRE, "adults", 40, "Sluta med den dubbla skattningen vid inskrivning",
        "Samma frågor ställs med två formulär vid inskrivning, ett gammalt och ett nytt. Ingen läser det gamla. Det tar en kvart för varje person.",
        ((6, "take", ""), (8, "up", "Formuläret används i hela sjukvårdsregionen.")),
    ),
    Told(
        "spel", "0380", "0380", SIGN, "addiction", 70, "Spelproblem syns allt tidigare",
        "Budget- och skuldrådgivningen möter personer under tjugofem år med spelskulder. För tre år sedan var de få.",
        ((3, "up", "Fler län bör få veta."), (12, "answer", "Vi har frågat de andra länen. Fem av sju ser detsamma. Det går vidare till arbetet med skadligt bruk."), (13, "close", "Överlämnat till programmet.")),
    ),
    Told(
        "blanketter", PUBLIC, "0680", NEED, "families", 44, "För många olika blanketter när man söker stöd till sitt barn",
        "Jag fyllde i samma uppgifter fyra gånger hos tre olika mottagare. Kan de inte dela på dem, om jag säger ja?",
        ((7, "answer", "Tack för att du skrev. Länet prövar en gemensam ingång från våren, där du fyller i uppgifterna en gång."),),
    ),
    Told(
        "fel", "0980", "0980", NEED, "all", 30, "Skickad av misstag", "Det här var menat för vår egen nämnd.", ((1, "withdraw", ""),),
    ),
    Told(
        "halland", "1383", "1383", SIGN, "suicide", 15, "Fler oroande samtal till larmet under natten",
        "Räddningstjänsten rycker oftare ut nattetid till personer som mår mycket dåligt. De har ingen att lämna över till före klockan åtta.",
        ((2, "take", ""), (4, "up", "Båda sjukvårdsregionerna berörs.")),
    ),
    Told(
        "enkat", "2284", "2284", RETIRE, "staff", 150, "Två nationella enkäter frågar samma sak",
        "Vi svarar på samma frågor om samverkan två gånger om året, till två avsändare. Slå ihop dem, eller återanvänd svaren.",
        ((5, "answer", "Vi tar upp det med avsändarna."), (6, "close", "Överlämnat.")),
    ),
    Told(
        "attention", "Attention", "00", NEED, "disability", 110, "Stödet tar slut när man fyller arton",
        "Övergången från barn till vuxen gör att stödet bryts just när det behövs mest. Vi vill att någon frågar hur många kommuner som har en rutin.",
        ((5, "take", ""), (12, "led_to", "")),
    ),
)  # fmt: skip


def signals(sweden):
    """Written and dealt with on the days it was done, then no mail."""
    made: dict[str, Signal] = {}
    acts = sorted(
        [(one.days_ago, 0, one, None) for one in SIGNALS]
        + [(one.days_ago - later, 1, one, (act, words)) for one in SIGNALS for later, act, words in one.then],
        key=lambda row: (-row[0], row[1]),
    )
    for days_ago, _order, one, act in acts:
        moment = dt.datetime.combine(_working(sweden.day - dt.timedelta(days=days_ago)), dt.time(8, 20), dt.UTC)
        with clock.standing_at(min(moment, clock.now())):
            if act is None:
                made[one.key] = _written(one, sweden, moment)
            else:
                _done(made[one.key], *act, made, sweden, moment)
    cancel(prefix="signal:")


def _working(day):
    while not is_working_day(day):
        day -= dt.timedelta(days=1)
    return day


def _written(one, sweden, moment):
    words = Words(one.kind, one.title, one.text, _place(one.place, sweden), one.group, one.kind in SHOWN_TO_ALL)
    if one.who == PUBLIC:
        return say(words, key=one.key, received_at=moment)
    author = _body(one.who, sweden)
    return write(words, by=_acting(author, Role.CONTACT, sweden), key=one.key, received_at=moment)


def _done(signal, act, words, made, sweden, moment):
    signal.refresh_from_db()
    given = {"by": _at_desk(signal, sweden), "received_at": moment}
    if act.startswith("into:"):
        merging.merge(signal, Signal.objects.get(pk=made[act[5:]].pk), words, **given)
    elif act in WORDED:
        WORDED[act](signal, words, **given)
    elif act == "withdraw":
        author = _acting(signal.author_body_id, Role.CONTACT, sweden)
        authoring.withdraw(signal, by=author, received_at=moment)
    elif act == "round":
        becoming.become(signal, "round", **given)
    elif act == "led_to":
        _fed_back(signal, given)
    else:
        {"take": handling.take_on, "publish": publishing.publish}[act](signal, **given)


WORDED = {"answer": handling.answer, "close": handling.close}


def _up(signal, words, **given):
    """Where there are two healthcare regions to choose from, to the first of them."""
    from vaxel.signals.queries.way import above

    handling.send_up(signal, words, to_id=above(signal)[0].pk, **given)


WORDED["up"] = _up


def _fed_back(signal, given):
    """It became a survey that has been sent, answered and fed back since."""
    from vaxel.signals.commands import steps

    round_ = Round.objects.filter(state=RoundState.FED_BACK).exclude(kind="mailing").order_by("id").first()
    link = LedTo.objects.create(
        signal=signal, destination="round", object_id=round_.pk, at=given["received_at"], by=given["by"].person_id
    )
    steps.write(signal, Step.BECOME, **given)
    when = max(round_.fed_back_at, given["received_at"])
    becoming.fed_back(link.destination, round_.pk, text=round_.feedback, by=given["by"], received_at=when)


def _at_desk(signal, sweden):
    roles = {Kind.COUNTY: Role.COORDINATOR, Kind.HEALTHCARE_REGION: Role.PROCESS_LEADER}
    return _acting(signal.desk_id, roles.get(signal.desk.kind, Role.SECRETARIAT), sweden)


def _acting(body_id, role, sweden) -> Actor:
    """Whoever held the seat; where it is vacant today, who held it last."""
    seats = Mandate.objects.filter(body=body_id, role=role).exclude(person=None).select_related("person")
    seat = seats.order_by("-valid_to", "id").first()
    if seat is None:  # a healthcare region without anyone of the cast
        return Actor(current=ActiveMandate(0, body_id, "", role), mandates=())
    active = ActiveMandate(seat.pk, body_id, "", role, seat.title)
    return Actor(seat.person.public_id, seat.person.name, (active,), active)


def _body(who, sweden):
    kind = MUNICIPALITY if who.isdigit() else ORGANISATION
    rows = Identity.objects.at(sweden.day).filter(kind=kind)
    return (rows.get(code=who) if who.isdigit() else rows.get(short_name=who)).body_id


def _place(code, sweden):
    kind = {"00": Kind.NATION}.get(code) or (Kind.COUNTY if len(code) == 2 else MUNICIPALITY)
    rows = Identity.objects.at(sweden.day).filter(kind=kind)
    return (rows.first() if code == "00" else rows.get(code=code)).body_id
