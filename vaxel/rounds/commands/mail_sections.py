"""A section to write: one mail to whoever got it, with a link; never a question or a note in it."""

from django.utils.translation import gettext as _

from vaxel import notices
from vaxel.calendar.domain.phrases import day_long
from vaxel.rounds.commands.addresses import part_page
from vaxel.rounds.commands.mail import post
from vaxel.rounds.commands.wording import in_swedish, letter, words_of


@in_swedish
def sections_given(parts):
    """`parts`: given at once to the same colleague or unit."""
    first = parts[0]
    round, event = first.delivery.round, f"section-{first.pk}"
    subject = _("Att skriva: %(title)s") % words_of(round)
    text = letter(_told(first, round), _when(first), *(_("Skriv: %(link)s") % {"link": part_page(p)} for p in parts))
    if first.body_id:
        post(round, event, [first.body_id], lambda _body: (subject, text), may_wait=False)
    elif first.person.email:
        key, body = f"round:{round.pk}:{event}:{first.delivery.body_id}", first.delivery.body_id
        draft = notices.Draft(
            event_key=key, to=first.person.email, subject=subject, text=text, body_id=body, may_wait=False
        )
        notices.post_many([draft])


def _told(part, round):
    if part.body_id:
        return _("Ni har fått en del av svaret på %(title)s att skriva.") % words_of(round)
    return _("En kollega har gett dig en del av svaret på %(title)s att skriva.") % words_of(round)


def _when(part):
    return _("Det ska vara klart senast %(day)s.") % {"day": day_long(part.ready_by)} if part.ready_by else ""
