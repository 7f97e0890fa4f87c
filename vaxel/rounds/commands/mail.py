"""What a round says by mail: one message per body and event, with a link; never an answer, a reason or a name in it.

Always in Swedish, whatever language the page was read in that it is sent from.
"""

from functools import wraps

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from vaxel import notices
from vaxel.calendar import clock
from vaxel.calendar.domain.phrases import day_long
from vaxel.network.queries.asof import at
from vaxel.rounds.links import delivery_link
from vaxel.rounds.queries.reach import NOBODY, reach
from vaxel.rounds.words import capital, kind_of


def in_swedish(write):
    """Also under a page that is read in English. A fresh override each time: it keeps what to go back to."""

    @wraps(write)
    def written(*args, **kwargs):
        with override("sv"):
            return write(*args, **kwargs)

    return written


def post(round, event, bodies, write, *, link=None, reached=None):
    """`write(body_id)` gives (subject, text). One per body and event: the same event again sends nothing. Who was reached."""
    reached = reached or reach(bodies, clock.today())
    drafts = [_draft(round, event, body, reached[body], write(body)) for body in bodies if reached[body] != NOBODY]
    notices.post_many(drafts)
    return reached


def _draft(round, event, body, to, written):
    subject, text = written
    return notices.Draft(
        event_key=f"round:{round.pk}:{event}:{body}",
        to=to.address,
        subject=subject,
        text=text,
        digest_key=f"round:{round.pk}",
        body_id=body,
    )


@in_swedish
def sent(round, deliveries):
    """To each that has it now; to the coordinating bodies for those that wait there."""
    mine = {delivery.body_id: delivery for delivery in deliveries if delivery.waits_at_id is None}
    post(round, "sent", list(mine), lambda body: _sent(round, mine[body]))
    waiting = {delivery.waits_at_id for delivery in deliveries} - {None}
    post(round, "pass-on", sorted(waiting), lambda body: _pass_on(round))


def _sent(round, delivery):
    return _subject(round), _letter(
        _("%(sender)s har skickat er %(kind)s: %(title)s.") % _words(round),
        _when(round),
        _("Läs frågorna utan att logga in: %(link)s") % {"link": absolute(delivery_link(delivery))},
        _("Bekräfta mottagandet och svara: %(link)s") % {"link": delivery_page(delivery)},
    )


def _pass_on(round):
    return _subject(round), _letter(
        _("%(sender)s har skickat %(kind)s till organisationer hos er: %(title)s.") % _words(round),
        _("De får den när ni skickar vidare."),
        _when(round),
        _("Skicka vidare: %(link)s") % {"link": round_page(round)},
    )


@in_swedish
def relayed(round, deliveries, also, node_id):
    """A relay is an event of its own, once per node that passed on."""
    mine = {delivery.body_id: delivery for delivery in deliveries}
    outside = {reached.body_id for reached in also}
    via = at(clock.today()).names([node_id]).get(node_id, "")

    def write(body):
        link = delivery_page(mine[body]) if body in mine else round_page(round)
        read = _("Öppna i Växel: %(link)s") % {"link": link}
        passed = _("%(via)s har skickat vidare: %(title)s.") % {"via": via, **_words(round)}
        return _subject(round), _letter(passed, _when(round) if body in mine else "", read)

    post(round, f"relayed-{node_id}", [*mine, *sorted(outside)], write)


@in_swedish
def completion_requested(delivery, receipt):
    subject = _("Komplettering begärd: %(title)s") % _words(delivery.round)
    text = _letter(
        _("Den som sammanställer har bett er komplettera ert svar på %(title)s.") % _words(delivery.round),
        _("Skälet står i Växel: %(link)s") % {"link": delivery_page(delivery)},
    )
    post(delivery.round, f"completion-{receipt.pk}", [delivery.body_id], lambda body: (subject, text))


