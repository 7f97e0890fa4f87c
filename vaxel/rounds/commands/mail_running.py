"""What a round says by mail while it runs and afterwards: more time, what was wrong, questions answered, what came of it."""

from django.utils.translation import gettext as _

from vaxel.calendar.domain.phrases import day_long
from vaxel.rounds.commands.addresses import page_of, round_page
from vaxel.rounds.commands.mail import post
from vaxel.rounds.commands.wording import in_swedish, letter, words_of


@in_swedish
def prolonged(round, due, bodies):
    subject = _("Svarstiden är förlängd: %(title)s") % words_of(round)
    new = _("Svarstiden för %(title)s är förlängd till %(day)s.") % {**words_of(round), "day": day_long(due)}
    post(round, f"prolonged-{due}", bodies, lambda body: (subject, letter(new, page_of(round.pk, body))))


@in_swedish
def corrected(round, correction, bodies):
    subject = _("Rättelse: %(title)s") % words_of(round)
    text = letter(
        _("Avsändaren har rättat %(title)s. Rättelsen gäller även er som har svarat.") % words_of(round),
        round_page(round),
    )
    post(round, f"correction-{correction.pk}", bodies, lambda body: (subject, text))


@in_swedish
def replied(enquiry):
    round = enquiry.round
    subject = _("Svar på er fråga: %(title)s") % words_of(round)
    text = letter(_("Avsändaren har svarat på er fråga om %(title)s.") % words_of(round), round_page(round))
    post(round, f"reply-{enquiry.pk}", [enquiry.body_id], lambda body: (subject, text))


@in_swedish
def asked(enquiry, senders):
    round = enquiry.round
    subject = _("Fråga om %(title)s") % words_of(round)
    text = letter(_("En mottagare har ställt en fråga om %(title)s.") % words_of(round), round_page(round))
    post(round, f"asked-{enquiry.pk}", senders, lambda body: (subject, text))


@in_swedish
def fed_back(round, bodies):
    subject = _("Återkoppling: %(title)s") % words_of(round)
    text = letter(
        _("%(sender)s har skrivit vad svaren på %(title)s ledde till. Er egen del står bredvid helheten.")
        % words_of(round),
        round_page(round),
    )
    post(round, "fed-back", bodies, lambda body: (subject, text))
