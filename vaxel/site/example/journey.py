"""The round of the guided tour: made anew for each tour, carried one step further by the commands everyone uses.

`make_sure(step, round)` does the step's act only where the visitor has not: the tour never waits for anyone.
"""

import datetime as dt
import hashlib

from django.db import transaction

from vaxel.calendar import clock
from vaxel.calendar.domain.days import next_working_day
from vaxel.network.domain.kinds import Kind
from vaxel.network.queries.asof import at
from vaxel.rounds.commands.answers import decide, save_draft, submit
from vaxel.rounds.commands.compilations import finish, write
from vaxel.rounds.commands.deliveries import confirm_receipt, relay
from vaxel.rounds.commands.rounds import close, create_round, feed_back
from vaxel.rounds.commands.send import send
from vaxel.rounds.domain.kinds import AnswerStatus, RoundKind, RoundState, Route
from vaxel.rounds.domain.state import Flag, Outcome, Step, outcome
from vaxel.rounds.models import Delivery, NodeCompilation, Round, TemplateVersion
from vaxel.site.example.bulk import Story, carry_out
from vaxel.site.example.cast import DALARNA, FALUN
from vaxel.site.example.chance import draw
from vaxel.site.example.course import Taken
from vaxel.site.example.land import Land, land
from vaxel.site.example.replies import replies, to_every_question
from vaxel.site.models import TourRound

TITLE = "Redovisning av årets medel"
TEMPLATE = "Rundturens redovisning"
SILENT = 0.015  # the part that has not answered when three weeks have gone
COUNTY_WORDS = "Samverkan fungerar bättre än förra året. De mindre kommunerna delar på en samordnare."
LED_TO = (
    "Tack. Svaren visar att samverkan fungerar bättre där det finns en gemensam ingång för barn och unga. "
    "Vi tar därför fram ett stöd för gemensam ingång, och frågan om handlingsplan utgår nästa år: svaren finns redan."
)


def body(kind, code) -> int:
    return at(clock.today()).by_code(kind, code).pk


def current_round() -> Round | None:
    latest = TourRound.objects.select_related("round").order_by("-id").first()
    return latest and latest.round


@transaction.atomic
def fresh_round() -> Round:
    """A draft waiting at the secretariat; one of today's that nobody has sent is used again."""
    sweden = land(clock.today())
    due = next_working_day(sweden.day + dt.timedelta(days=21))
    waiting = current_round()
    if waiting and waiting.state == RoundState.DRAFT and waiting.due == due:
        return waiting
    by = sweden.actor("secretariat")
    round_ = create_round(
        by=by,
        owner_id=by.body_id,
        kind=RoundKind.ACCOUNT,
        title=TITLE,
        text=(
            "Redovisa hur ni har använt årets medel. Sex frågor i stället för sju enkäter. "
            "Svaret beslutas hos er, länet sammanställer, och alla får veta vad det ledde till."
        ),
        replaces="sju enkäter",
        legal_basis="Överenskommelsen mellan staten och SKR, redovisningskravet",
        minutes=10,
        template_version=TemplateVersion.objects.filter(template__title=TEMPLATE).latest("number"),
        audience={"kinds": [str(Kind.MUNICIPALITY)]},
        route=Route.STEPWISE,
        due=due,
        compile_due=next_working_day(due + dt.timedelta(days=14)),
        forward_text="Hej! Årets redovisning är här: sex frågor, cirka tio minuter. Besluta svaret hos er och skicka.",
    )
    TourRound.objects.create(round=round_)
    return round_


@transaction.atomic
def make_sure(key, round_):
    _ACTS[key](round_, land(clock.today()))


def _sent(round_, sweden):
    if round_.state == RoundState.DRAFT:
        send(round_, by=sweden.actor("secretariat"), received_at=clock.now())


def _passed_on(round_, sweden):
    _sent(round_, sweden)
    county = sweden.county_ids[DALARNA]
    waiting = list(Delivery.objects.filter(round=round_, waits_at=county).values_list("body_id", flat=True))
    if waiting:
        relay(
            round_, county, waiting, by=sweden.actor("coordinator"), key=_key(round_, "relay"), received_at=clock.now()
        )


