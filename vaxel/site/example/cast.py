"""The people of the example world. They are called what they do: no real person's name stands anywhere."""

from dataclasses import dataclass

from vaxel.network.domain.kinds import Kind, Role


@dataclass(frozen=True)
class Seat:
    role: Role
    kind: Kind
    code: str  # the body's code in that kind; for bodies without a code, its name
    title: str = ""
    deputy: bool = False


@dataclass(frozen=True)
class Part:
    """One login: who it is, what the first screen should answer, and the seats held."""

    key: str
    name: str
    email: str
    answers: str
    seats: tuple[Seat, ...]


SECRETARIAT = "Nationella kansliet"
DALARNA = "20"
FALUN = "2080"

CAST = (
    Part(
        "secretariat",
        "Handläggaren på kansliet",
        "kansliet@vaxel.example",
        "Hur långt har det nått, och var har det fastnat?",
        (Seat(Role.SECRETARIAT, Kind.SECRETARIAT, SECRETARIAT, "handläggare"),),
    ),
    Part(
        "coordinator",
        "Länssamordnaren i Dalarna",
        "samordnare@dalarna.example",
        "Vad har kommit in, till vilka ska jag skicka vidare, vilka har inte svarat?",
        (Seat(Role.COORDINATOR, Kind.COUNTY, DALARNA, "samordnare för kommunerna"),),
    ),
    Part(
        "second_coordinator",
        "Regionens samordnare i Dalarna",
        "samordnare2@dalarna.example",
        "Delad inkorg: två samordnar länet. En person med två uppdrag.",
        (
            Seat(Role.COORDINATOR, Kind.COUNTY, DALARNA, "samordnare för regionen"),
            Seat(Role.CONTACT, Kind.REGION, DALARNA, "kontaktperson"),
        ),
    ),
    Part(
        "contact",
        "Kontaktpersonen i Falun",
        "kontakt@falun.example",
        "Vad frågas vi om, vad ersätter det, och hur ligger vi till?",
        (Seat(Role.CONTACT, Kind.MUNICIPALITY, FALUN, "utvecklingsledare socialförvaltningen"),),
    ),
    Part(
        "approver",
        "Ekonomichefen i Falun",
        "ekonomichef@falun.example",
        "Vad väntar på mitt beslut innan det lämnar kommunen?",
        (Seat(Role.APPROVER, Kind.MUNICIPALITY, FALUN, "ekonomichef"),),
    ),
    Part(
        "user_organisation",
        "Ombudet för en brukarorganisation",
        "ombud@brukare.example",
        "Var efterfrågas vår syn, och vad blev det av den?",
        (Seat(Role.CONTACT, Kind.USER_ORGANISATION, "NSPH", "ombud"),),
    ),
    Part(
        "process_leader",
        "Processledaren i Mellansverige",
        "processledare@mellansverige.example",
        "Hur sprids det i sjukvårdsregionens sju län?",
        (Seat(Role.PROCESS_LEADER, Kind.HEALTHCARE_REGION, "2", "processledare vid resurscentrum"),),
    ),
    Part(
        "member",
        "Ledamoten i en arbetsgrupp",
        "ledamot@arbetsgrupp.example",
        "Min hemuppgift och vad det blev av synpunkterna.",
        (Seat(Role.MEMBER, Kind.REGION, "19", "ledamot i nationell arbetsgrupp"),),
    ),
    Part(
        "controller",
        "Controllern i Region Dalarna",
        "controller@regiondalarna.example",
        "Vilken redovisning ska in, och när?",
        (Seat(Role.CONTROLLER, Kind.REGION, DALARNA, "controller"),),
    ),
    Part(
        "head",
        "Chefen på kansliet",
        "chef@vaxel.example",
        "Vilka beslut väntar på en andra person?",
        (Seat(Role.APPROVER, Kind.SECRETARIAT, SECRETARIAT, "kanslichef"),),
    ),
)
