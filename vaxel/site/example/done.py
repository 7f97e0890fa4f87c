"""Whether the tour's visitor has done a step's act with their own hands: the strip's button then only leads on."""

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.kinds import AnswerStatus, RoundState
from vaxel.rounds.domain.state import DONE, outcome
from vaxel.rounds.models import Delivery, NodeCompilation, Round
from vaxel.site.example.cast import DALARNA, FALUN
from vaxel.site.example.land import body


def is_done(key: str, round_: Round) -> bool:
    return _HAS[key](round_)


def _sent(round_):
    return round_.state != RoundState.DRAFT


def _passed_on(round_):
    return _sent(round_) and not round_.deliveries.filter(waits_at=body(Kind.COUNTY, DALARNA)).exists()


def _answered(round_):
    falun = _falun(round_)
    return falun is not None and (
        _has_decided(falun) or falun.answers.filter(status=AnswerStatus.FOR_DECISION).exists()
    )


def _decided(round_):
    falun = _falun(round_)
    return falun is not None and _has_decided(falun)


def _has_decided(delivery):
    return outcome(delivery.state) in DONE


def _falun(round_):
    return Delivery.objects.filter(round=round_, body=body(Kind.MUNICIPALITY, FALUN)).first()


def _finished(round_):
    return NodeCompilation.objects.filter(
        round=round_, node=body(Kind.COUNTY, DALARNA), finished_at__isnull=False
    ).exists()


def _fed_back(round_):
    return round_.state == RoundState.FED_BACK


_HAS = {
    "send": _sent,
    "relay": _passed_on,
    "answer": _answered,
    "decide": _decided,
    "compile": _finished,
    "feed_back": _fed_back,
}
