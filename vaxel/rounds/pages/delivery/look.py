"""What the delivery page shows, gathered once: head, steps, form or receipt, and what may be done from here."""

from django.urls import reverse

from vaxel.calendar.clock import today
from vaxel.network.queries.asof import at
from vaxel.rounds import permissions
from vaxel.rounds.domain.answers import settled
from vaxel.rounds.domain.state import DONE, Flag, Outcome, Step, outcome
from vaxel.rounds.forms.answer_form import AnswerForm
from vaxel.rounds.forms.cards import sections_of
from vaxel.rounds.models.delivery import idempotency_key
from vaxel.rounds.pages.delivery.acts import acts
from vaxel.rounds.pages.delivery.beside import beside
from vaxel.rounds.pages.delivery.found import questions_of
from vaxel.rounds.pages.delivery.joint import has_adopted, joint_context, joint_of, jointly_said
from vaxel.rounds.pages.delivery.reading import answer_lines, documents, file_urls, question_files, source_files
from vaxel.rounds.pages.delivery.sections import shown
from vaxel.rounds.pages.delivery.sentence import own_said, said_of
from vaxel.rounds.pages.delivery.stage import WRITING, Stage, stage_of
from vaxel.rounds.pages.delivery.steps import stepper
from vaxel.rounds.pages.delivery.ticket import said_by_link, ticket
from vaxel.rounds.pages.delivery.used import used
from vaxel.rounds.pages.sections.shown import given_look
from vaxel.rounds.queries.answers import begun_from, draft, standing_answer
from vaxel.rounds.queries.earlier import carried_over, earlier_answers
from vaxel.rounds.queries.plan import plan_for
from vaxel.rounds.queries.story import latest, sent_to, story
from vaxel.rounds.words import kind_of


def look(request, delivery, *, change=False, form=None) -> dict:
    """`form` is a bound answer form with something to mend; otherwise one is made from the draft."""
    actor, writing = request.actor, draft(delivery)
    own = delivery.body_id in actor.body_ids
    stage = stage_of(delivery, writing, change=change)
    may_act, opens = permissions.acts_for(actor, delivery), permissions.may_open_answer(actor, delivery)
    told = story(delivery)
    standing = standing_answer(delivery) if opens else None
    joint = joint_of(delivery)
    context = {
        "delivery": delivery,
        "round": delivery.round,
        "key": idempotency_key(),
        "own": own,
        "may_act": may_act,
        "elsewhere": own and actor.body_id != delivery.body_id and stage in {*WRITING, Stage.READ, Stage.FOR_DECISION},
        "stage": str(stage),
        "writing": writing,
        "heading": _heading(delivery, stage, joint, own=own),
        **joint_context(actor, delivery, joint),
        "story": told,
        "sent": opens and ticket(delivery, told, reads=stage == Stage.READ),
        "documents": documents(delivery.round),
        "question_files": question_files(delivery),
        "requested": _requested(delivery, told),
        "declined": latest(told, Step.DECLINED) if outcome(delivery.state) == Outcome.DECLINED else None,
        "nothing": latest(told, Step.NOTHING_TO_REPORT)
        if outcome(delivery.state) == Outcome.NOTHING_TO_REPORT
        else None,
        "confirmed": latest(told, Step.RECEIVED),
        "acts": acts(actor, delivery, stage, adopted=has_adopted(delivery, joint)),
        "rooms": shown(request, delivery),
        "answer": answer_lines(delivery, standing) if standing else [],
        "registered": latest(told, Step.ANSWERED),
        "sources": source_files(delivery, standing) if standing else [],
        "beside": beside(delivery) if own and standing else None,
        "plan": plan_for(delivery.round, delivery) if own and stage in {*WRITING, Stage.READ} else None,
        "standing": standing is not None,
        "used": used(delivery, standing) if standing else [],
        **head(delivery),
    }
    context["steps"] = stepper(delivery, stage, told, context)
    if may_act and stage in WRITING:
        context |= form_look(delivery, writing, form, stage)
        context |= given_look(delivery)
        context["save_url"] = reverse("delivery_save", args=[delivery.round_id, delivery.body_id])
    if own and stage == Stage.FOR_DECISION:
        context |= _to_decide(actor, delivery, writing)
    return context


def _heading(delivery, stage, joint, *, own):
    if said := jointly_said(delivery, stage, joint, own=own):
        return said
    if not own:
        return said_of(delivery, asks=stage != Stage.READ)
    return own_said(delivery, stage) or delivery.round.title


def head(delivery):
    round = delivery.round
    sending = sorted(permissions.other_senders(round.pk)) or [round.owner_id]
    names = at(today()).names({*sending, delivery.body_id, delivery.via_id} - {None})
    due = delivery.last_day
    return {
        "word": kind_of(round),
        "senders": [name for body, name in names.items() if body in sending],
        "body_name": names.get(delivery.body_id, ""),
        "via": names.get(delivery.via_id, ""),
        "due": due,
        "overdue": bool(due) and due < today() and outcome(delivery.state) not in DONE,
        "prolonged": delivery.is_prolonged,
    }


def _requested(delivery, told):
    return latest(told, Step.COMPLETION_REQUESTED) if delivery.state & Flag.COMPLETION_REQUESTED else None


def form_look(delivery, writing, form, stage, *, urls=None, alone=False):
    """`urls(file's id)`: where a file of the answer is fetched; `alone`: nothing from other rounds is offered or told."""
    questions, begun = questions_of(delivery), begun_from(delivery)
    values = dict(begun.values) if begun else {}
    earlier = {} if alone else earlier_answers(delivery, questions)
    carried = carried_over(begun) if begun and not alone else {}
    undo = stage == Stage.WRITE  # what has been sent stands: it is changed, not emptied
    form = form or AnswerForm(questions, values=values, file_url=urls or file_urls(delivery))
    return {
        "form": form,
        "sections": sections_of(questions, form, earlier=earlier, carried=carried, undo=undo, values=values),
        "total": len(questions),
        "answered": len(settled(questions, values)),
        "offered": len([key for key in earlier if key not in values]),
        "known": any(one.source.said for key, one in earlier.items() if key not in values),
        "carried": len(carried) if undo else 0,
        "version": f"{delivery.pk}-{writing.number if writing else 'new'}",
        "saved_at": writing.updated_at if writing else None,
        "prepared": bool(writing) and writing.on_behalf,
        "returned": writing.returned_note if writing else "",
    }


def _to_decide(actor, delivery, writing):
    return {
        "to_decide": answer_lines(delivery, writing, compared=True),
        "decides": permissions.decides(actor, delivery) and writing.submitted_by != actor.person_id,
        "waited_since": writing.updated_at,
        "left_by": _left_by(writing),
    }


def _left_by(writing):
    """Said where nobody known left it: by a link."""
    act = writing.by_link.select_related("link__mandate", "link__mailbox").filter(receipt=None).first()
    return said_by_link(act.name, act.title, sent_to(act.link)) if act and not writing.submitted_by else ""
