"""A round's own questions and answers, its corrections, and a level's own words about its part."""

import datetime as dt

from django.http import Http404
from ninja import Schema

from vaxel.accounts.api.bearer import answers, reads, sends
from vaxel.accounts.api.desk import Desk
from vaxel.accounts.api.once import Key, once
from vaxel.accounts.api.paging import Id
from vaxel.rounds.api import shapes
from vaxel.rounds.api.finding import round_seen, sent_round
from vaxel.rounds.api.router import router
from vaxel.rounds.commands import compilations
from vaxel.rounds.commands import talk as commands
from vaxel.rounds.models import Enquiry
from vaxel.rounds.queries.talk import talk as said

desk = Desk(router, "talk")


class EnquiryOut(Schema):
    """Who asked stands nowhere; an answer that is not published is seen by the asker's body and the sender."""

    id: int
    text: str
    asked_at: dt.datetime
    answer: str
    is_published: bool


class CorrectionOut(Schema):
    text: str
    at: dt.datetime


class Talk(Schema):
    enquiries: list[EnquiryOut]
    corrections: list[CorrectionOut]


class Words(Schema):
    text: shapes.Text


class Reply(Words):
    publish: bool = True


class IdOut(Schema):
    id: int


class CompilationIn(Words):
    """`node` left out: the whole. `finish` binds what it covers: a later change below shows it as stale."""

    node: Id | None = None
    revision: shapes.Revision = 0
    finish: bool = False


class CompilationOut(Schema):
    node: int
    revision: int
    finished: bool


@desk.get("/rounds/{round}/talk", reads, Talk, "round_talk")
def talk(request, round: Id):
    """The questions that receivers have asked, with the answers that the key may see, and what has been corrected."""
    seen = said(request.actor, sent_round(request, round), own=None)
    return {
        "enquiries": [_enquiry(one) for one in seen.enquiries],
        "corrections": [{"text": one.text, "at": one.at} for one in seen.corrections],
    }


@desk.post("/rounds/{round}/talk", answers, IdOut, "round_talk", status=201)
def ask(request, round: Id, data: Words, key: Key):
    """A question to the sender, for the body that the key acts for."""
    found, actor = sent_round(request, round), request.actor
    return once(request, key, 201, lambda: {"id": commands.ask(found, actor.body_id, data.text, by=actor).pk})


@desk.post("/rounds/{round}/talk/{enquiry}", sends, IdOut, "round_reply")
def reply(request, round: Id, enquiry: Id, data: Reply, key: Key):
    """The sender's answer: to all, or to the asker alone."""
    sent_round(request, round)
    found = Enquiry.objects.filter(round=round, pk=enquiry).select_related("round").first()
    if found is None:
        raise Http404
    return once(request, key, 200, lambda: {"id": commands.reply(found, data.text, data.publish, by=request.actor).pk})


@desk.post("/rounds/{round}/corrections", sends, IdOut, "round_correct", status=201)
def correct(request, round: Id, data: Words, key: Key):
    """What was wrong and what holds instead: to all, also those who have answered."""
    found = round_seen(request, round)
    return once(request, key, 201, lambda: {"id": commands.correct(found, data.text, by=request.actor).pk})


@desk.post("/rounds/{round}/compilation", sends, CompilationOut, "round_compilation")
def compile_part(request, round: Id, data: CompilationIn, key: Key):
    """The level's own words about its part; finished when it says so."""
    found = sent_round(request, round)

    def act():
        how = {"by": request.actor}
        written = compilations.write(found, data.node, data.text, revision=data.revision, **how)
        done = compilations.finish(found, data.node, **how) if data.finish else written
        return {"node": done.node_id, "revision": done.revision, "finished": done.finished_at is not None}

    return once(request, key, 200, act)


def _enquiry(one):
    return {
        "id": one.id,
        "text": one.text,
        "asked_at": one.asked_at,
        "answer": one.answer,
        "is_published": one.is_published,
    }