def _answered(round_, sweden):
    _passed_on(round_, sweden)
    falun, by = _falun(round_), sweden.actor("contact")
    if outcome(falun.state) in (Outcome.ANSWERED, Outcome.DECLINED, Outcome.NOTHING_TO_REPORT):
        return
    if falun.answers.filter(status=AnswerStatus.FOR_DECISION).exists():
        return
    if outcome(falun.state) == Outcome.SENT:
        confirm_receipt(falun, by=by, key=_key(round_, "confirm"), received_at=clock.now())
    _fill_in_the_rest(round_, falun, sweden, by)
    submit(falun, by=by, key=_key(round_, "submit"), received_at=clock.now())


def write_for_falun(round_):
    """Falun has begun to write: a whole draft, nothing sent."""
    sweden = land(clock.today())
    _fill_in_the_rest(round_, _falun(round_), sweden, sweden.actor("contact"))


def _fill_in_the_rest(round_, falun, sweden, by):
    """What the visitor wrote stands; only what is left empty is filled in."""
    content = round_.template_version.content
    place = sweden.places[falun.body_id]
    draft = falun.answers.filter(status=AnswerStatus.DRAFT).first()
    said = draft.values if draft else {}
    ours = to_every_question(content, body=place.code, people=place.people)
    save_draft(falun, {key: value for key, value in ours.items() if key not in said}, by=by)


def _decided(round_, sweden):
    _answered(round_, sweden)
    falun = _falun(round_)
    if falun.answers.filter(status=AnswerStatus.FOR_DECISION).exists():
        decide(falun, by=sweden.actor("approver"), key=_key(round_, "decide"), received_at=clock.now())
    let_the_rest_answer(round_, sweden)
    _begin_dalarnas_words(round_, sweden)


def let_the_rest_answer(round_, sweden: Land):
    """Three weeks in a moment: everyone else passes on, confirms and answers, all but a few."""
    now = clock.now()
    waiting = [
        d for d in round_.deliveries.order_by("position") if outcome(d.state) in (Outcome.SENT, Outcome.RECEIVED)
    ]
    carry_out(round_, [_at_once(round_, delivery, sweden, now) for delivery in waiting])


def _at_once(round_, delivery, sweden, now):
    place = sweden.places[delivery.body_id]
    county = sweden.county_ids.get(place.county)
    steps = [] if delivery.state & Flag.RELAYED else [Taken(Step.RELAYED, now)]
    steps.append(Taken(Step.RECEIVED, now))
    if draw("tour", place.code) >= SILENT or place.code == FALUN:
        steps.append(Taken(Step.ANSWERED, now))
    values = replies(round_.template_version.content, body=place.code, people=place.people)
    holder, passes_on = sweden.contacts[delivery.body_id], sweden.coordinators.get(county)
    return Story(delivery, steps, holder, passes_on or holder, via=county, values=values)


def _begin_dalarnas_words(round_, sweden):
    """The county has begun to write, so that the visitor meets words and not an empty box."""
    node, by = sweden.county_ids[DALARNA], sweden.actor("coordinator")
    if not NodeCompilation.objects.filter(round=round_, node=node).exists():
        write(round_, node, COUNTY_WORDS, by=by, revision=0)


def _finished(round_, sweden):
    _decided(round_, sweden)
    node, by = sweden.county_ids[DALARNA], sweden.actor("coordinator")
    if not NodeCompilation.objects.filter(round=round_, node=node, finished_at__isnull=False).exists():
        finish(round_, node, by=by)


def _fed_back(round_, sweden):
    _finished(round_, sweden)
    round_.refresh_from_db()
    by = sweden.actor("secretariat")
    if round_.state == RoundState.OPEN:
        close(round_, by=by)
        round_.refresh_from_db()
    if round_.state == RoundState.CLOSED:
        feed_back(round_, LED_TO, by=by)


_ACTS = {
    "send": _sent,
    "relay": _passed_on,
    "answer": _answered,
    "decide": _decided,
    "compile": _finished,
    "feed_back": _fed_back,
}


def _falun(round_) -> Delivery:
    return Delivery.objects.get(round=round_, body=body(Kind.MUNICIPALITY, FALUN))


def _key(round_, act):
    """Two visitors in the same tour press the same button: one receipt."""
    return hashlib.sha256(f"tour {round_.pk} {act}".encode()).hexdigest()
