"""The example's rounds, as data: what was sent when, counted in days from the day the example is filled.

Six programmes' dissemination, a year's seven account surveys (S4: one to the municipalities, five to the regions, one
per county for its youth clinics), a county round in Dalarna and a consultation: in every state from draft to fed back.
"""

from dataclasses import dataclass, field

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.kinds import RoundKind, RoundState, Route
from vaxel.site.example import questions

PRINCIPALS = (Kind.REGION, Kind.MUNICIPALITY)
# One municipality in each of these counties has not answered the big account yet; two of Dalarna's, as in the drawing.
LATE_COUNTIES = ("14", "12", "05", "24", "08")
LATE_IN_DALARNA = ("2034", "2082")  # Orsa (its mandate is vacant) and Säter
DECLINED_COUNTIES = ("25", "17")  # one municipality in each declined the grant and was not asked


@dataclass(frozen=True)
class ExampleRound:
    key: str
    kind: RoundKind
    title: str
    text: str
    opens: int
    due: int
    state: RoundState
    kinds: tuple[Kind, ...]
    template: str = ""  # the title of a template in TEMPLATES
    route: Route = Route.DIRECT
    owner: str = "secretariat"
    county: str = ""  # only within this county
    replaces: str = ""
    minutes: int | None = None
    basis: str = ""
    consulted: str = ""
    public: bool = True
    progress: float = 1.0  # the part that has come as far as it goes today
    feedback: str = ""
    compiled: float = 0.0  # the part of the counties that have finished their compilation
    declined_grant: bool = False
    grown: float = 1.0  # figures as a part of what they are this year
    waits_in: tuple[str, ...] = field(default=())  # counties where it still waits to be passed on


TEMPLATES = {
    "Redovisning av medel – kommuner": questions.MUNICIPAL_ACCOUNT,
    "Redovisning av medel – regioner": questions.REGION_ACCOUNT,
    "Redovisning av medel – länets ungdomsmottagningar": questions.YOUTH_CLINICS,
    "Samordnad individuell plan i länet": questions.COUNTY_SURVEY,
    "Remissvar på vårdförlopp": questions.CONSULTATION,
    "Rundturens redovisning": questions.TOUR,
    "Samverkan kring barn och unga": questions.COLLABORATION,
}


COUNTY_TEMPLATES = ("Samordnad individuell plan i länet",)


def _programme(key, name, opens, due, state, **more):
    text = (
        f"Vård- och insatsprogrammet **{name}** är beslutat. Här finns programmet, en kort sammanfattning och "
        "stöd för att börja använda det. För det vidare till de verksamheter som berörs."
    )
    return ExampleRound(
        key=key,
        kind=RoundKind.MAILING,
        title=f"Vård- och insatsprogram: {name}",
        text=text,
        opens=opens,
        due=due,
        state=state,
        kinds=PRINCIPALS,
        route=Route.STEPWISE,
        minutes=20,
        replaces="brev till funktionsbrevlådor",
        **more,
    )


def _region_account(key, stream, opens, due, state, **more):
    return ExampleRound(
        key=key,
        kind=RoundKind.ACCOUNT,
        title=f"Redovisning av förra årets medel: {stream}",
        text="Redovisa hur regionen har använt medlen. Uppgifterna från förra redovisningen finns kvar hos er.",
        opens=opens,
        due=due,
        state=state,
        kinds=(Kind.REGION,),
        template="Redovisning av medel – regioner",
        minutes=40,
        replaces="en enkät i ett webbverktyg",
        basis="Överenskommelsen mellan staten och SKR, redovisningskravet",
        **more,
    )


LED_TO = (
    "Svaren visar att de flesta kom i gång, men att små kommuner saknar tid för utbildning. Resurscentrumen håller "
    "därför gemensamma utbildningar i vår, och materialet har kortats till två sidor."
)

HEARD = "två länssamordnare, fem kommuner och en brukarorganisation"