@in_swedish
def assigned(delivery, person):
    if not person.email:
        return
    text = _letter(_("En kollega har fördelat %(title)s till dig.") % _words(delivery.round), delivery_page(delivery))
    notices.post(
        f"round:{delivery.round_id}:assigned:{delivery.body_id}:{person.public_id}",
        to=person.email,
        subject=_("Fördelat till dig: %(title)s") % _words(delivery.round),
        text=text,
        body_id=delivery.body_id,
    )


@in_swedish
def for_decision(delivery, answer, people):
    subject = _("Att besluta: %(title)s") % _words(delivery.round)
    text = _letter(_("Svaret på %(title)s väntar på ert beslut.") % _words(delivery.round), delivery_page(delivery))
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
def reminder(round, event, bodies, waiting_at=()):
    words = _words(round)
    subject = _("Påminnelse: %(title)s") % words

    def write(body):
        if body in waiting_at:
            return subject, _letter(
                _("%(title)s väntar på att ni skickar vidare.") % words, _when(round), round_page(round)
            )
        return subject, _letter(
            _("Vi har inte fått ert svar på %(title)s än.") % words, _when(round), page_of(round.pk, body)
        )

    return post(round, event, bodies, write)


@in_swedish
def prolonged(round, due, bodies):
    subject = _("Svarstiden är förlängd: %(title)s") % _words(round)
    new = _("Svarstiden för %(title)s är förlängd till %(day)s.") % {**_words(round), "day": day_long(due)}
    post(round, f"prolonged-{due}", bodies, lambda body: (subject, _letter(new, page_of(round.pk, body))))


@in_swedish
def corrected(round, correction, bodies):
    subject = _("Rättelse: %(title)s") % _words(round)
    text = _letter(
        _("Avsändaren har rättat %(title)s. Rättelsen gäller även er som har svarat.") % _words(round),
        round_page(round),
    )
    post(round, f"correction-{correction.pk}", bodies, lambda body: (subject, text))


@in_swedish
def replied(enquiry):
    round = enquiry.round
    subject = _("Svar på er fråga: %(title)s") % _words(round)
    text = _letter(_("Avsändaren har svarat på er fråga om %(title)s.") % _words(round), round_page(round))
    post(round, f"reply-{enquiry.pk}", [enquiry.body_id], lambda body: (subject, text))


@in_swedish
def asked(enquiry, senders):
    round = enquiry.round
    subject = _("Fråga om %(title)s") % _words(round)
    text = _letter(_("En mottagare har ställt en fråga om %(title)s.") % _words(round), round_page(round))
    post(round, f"asked-{enquiry.pk}", senders, lambda body: (subject, text))


@in_swedish
def fed_back(round, bodies):
    subject = _("Återkoppling: %(title)s") % _words(round)
    text = _letter(
        _("%(sender)s har skrivit vad svaren på %(title)s ledde till. Er egen del står bredvid helheten.")
        % _words(round),
        round_page(round),
    )
    post(round, "fed-back", bodies, lambda body: (subject, text))


def _subject(round):
    return f"{capital(kind_of(round).one)}: {round.title}"


def _words(round):
    return {"kind": kind_of(round).one, "title": round.title, "sender": _sender(round)}


def _sender(round):
    if not hasattr(round, "_sender_name"):
        round._sender_name = at(clock.today()).names([round.owner_id]).get(round.owner_id, "Växel")
    return round._sender_name


def _when(round):
    return _("Svara senast %(day)s.") % {"day": day_long(round.due)} if round.due else ""


def _letter(*lines):
    return "\n\n".join(line for line in lines if line)


def absolute(path):
    return settings.BASE_URL.rstrip("/") + path


def round_page(round):
    return absolute(_address("round", round.pk) or f"/forfragningar/{round.pk}/")


def delivery_page(delivery):
    return page_of(delivery.round_id, delivery.body_id)


def page_of(round_id, body_id):
    return absolute(_address("delivery", round_id, body_id) or f"/forfragningar/{round_id}/{body_id}/")


def _address(name, *parts):
    try:
        return reverse(name, args=parts)
    except NoReverseMatch:
        return ""
