"""The example's question sets, as template content (rounds/domain/template.py says the shape).

The subjects are those of the documents (S3 3.1–3.2, S4 Redovisning); the wording is ours.
"""


def _question(key, kind, label, **more):
    return {"id": key, "type": kind, "label": label, "required": more.pop("required", True), **more}


def _options(*labels):
    return [{"id": f"o{place}", "label": label} for place, label in enumerate(labels, start=1)]


USED = _question(
    "medel-anvant",
    "money",
    "Hur mycket av medlen har ni använt?",
    help="Hela kronor. Räkna även med medel som är avtalade men inte betalda.",
)
CHILDREN = _question("medel-barn", "money", "Hur mycket av medlen användes till barn och unga?", help="Hela kronor.")
LEFT_WHY = _question("medel-kvar", "long_text", "Om något är kvar: varför, och när ska det användas?", required=False)
SPENT_ON = _question(
    "medel-till",
    "many",
    "Vad har medlen använts till?",
    options=_options(
        "Personal och samordning", "Utbildning", "Mobila lösningar", "Metoder och arbetssätt", "Uppföljning", "Annat"
    ),
)
PLAN = _question(
    "handlingsplan", "one", "Har ni en aktuell handlingsplan?", options=_options("Ja", "Nej, på gång", "Nej")
)
PLAN_WHEN = _question(
    "handlingsplan-nar", "date", "När väntas planen vara beslutad?", show_if={"question": "handlingsplan", "is": ["o2"]}
)
WORKED = _question(
    "samverkan",
    "scale",
    "Hur väl fungerar samverkan med den andra huvudmannen?",
    scale={"min": 1, "max": 5, "min_label": "inte alls", "max_label": "mycket väl"},
)
USERS = _question(
    "brukare-horda",
    "one",
    "Har brukar- eller närståendeorganisationer deltagit?",
    options=_options("Ja, i beslut", "Ja, i dialog", "Nej"),
)
EQUALITY = _question("jamstalldhet", "long_text", "Hur har insatserna bidragit till jämställd hälsa?", required=False)
WENT_WELL = _question("bra-exempel", "long_text", "Vad blev bättre för dem det gäller?", max_length=1500)
PEOPLE = _question("antal-utbildade", "number", "Hur många har gått en utbildning?", unit="personer", min=0)
BY_TARGET = _question(
    "per-malgrupp",
    "table",
    "Antal som fått del av insatserna",
    required=False,
    rows=[
        {"id": "barn", "label": "Barn och unga, 0–17 år"},
        {"id": "unga", "label": "Unga vuxna, 18–24 år"},
        {"id": "vuxna", "label": "Vuxna, 25 år och äldre"},
    ],
    columns=[
        {"id": "kvinnor", "label": "Kvinnor och flickor", "type": "number"},
        {"id": "man", "label": "Män och pojkar", "type": "number"},
    ],
)


def _content(*sections):
    return {
        "sections": [
            {"id": f"s{place}", "title": title, "help": "", "questions": list(questions)}
            for place, (title, *questions) in enumerate(sections, start=1)
        ]
    }


MUNICIPAL_ACCOUNT = _content(
    ("Medlen", USED, CHILDREN, SPENT_ON, LEFT_WHY),
    ("Arbetet", PLAN, PLAN_WHEN, WORKED, USERS, PEOPLE),
    ("Resultat", BY_TARGET, WENT_WELL, EQUALITY),
)
REGION_ACCOUNT = _content(
    ("Medlen", USED, LEFT_WHY), ("Arbetet", WORKED, USERS, PEOPLE), ("Resultat", WENT_WELL, EQUALITY)
)
YOUTH_CLINICS = _content(
    (
        "Länets ungdomsmottagningar",
        USED,
        _question("besok", "number", "Antal besök för psykisk ohälsa", unit="besök", min=0),
        WENT_WELL,
    )
)
COUNTY_SURVEY = _content(
    (
        "Samordnad individuell plan",
        _question("sip-antal", "number", "Hur många planer upprättades förra året?", unit="planer", min=0),
        _question(
            "sip-hinder",
            "many",
            "Vad hindrar?",
            options=_options(
                "Tid", "Inget gemensamt it-stöd", "Oklart vem som kallar", "Den enskilde vill inte", "Inget särskilt"
            ),
        ),
        _question("sip-stod", "long_text", "Vilket stöd vill ni ha från länet?", required=False),
    )
)
COLLABORATION = _content(
    (
        "Samverkan kring barn och unga",
        _question("gemensamma-medel", "money", "Hur mycket har gått till gemensamma tjänster?", help="Hela kronor."),
        _question("sip-barn", "number", "Hur många samordnade planer gällde barn och unga?", unit="planer", min=0),
        _question("samverkan-svart", "long_text", "Vad har varit svårast i samverkan?", max_length=4000),
    )
)
CONSULTATION = _content(
    (
        "Synpunkter",
        _question("ratt-i-sak", "one", "Är innehållet rätt i sak?", options=_options("Ja", "Ja, i stort", "Nej")),
        _question("genomforbart", "one", "Går det att genomföra hos er?", options=_options("Ja", "Ja, med tid", "Nej")),
        _question("yttrande", "long_text", "Ert yttrande", max_length=8000),
    )
)
TOUR = _content(
    ("Medlen", USED, CHILDREN, PLAN, PLAN_WHEN),
    ("Arbetet", WORKED, WENT_WELL),
)