YEAR = (
    _programme("vip-self-harm", "självskadebeteende", -330, -270, RoundState.FED_BACK, progress=1.0, feedback=LED_TO),
    _programme(
        "vip-schizophrenia", "schizofreni och liknande tillstånd", -240, -190, RoundState.FED_BACK, feedback=LED_TO
    ),
    _programme("vip-adhd", "ADHD", -150, -100, RoundState.CLOSED, progress=0.97),
    _programme("vip-anxiety", "ångest och depression", -45, 10, RoundState.OPEN, progress=0.82),
    _programme(
        "vip-children",
        "tidiga insatser för barn och unga",
        -1,
        31,
        RoundState.OPEN,
        progress=0.12,
        waits_in=("20", "17", "25", "23", "22", "10"),
    ),
    _programme("vip-addiction", "missbruk och beroende", 14, 60, RoundState.DRAFT),
    ExampleRound(
        key="account-municipalities",
        kind=RoundKind.ACCOUNT,
        title="Redovisning av förra årets medel: kommunerna",
        text=(
            "Redovisa hur kommunen har använt medlen ur överenskommelsen. En redovisning ersätter sju enkäter. "
            "Svaret beslutas hos er; länet sammanställer; staten betalar och bedömer mot överenskommelsens villkor."
        ),
        opens=-62,
        due=4,
        state=RoundState.OPEN,
        kinds=(Kind.MUNICIPALITY,),
        template="Redovisning av medel – kommuner",
        route=Route.STEPWISE,
        minutes=25,
        replaces="sju enkäter",
        basis="Överenskommelsen mellan staten och SKR, redovisningskravet",
        consulted=HEARD,
        compiled=0.76,
        declined_grant=True,
    ),
    _region_account(
        "account-r1",
        "fortsatt arbete enligt handlingsplan",
        -150,
        -80,
        RoundState.FED_BACK,
        feedback=LED_TO,
        compiled=1.0,
    ),
    _region_account("account-r2", "barn- och ungdomspsykiatrins tillgänglighet", -120, -60, RoundState.CLOSED),
    _region_account("account-r3", "suicidprevention", -50, 4, RoundState.OPEN, progress=0.9),
    _region_account("account-r4", "brukarmedverkan", -50, 4, RoundState.OPEN, progress=0.75),
    _region_account("account-r5", "kunskapsbaserad och säker vård", -20, 25, RoundState.OPEN, progress=0.3),
    ExampleRound(
        key="account-youth",
        kind=RoundKind.ACCOUNT,
        title="Redovisning av förra årets medel: länets ungdomsmottagningar",
        text="Länets utsedda representant redovisar för alla ungdomsmottagningar i länet.",
        opens=-40,
        due=11,
        state=RoundState.OPEN,
        kinds=(Kind.COUNTY,),
        template="Redovisning av medel – länets ungdomsmottagningar",
        minutes=30,
        replaces="en enkät per mottagning",
        progress=0.55,
    ),
    ExampleRound(
        key="collaboration",
        kind=RoundKind.ACCOUNT,
        title="Redovisning av samverkan kring barn och unga",
        text=(
            "Redovisa vad regionen och kommunerna gör gemensamt. Där länets överenskommelse medger det kan länet lägga "
            "fram ett svar för alla, som varje part antar för sig."
        ),
        opens=-34,
        due=14,
        state=RoundState.OPEN,
        kinds=PRINCIPALS,
        template="Samverkan kring barn och unga",
        minutes=15,
        replaces="två enkäter, en till regionen och en till kommunerna",
        basis="Överenskommelsen mellan staten och SKR, redovisningskravet",
        progress=0.9,
    ),
    ExampleRound(
        key="county-sip",
        kind=RoundKind.SURVEY,
        title="Samordnad individuell plan i Dalarna",
        text="Länet vill veta hur planerna används och vad som hindrar, inför länsforum.",
        opens=-12,
        due=12,
        state=RoundState.OPEN,
        kinds=PRINCIPALS,
        county="20",
        owner="county",
        template="Samordnad individuell plan i länet",
        minutes=15,
        progress=0.6,
        public=False,
    ),
    ExampleRound(
        key="consultation",
        kind=RoundKind.CONSULTATION,
        title="Vårdförlopp vid förstagångsinsjuknande i schizofreni",
        text="Öppen remiss. Två frågor styr: är innehållet rätt i sak, och går det att genomföra?",
        opens=-30,
        due=12,
        state=RoundState.OPEN,
        kinds=(*PRINCIPALS, Kind.USER_ORGANISATION),
        template="Remissvar på vårdförlopp",
        minutes=40,
        progress=0.35,
    ),
    ExampleRound(
        key="comments",
        kind=RoundKind.COMMENTS,
        title="Synpunkter på utkast 2: vårdförlopp vid beroende",
        text="Arbetsgruppens utkast. Läs de avsnitt ni kan bedöma.",
        opens=-110,
        due=-70,
        state=RoundState.FED_BACK,
        kinds=(Kind.REGION, Kind.USER_ORGANISATION),
        template="Remissvar på vårdförlopp",
        minutes=60,
        feedback="41 synpunkter ledde till ändringar, 9 avböjdes med skäl. Avsnitt 2.4 om uppföljning är omskrivet.",
    ),
)
