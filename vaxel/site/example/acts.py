"""The six acts of the tour, each after those before it, and only what the visitor has not done."""

import hashlib

from vaxel.calendar import clock
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.commands.answers import decide, save_draft, submit
from vaxel.rounds.commands.compilations import finish, write
from vaxel.rounds.commands.deliveries import confirm_receipt, relay
from vaxel.rounds.commands.rounds import close, feed_back
from vaxel.rounds.commands.send import send
from vaxel.rounds.domain.kinds import AnswerStatus, RoundState
from vaxel.rounds.domain.state import DONE, Outcome, outcome
from vaxel.rounds.models import Delivery, NodeCompilation
from vaxel.site.example.cast import DALARNA, FALUN
from vaxel.site.example.land import body, land
from vaxel.site.example.others import let_the_rest_answer
from vaxel.site.example.replies import to_every_question

COUNTY_WORDS = "Samverkan fungerar bättre än förra året. De mindre kommunerna delar på en samordnare."
LED_TO = (
    "Tack. Svaren visar att samverkan fungerar bättre där det finns en gemensam ingång för barn och unga. "
    "Vi tar därför fram ett stöd för gemensam ingång, och frågan om handlingsplan utgår nästa år: svaren finns redan."
)


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
    if outcome(falun.state) in DONE:
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


ACTS = {
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
