"""What a round says by mail: one message per body and event, with a link; never an answer, a reason or a name in it.

Always in Swedish, whatever language the page was read in that it is sent from.
"""

from django.utils.translation import gettext as _

from vaxel import notices
from vaxel.calendar import clock
from vaxel.network.domain.order import Turn
from vaxel.network.queries.asof import at
from vaxel.network.wording import TURNS
from vaxel.rounds.commands.addresses import absolute, delivery_page, joint_page, page_of, round_page
from vaxel.rounds.commands.issuing_links import link_for_next, links_for_letters
from vaxel.rounds.commands.wording import (
    in_swedish,
    letter,
    owed_by,
    read_it,
    say_it,
    subject_of,
    told_before,
    when,
    without_account,
    words_of,
)
from vaxel.rounds.domain.kinds import Route
from vaxel.rounds.links import delivery_link
from vaxel.rounds.queries.owing import PASS_ON
from vaxel.rounds.queries.reach import NOBODY, Reach, Reached, reach


def post(round, event, bodies, write, *, link=None, reached=None, may_wait=True):
    """`write(body_id)` gives (subject, text). One per body and event: the same event again sends nothing. Who was reached."""
    reached = reached or reach(bodies, clock.today())
    told = [body for body in bodies if reached[body] != NOBODY]
    drafts = [_draft(round, event, body, reached[body], write(body), may_wait=may_wait) for body in told]
    notices.post_many(drafts)
    return reached


def _draft(round, event, body, to, written, *, may_wait):
    subject, text = written
    return notices.Draft(
        event_key=f"round:{round.pk}:{event}:{body}",
        to=to.address,
        subject=subject,
        text=text,
        digest_key=f"round:{round.pk}",
        about=f"round:{round.pk}",
        body_id=body,
        to_as=to.how,
        may_wait=may_wait,
    )


@in_swedish
def sent(round, deliveries):
    """To each that has it now; to the coordinating bodies for those that wait there."""
    mine = {delivery.body_id: delivery for delivery in deliveries if _not_told(round, delivery)}
    answering = links_for_letters(round, mine.values())
    reached = _to_where_the_link_is(mine, answering)
    post(round, "sent", list(mine), lambda body: _sent(round, mine[body], answering.get(body)), reached=reached)
    waiting = {delivery.waits_at_id for delivery in deliveries} - {None}
    post(round, "pass-on", sorted(waiting), lambda body: _pass_on(round))


def _to_where_the_link_is(bodies, answering):
    """Who is reached as always; a link goes to the address its receipt will name."""
    own = {body: Reach(Reached.MAILBOX, sent.address) for body, sent in answering.items()}
    return reach(bodies, clock.today()) | own


def _not_told(round, delivery):
    """Passed on within the first ten minutes, it was told by then; what waits is told when it is passed on."""
    told = round.route == Route.STEPWISE and delivery.via_id
    return delivery.waits_at_id is None and not told


def _sent(round, delivery, answering=None):
    """`answering`: the link for those who have nobody to log in, instead of the two for those who have."""
    told = _("%(sender)s har skickat er %(kind)s: %(title)s.") % words_of(round)
    if answering:
        return subject_of(round), letter(told, when(round), without_account(round) % {"link": absolute(answering.path)})
    return subject_of(round), letter(
        told,
        when(round),
        read_it(round) % {"link": absolute(delivery_link(delivery))},
        say_it(round) % {"link": delivery_page(delivery)},
    )


@in_swedish
def link(delivery, address, path, number):
    """One more link, or one anew, to one of the body's own addresses."""
    round = delivery.round
    text = letter(
        _("Här är en länk för att svara på %(title)s.") % words_of(round),
        when(round),
        without_account(round) % {"link": absolute(path)},
    )
    key = f"round:{round.pk}:link:{number}"
    notices.post(key, to=address, subject=subject_of(round), text=text, body_id=delivery.body_id)


def _pass_on(round):
    return subject_of(round), letter(
        _("%(sender)s har skickat %(kind)s till organisationer hos er: %(title)s.") % words_of(round),
        _("De får den när ni skickar vidare."),
        when(round),
        _("Skicka vidare: %(link)s") % {"link": round_page(round)},
    )


@in_swedish
def relayed(round, deliveries, also, node_id):
    """A relay is an event of its own, once per node that passed on."""
    mine = {delivery.body_id: delivery for delivery in deliveries}
    outside = {reached.body_id for reached in also}
    via = at(clock.today()).names([node_id]).get(node_id, "")
    answering = links_for_letters(round, deliveries)
    reached = _to_where_the_link_is([*mine, *outside], answering)

    def write(body):
        passed = _("%(via)s har skickat vidare: %(title)s.") % {"via": via, **words_of(round)}
        if body in answering:
            act = without_account(round) % {"link": absolute(answering[body].path)}
            return subject_of(round), letter(passed, when(round), act)
        link = delivery_page(mine[body]) if body in mine else round_page(round)
        read = _("Öppna i Växel: %(link)s") % {"link": link}
        return subject_of(round), letter(passed, when(round) if body in mine else "", read)

    post(round, f"relayed-{node_id}", [*mine, *sorted(outside)], write, reached=reached)


