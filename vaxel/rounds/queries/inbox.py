"""What waits for the mandate in use, most pressing first; and what a body has been sent and owes."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import midnight
from vaxel.composed import composed, seldom
from vaxel.network.domain.kinds import Kind, Role
from vaxel.rounds import permissions
from vaxel.rounds.domain.kinds import AnswerStatus, RoundKind, RoundState
from vaxel.rounds.domain.state import DONE, Flag, Outcome, Step, outcome
from vaxel.rounds.models import Answer, Delivery, FrameRange, NodeCompilation, Receipt, Round
from vaxel.rounds.models.reading import SENT
from vaxel.rounds.queries.joint_waiting import adopts_jointly, covered_by_joint, to_adopt
from vaxel.rounds.queries.sections import parts_not_done, to_write, whose_parts
from vaxel.rounds.words import kind_of

SOON = dt.timedelta(days=7)
RECENT = dt.timedelta(days=30)
CHANGING = (Step.ANSWERED, Step.NOTHING_TO_REPORT, Step.DECLINED, Step.WITHDRAWN)
LEVELS = (Kind.COUNTY, Kind.HEALTHCARE_REGION)


@dataclass(frozen=True)
class Item:
    """`needs_now`: due this week, overdue, or somebody waits for it. `act` is which thing waits, in any language."""

    act: str
    verb: str
    title: str
    detail: str
    due: dt.date | None
    url_name: str
    url_args: tuple
    needs_now: bool
    query: str = ""  # "nod=17" where a level's own part is meant
    is_new: bool = False  # nobody at the body has confirmed it

    @property
    def key(self) -> str:
        """Names the thing that waits, the same until it is done: whoever takes it takes this."""
        return ":".join((self.act, *map(str, self.url_args)))


def inbox(actor) -> list[Item]:
    """No more queries however much waits."""
    if actor.current is None:
        return []
    found = [
        *_to_confirm(actor),
        *_to_pass_on(actor),
        *_to_decide(actor),
        *_to_adopt(actor),
        *_to_answer(actor),
        *_to_write(actor),
        *_to_finish(actor),
        *_to_review(actor),
        *_to_feed_back(actor),
        *_to_read(actor),
    ]
    return sorted(found, key=lambda item: (not item.needs_now, item.due or dt.date.max))


def foreseen(actor):
    """What it asks for and mostly finds nothing of."""
    if actor.current is None:
        return
    if actor.role in permissions.COORDINATING:
        yield waiting_at.of(actor.body_id)
        yield not_finished.of(actor.body_id, clock.today())
        yield finished_and_changed.of(actor.body_id)
    if adopts_jointly(actor):
        yield covered_by_joint.of(actor.body_id)
    yield parts_not_done.of(*whose_parts(actor))
    yield fed_back.of(actor.body_id, _recently())


def _pressing(due):
    return due is not None and due <= clock.today() + SOON


def _round_item(act, verb, round, detail, due, *, needs_now, query=""):
    return Item(act, verb, round.title, detail, due, "round", (round.pk,), needs_now, query)


def _to_confirm(actor):
    """A large sending that a colleague has prepared."""
    if actor.role not in permissions.SENDING:
        return
    waiting = Round.objects.filter(owner=actor.body_id, state=RoundState.DRAFT).exclude(asked_to_confirm_by=None)
    for round_ in waiting.exclude(asked_to_confirm_by=actor.person_id):
        yield _round_item(
            "confirm", _("Bekräfta utskicket"), round_, _("en kollega vill skicka"), round_.due, needs_now=True
        )


def _to_pass_on(actor):
    if actor.role not in permissions.COORDINATING:
        return
    numbers = Counter(waiting_at(actor.body_id))
    for round_ in _opened(Round.objects.filter(pk__in=numbers)) if numbers else ():
        detail = ngettext("till %(n)s mottagare", "till %(n)s mottagare", numbers[round_.pk]) % {
            "n": numbers[round_.pk]
        }
        yield _round_item(
            "pass_on", _("Skicka vidare"), round_, detail, round_.due, needs_now=True, query=f"nod={actor.body_id}"
        )


@seldom
def waiting_at(body_id):
    return Delivery.objects.filter(waits_at=body_id, round__state=RoundState.OPEN).values_list("round_id", flat=True)


def _opened(rounds):
    return [round_ for round_ in rounds if round_.opens is None or round_.opens <= clock.today()]


def _to_decide(actor):
    if actor.role != Role.APPROVER:
        return
    waiting = Answer.objects.filter(
        delivery__body=actor.body_id, status=AnswerStatus.FOR_DECISION, delivery__round__state=RoundState.OPEN
    )
    for answer in waiting.select_related("delivery__round"):
        yield _own("decide", _("Besluta"), answer.delivery, _("väntar på ert beslut"), needs_now=True)


def _to_adopt(actor):
    for one in to_adopt(actor):
        detail = _("ändrat sedan ni antog det") if one.again else _("länets gemensamma svar")
        act, verb = ("readopt", _("Anta på nytt")) if one.again else ("adopt", _("Anta"))
        round_ = one.delivery.round
        due, args = one.delivery.last_day, (round_.pk, one.node_id)
        yield Item(act, verb, round_.title, detail, due, "joint", args, needs_now=True)


def _own(act, verb, delivery, detail, *, needs_now=False):
    due = delivery.last_day
    args = (delivery.round_id, delivery.body_id)
    new = outcome(delivery.state) == Outcome.SENT
    now = needs_now or _pressing(due)
    return Item(act, verb, delivery.round.title, detail, due, "delivery", args, now, is_new=new)


def _to_answer(actor):
    if actor.role not in permissions.CONFIRMING:
        return
    for delivery in _asked_and_not_left(actor.body_id):
        if _opened([delivery.round]) and (item := _asked_of(delivery)):
            yield item


@composed
def _asked_and_not_left(body_id):
    """An answer left for decision waits for somebody else."""
    own = Delivery.objects.outcomes().filter(body=body_id, waits_at=None, round__state=RoundState.OPEN)
    left = Answer.objects.filter(delivery=OuterRef("pk"), status=AnswerStatus.FOR_DECISION)
    return own.exclude(Exists(left)).select_related("round")


def _to_write(actor):
    """Sections of a body's answer that a colleague or the mandate's own unit has been given."""
    for part in to_write(actor):
        args = (part.delivery.round_id, part.delivery.body_id, part.pk)
        verb, detail, now = _("Skriv"), _("ett avsnitt av svaret"), _pressing(part.ready_by)
        yield Item("write_part", verb, part.delivery.round.title, detail, part.ready_by, "section_part", args, now)


def _asked_of(delivery):
    word = kind_of(delivery.round)
    if delivery.state & Flag.COMPLETION_REQUESTED:
        return _own("complete", _("Komplettera"), delivery, str(word.one), needs_now=True)
    if delivery.said in DONE or delivery.said == Outcome.NOT_ASKED:
        return None
    if delivery.round.kind == RoundKind.MAILING:
        return _own("read", _("Läs"), delivery, str(word.one)) if delivery.said == Outcome.SENT else None
    return _own("answer", str(word.verb), delivery, str(word.one))


def _to_finish(actor):
    """A level's part, once the bodies' date has passed: not finished, or finished and not yet fed back."""
    if actor.role not in permissions.COORDINATING:
        return
    for round_ in not_finished(actor.body_id, clock.today()):
        due = round_.compile_due
        detail = _("er del ska sammanställas")
        yield _round_item(
            "finish", _("Färdigställ"), round_, detail, due, needs_now=_pressing(due), query=f"nod={actor.body_id}"
        )


@seldom
def not_finished(node_id, day):
    mine = FrameRange.objects.filter(node=node_id, node__kind__in=LEVELS).values("frame")
    rounds = Round.objects.filter(frame__in=mine, state__in=(RoundState.OPEN, RoundState.CLOSED), due__lt=day)
    finished = NodeCompilation.objects.filter(node=node_id).exclude(finished_at=None).values("round")
    return rounds.exclude(template_version=None).exclude(pk__in=finished)


def _to_review(actor):
    """What one finished, and an answer below it has come, gone or changed since: the words may no longer hold."""
    if actor.role not in permissions.COORDINATING:
        return
    for found in finished_and_changed(actor.body_id):
        detail = _("ett svar har ändrats sedan ni färdigställde")
        query = f"nod={actor.body_id}"
        yield Item(
            "review",
            _("Granska"),
            found.round.title,
            detail,
            found.round.compile_due,
            "compilation",
            (found.round_id,),
            True,
            query,
        )


@seldom
def finished_and_changed(node_id):
    mine = NodeCompilation.objects.filter(node=node_id).exclude(finished_at=None)
    going_on = mine.filter(_changed_since(), round__state__in=(RoundState.OPEN, RoundState.CLOSED))
    return going_on.select_related("round")


def _changed_since():
    inside = FrameRange.objects.filter(
        frame=OuterRef("delivery__round__frame"),
        node=OuterRef(OuterRef("node")),
        start__lte=OuterRef("delivery__position"),
        stop__gt=OuterRef("delivery__position"),
    )
    later = Receipt.objects.filter(
        Exists(inside), delivery__round=OuterRef("round"), received_at__gt=OuterRef("finished_at"), step__in=CHANGING
    )
    return Exists(later)


def _to_feed_back(actor):
    if actor.role not in permissions.SENDING:
        return
    mine = Round.objects.filter(owner=actor.body_id)
    for round_ in mine.filter(state=RoundState.CLOSED):
        yield _round_item(
            "feed_back",
            _("Återkoppla"),
            round_,
            _("vad gjorde ni med svaren?") if round_.kind != RoundKind.MAILING else _("vad ledde utskicket till?"),
            None,
            needs_now=False,
        )
    for round_ in mine.filter(state=RoundState.OPEN, due__lt=clock.today()):
        yield _round_item("close", _("Stäng"), round_, _("svarstiden har gått ut"), round_.due, needs_now=False)


def _to_read(actor):
    """What became of the answers, the first month."""
    for delivery in fed_back(actor.body_id, _recently()):
        yield _round_item("read_feedback", _("Läs"), delivery.round, _("återkoppling"), None, needs_now=False)


def _recently():
    """By whole days, so that it is foreseen and asked by the same value."""
    return midnight(clock.today() - RECENT)


@seldom
def fed_back(body_id, since):
    own = Delivery.objects.filter(body=body_id, round__state=RoundState.FED_BACK)
    return own.filter(round__fed_back_at__gte=since).select_related("round")


@dataclass(frozen=True)
class OfBody:
    """`sent`: rounds the body has sent; `owed`: what it has still to say; `received`: all it has been sent."""

    sent: list[Round]
    owed: list[Delivery]
    received: list[Delivery]


def of_body(body_id, actor) -> OfBody:
    """As far as the reader may see it; deliveries with their round, newest first."""
    sent = Round.objects.visible_to(actor).filter(owner=body_id, state__in=SENT).order_by("-sent_at")
    mine = Delivery.objects.visible_to(actor).filter(body=body_id).select_related("round").order_by("-round__sent_at")
    received = list(mine)
    owed = [
        one for one in received if one.round.state == RoundState.OPEN and one.said in (Outcome.SENT, Outcome.RECEIVED)
    ]
    return OfBody(list(sent), owed, received)
