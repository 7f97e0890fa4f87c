"""What each of the example's agreements says: figures from S0, S2, S3 and S4, each named in the text."""

import datetime as dt
from dataclasses import dataclass, field

from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.conditions import ConditionKind
from vaxel.funding.domain.terms import Allocation, Receivers

MKR = 1_000_000
EXAMPLE = "**Ett exempel.** Siffrorna är hämtade ur dokumenten; besluten i Växel är påhittade.\n\n"
YEARS_END = dt.date(2019, 12, 31)
NOVEMBER = dt.date(2019, 11, 1)
TAKEN_UP = "Överenskommelse psykisk hälsa 2019 (exempel)"


@dataclass(frozen=True)
class Pot:
    """`kronor`: the whole pot. The other fields are a stream's own."""

    key: str
    title: str
    kronor: int
    receivers: Receivers
    allocation: Allocation
    reference_date: dt.date | None = None
    purpose: str = ""


@dataclass(frozen=True)
class Written:
    year: int
    name: str
    decided: dt.date
    text: str
    streams: tuple[Pot, ...]
    days: dict = field(default_factory=dict)
    conditions: tuple = ()
    reference: str = ""

    @property
    def flowing(self):
        """The text with each paragraph on one line: a line break here is the page's width, not the reader's."""
        parts = self.text.strip().split("\n\n")
        return "\n\n".join(part if part.startswith("|") else part.replace("\n", " ") for part in parts)


