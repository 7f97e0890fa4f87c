"""What a plausible body answers: decided by who it is and which question, never by chance of the moment."""

import datetime as dt

from vaxel.calendar.clock import today
from vaxel.rounds.domain.answers import settled
from vaxel.site.example.chance import draw, pick, whole

TEXTS = {
    "medel-kvar": (
        "Medlen kom sent på året. Återstoden används till utbildning under våren.",
        "En tjänst har varit vakant; rekrytering pågår.",
        "Inget är kvar.",
    ),
    "bra-exempel": (
        "Kortare väg till första samtalet: vi har en gemensam ingång med regionen.",
        "Elevhälsan och socialtjänsten träffas varannan vecka i stället för en gång per termin.",
        "Fler får en samordnad individuell plan innan de skrivs ut.",
        "Anhöriga har fått en egen kontaktperson.",
        "Vi har utbildat all personal i suicidprevention, även fritids och hemtjänst.",
        "Ett mobilt team når personer som tidigare inte kom till mottagningen.",
    ),
    "jamstalldhet": (
        "Vi följer upp efter kön och har riktat insatser till pojkar, som söker senare.",
        "Flickor var överrepresenterade i uppföljningen; insatserna har justerats.",
        "Vi har ännu inte kunnat dela upp uppgifterna.",
    ),
    "sip-stod": ("En gemensam utbildning två gånger per år.", "En mall och någon att ringa.", "Gemensamt it-stöd."),
    "samverkan-svart": (
        "Att hinna träffas. Mötena ställs in när det är som mest att göra.",
        "Olika system: vi skriver samma sak två gånger.",
        "Oklart vem som kallar när barnet är placerat i en annan kommun.",
    ),
    "yttrande": (
        "Vi tillstyrker. Avsnittet om uppföljning behöver säga vem som registrerar.",
        "Innehållet är rätt i sak. I en liten kommun saknas den kompetens som förutsätts i steg 2.",
        "Vi ser gärna att brukarorganisationernas roll beskrivs tydligare.",
        "Vi har inga synpunkter utöver det som länet har lämnat gemensamt.",
    ),
}


def reply(question: dict, *, body: str, people: int):
    """A value in the shape domain/answers.py stores; `people` is the body's population."""
    key = (body, question["id"])
    match question["type"]:
        case "money":
            return _kronor(question["id"], people, key) * 100
        case "number":
            return str(whole(max(1, people // 900), max(3, people // 350), *key))
        case "one":
            return pick(_leaning(question["options"]), *key)["id"]
        case "many":
            return [option["id"] for option in question["options"] if draw(*key, option["id"]) < 0.45] or ["o1"]
        case "scale":
            low, high = question["scale"]["min"], question["scale"]["max"]
            return min(high, max(low, round(low + (high - low) * (0.35 + 0.6 * draw(*key)))))
        case "table":
            return _table(question, people, key)
        case "date":
            return (today() + dt.timedelta(days=whole(30, 240, *key))).isoformat()
        case _:
            return pick(TEXTS.get(question["id"], ("Se bifogat underlag.",)), *key)


def _kronor(question_id, people, key):
    per_head = 19.4 if question_id == "medel-anvant" else 7.1
    return int(people * per_head * (0.82 + 0.18 * draw(*key))) // 100 * 100


def _leaning(options):
    """The first option is the commonest, as in life."""
    return [options[0]] * 3 + list(options[1:]) + [options[1]]


def _table(question, people, key):
    return {
        row["id"]: {
            column["id"]: str(whole(0, max(2, people // 400), *key, row["id"], column["id"]))
            for column in question["columns"]
        }
        for row in question["rows"]
    }


def replies(content: dict, *, body: str, people: int) -> dict:
    """An answer that could be sent: every question that is shown with these values, and no other."""
    return settled(content, to_every_question(content, body=body, people=people))


def to_every_question(content: dict, *, body: str, people: int) -> dict:
    """Also to those that the body's own other answers hide: for filling in beside what someone has written."""
    return {
        question["id"]: reply(question, body=body, people=people)
        for section in content["sections"]
        for question in section["questions"]
    }