@in_swedish
def joint_proposed(joint, version, deliveries):
    """To each body it stands for: an event of its own for every version."""
    round, name = joint.round, at(clock.today()).names([joint.node_id]).get(joint.node_id, "")

    def write(body):
        link = joint_page(joint)
        put = _("%(county)s har lagt fram ett gemensamt svar: %(title)s.") % {"county": name, **words_of(round)}
        return subject_of(round), letter(
            put, _("Läs det, och anta det eller stå för ert eget svar: %(link)s") % {"link": link}
        )

    post(round, f"joint-{joint.node_id}-{version.number}", [delivery.body_id for delivery in deliveries], write)


@in_swedish
def completion_requested(delivery, about):
    """`about`: the receipt of the answer to complete."""
    subject = _("Komplettering begärd: %(title)s") % words_of(delivery.round)
    text = letter(
        _("Den som sammanställer har bett er komplettera ert svar på %(title)s.") % words_of(delivery.round),
        _("Skälet står i Växel: %(link)s") % {"link": delivery_page(delivery)},
    )
    post(delivery.round, f"completion-{about.pk}", [delivery.body_id], lambda body: (subject, text), may_wait=False)


@in_swedish
def assigned(delivery, person):
    if not person.email:
        return
    text = letter(_("En kollega har fördelat %(title)s till dig.") % words_of(delivery.round), delivery_page(delivery))
    notices.post(
        f"round:{delivery.round_id}:assigned:{delivery.body_id}:{person.public_id}",
        to=person.email,
        subject=_("Fördelat till dig: %(title)s") % words_of(delivery.round),
        text=text,
        body_id=delivery.body_id,
    )


@in_swedish
def for_decision(delivery, answer, people):
    subject = _("Att besluta: %(title)s") % words_of(delivery.round)
    text = letter(_("Svaret på %(title)s väntar på ert beslut.") % words_of(delivery.round), delivery_page(delivery))
    notices.post_many(
        notices.Draft(
            event_key=f"round:{delivery.round_id}:decide:{answer.pk}:{answer.revision}:{person.public_id}",
            to=person.email,
            subject=subject,
            text=text,
            body_id=delivery.body_id,
        )
        for person in people
    )


@in_swedish
def reminders(round, steps):
    """One mail a step (`commands/remind.py`); nobody waits for them, so they leave in working hours."""
    names = at(clock.today()).names({step.owed.body_id for step in steps if step.to.turn == Turn.COORDINATOR})
    links = _links_again(round, [step for step in steps if _own_part(step)])
    notices.post_many([_reminder(round, step, names.get(step.owed.body_id, ""), links) for step in steps])


def _links_again(round, steps):
    """To whoever cannot log in, a link anew: the earlier one is kept nowhere but in the earlier letter, and still holds."""
    at = {step.owed.body_id: step.to.address for step in steps}
    return links_for_letters(round, round.deliveries.filter(body__in=at), at=at) if at else {}


def _own_part(step):
    return step.to.turn != Turn.COORDINATOR and step.owed.kind != PASS_ON


def _reminder(round, step, name, links):
    words = words_of(round)
    return notices.Draft(
        event_key=reminder_key(round, step),
        to=step.to.address,
        subject=_("Påminnelse: %(title)s") % words,
        text=letter(
            owed_by(round, step, name) % {**words, "name": name, "n": step.owed.number},
            when(round, step.owed.due, on=clock.today()),
            told_before(step),
            _reminded_page(round, step, links),
        ),
        digest_key=f"round:{round.pk}",
        about=f"round:{round.pk}",
        body_id=step.owed.body_id,
        to_as=step.to.how,
        keeps_quiet=True,
    )


def _reminded_page(round, step, links):
    if not _own_part(step):
        return round_page(round)
    if step.owed.body_id in links:
        return without_account(round) % {"link": absolute(links[step.owed.body_id].path)}
    return page_of(round.pk, step.owed.body_id)


def reminder_key(round, step):
    """Names the step, so that the same step is never two mails."""
    owed = step.owed
    return f"round:{round.pk}:reminded-{owed.matter}-{step.lap}-{step.to.how}:{owed.body_id}"


@in_swedish
def once_more(round, failed, to, *, number):
    """The same mail to the next in the body's order, which is told why it gets it."""
    first = failed.event_key.partition(":next-")[0]
    again = notices.Draft(
        event_key=f"{first}:next-{number}",
        to=to.address,
        subject=failed.subject,
        text=letter(_why_you(failed, to), _said_again(round, failed, to)),
        digest_key=failed.digest_key,
        body_id=failed.body_id,
        to_as=to.how,
        about=failed.about,
    )
    notices.post_many([again])


def _why_you(failed, to):
    if to.turn == Turn.COORDINATOR:
        name = at(clock.today()).names([failed.body_id]).get(failed.body_id, "")
        return _("%(name)s har inte gått att nå med mejl. Ni får det här som länets samordnare.") % {"name": name}
    before = TURNS.get(failed.to_as, _("den som skulle ha fått det"))
    return _("Det här mejlet kom inte fram till %(role)s. Ni får det som nästa i er ordning.") % {"role": before}


def _said_again(round, failed, to):
    """A link to answer by is bound to the address it was sent to: whoever is next gets one of its own, or none."""
    delivery = round.deliveries.filter(body=failed.body_id).first()
    if delivery is None or failed.event_key.split(":")[2] != "sent":
        return failed.text
    return _sent(round, delivery, link_for_next(round, delivery, to.address))[1]