COST_PLAN = Written(
    2016,
    "Kostnadsplan för infrastrukturen 2016–2018 (exempel)",
    dt.date(2016, 5, 2),
    EXAMPLE
    + """Rapporten *Förstärkt infrastruktur för psykisk hälsa* (S2) räknar med 44 Mkr 2016, 48 Mkr 2017 och 31 Mkr 2018:
staten trappar ned, länen tar över.

| Mkr | 2016 | 2017 | 2018 |
|---|---:|---:|---:|
| Inventering, redan använt våren 2016 | 5 | – | – |
| Länssamordnare | 20 | 20 | 15 |
| Resurscentra | 12 | 18 | 8 |
| Nationell samordning och stöd till noder | 7 | 10 | 8 |
| **Summa med vårens medel** | **44** | **48** | **31** |
| **Summa utan vårens medel** | **39** | **48** | **31** |

Tabellen i S2 säger i rubriken att vårens medel inte är med, men summan 44 Mkr räknar in dem. Båda läsningarna står här.
Här fördelas de två delar av 2016 som går ut i landet, lika till var och en; hur de delades säger S2 inte.
""",
    (
        Pot("lanssamordnare", "Länssamordnare", 20 * MKR, Receivers.COUNTY, Allocation.EQUAL),
        Pot("resurscentra", "Förbereda resurscentra", 12 * MKR, Receivers.HEALTHCARE_REGION, Allocation.EQUAL),
    ),
    {Link.SPENT: dt.date(2016, 12, 31)},
)
CENTRES = Written(
    2017,
    "Regionala resurscentra 2017 (exempel)",
    dt.date(2017, 1, 16),
    EXAMPLE
    + """Sex miljoner kronor till varje sjukvårdsregion för att bygga upp ett resurscentrum för psykisk hälsa (S0, bilaga 4).
Minst 30 procent går till samverkan med kommunerna. Avtalen med kommunerna är tecknade och visas i oktober.
""",
    (
        Pot(
            "resurscentra", "Regionala resurscentra", 6 * 6 * MKR, Receivers.HEALTHCARE_REGION, Allocation.EQUAL,
            purpose="Ett resurscentrum i varje sjukvårdsregion: uppdrag, kriterier, programområde, inventering.",
        ),
    ),
    {
        Link.CONTRACTS: dt.date(2017, 10, 31), Link.INTERIM: dt.date(2017, 10, 31), Link.SPENT: dt.date(2017, 12, 31),
        Link.BODY_REPORT: dt.date(2018, 1, 31),
    },
    (
        (ConditionKind.MUNICIPAL_SHARE, "Minst 30 procent till samverkan med kommunerna.", {"least_percent": 30}),
        (ConditionKind.INTERIM_ACCOUNT, "Ekonomisk redovisning och avtal med kommunerna i oktober.", {}),
    ),
    "3500",
)  # fmt: skip
PLANS_2017 = Written(
    2017,
    "Överenskommelse psykisk hälsa 2017: handlingsplaner (exempel)",
    dt.date(2017, 1, 20),
    EXAMPLE
    + """250 miljoner kronor till kommunerna och 400 miljoner till landstingen betalades ut i januari 2017, med ett enda krav:
en analys och en handlingsplan i oktober (S0). Hela överenskommelsen var 885 miljoner. Nyckeln står inte i dokumentet:
här delas medlen efter folkmängden den 31 december 2015.
""",
    (
        Pot(
            "kommuner", "Till kommunerna", 250 * MKR, Receivers.MUNICIPALITY, Allocation.POPULATION,
            dt.date(2015, 12, 31),
        ),
        Pot(
            "landsting", "Till landstingen", 400 * MKR, Receivers.REGION, Allocation.POPULATION, dt.date(2015, 12, 31)
        ),
    ),
    {Link.COUNTY_REPORT: dt.date(2017, 10, 31)},
    ((ConditionKind.PLAN_AND_ANALYSIS, "Länets analys och handlingsplan är inlämnade i oktober 2017.", {}),),
)  # fmt: skip
YEAR_2019 = Written(
    2019,
    TAKEN_UP,
    dt.date(2019, 2, 4),
    EXAMPLE
    + """1 734 miljoner kronor till kommuner, regioner och län. 288 av 290 kommuner och alla 21 regioner tog emot medlen, och
redovisade dem i sju enkäter (S4). Hur summan delades på inriktningar står inte i rapporten: här går halva till
kommunerna och halva till regionerna, efter folkmängden den 31 december 2018. Vilka två kommuner som avstod är påhittat.
""",
    (
        Pot(
            "kommuner", "Till kommunerna", 867 * MKR, Receivers.MUNICIPALITY, Allocation.POPULATION,
            dt.date(2018, 12, 31),
        ),
        Pot("regioner", "Till regionerna", 867 * MKR, Receivers.REGION, Allocation.POPULATION, dt.date(2018, 12, 31)),
    ),
)  # fmt: skip
YEAR_2020 = Written(
    2020,
    "Överenskommelse psykisk hälsa 2020 (exempel)",
    dt.date(2020, 2, 10),
    EXAMPLE
    + """De inriktningar vars potter är publicerade, så som Dalarna redovisar dem (S3). Överenskommelsen gick efter folkmängden
den 1 november 2019. För länen används den, och Dalarnas del av suicidpreventionen blir 5 577 707,31 kr som i S3.
**För kommunerna används folkmängden den 31 december 2019**, eftersom den 1 november inte finns kommun för kommun hos
oss: beloppen skiljer sig därför något från de publicerade. Medel till samsjuklighet och ungdomsmottagningar delades
efter nycklar som S3 inte anger, och är inte med.
""",
    (
        Pot(
            "handlingsplaner", "Utvecklingsinsatser utifrån handlingsplaner", 200 * MKR, Receivers.MUNICIPALITY,
            Allocation.POPULATION, YEARS_END,
        ),
        Pot(
            "kunskap", "Kunskapsbaserad hälso- och sjukvård och socialtjänst", 100 * MKR, Receivers.MUNICIPALITY,
            Allocation.POPULATION, YEARS_END,
        ),
        Pot(
            "suicidprevention", "Suicidprevention", 200 * MKR, Receivers.COUNTY, Allocation.POPULATION, NOVEMBER,
        ),
        Pot("brukarmedverkan", "Stärka brukarmedverkan", 21 * MKR, Receivers.COUNTY, Allocation.EQUAL),
    ),
    {Link.BODY_REPORT: dt.date(2021, 1, 31), Link.NATIONAL_REPORT: dt.date(2021, 3, 31)},
    (
        (
            ConditionKind.BASIC, "De grundläggande kraven i avsnitt 3–6 är uppfyllda.", {"opens_next_year": True},
        ),
        (ConditionKind.INTERIM_ACCOUNT, "Delredovisningen är inlämnad.", {"opens_next_year": True}),
    ),
)  # fmt: skip
AGREEMENTS = (COST_PLAN, CENTRES, PLANS_2017, YEAR_2019, YEAR_2020)
