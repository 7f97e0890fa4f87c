"""What a signal says by mail: that something has happened, and a link. Never its title, its words or an answer.

A signal may tell of people who are not well, and mail is a postcard.
"""

from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel import notices
from vaxel.calendar import clock
from vaxel.network.models import Mandate
from vaxel.rounds.commands.wording import in_swedish, letter
from vaxel.rounds.queries.reach import NOBODY, reach
from vaxel.signals.domain.kinds import Step
from vaxel.signals.links import absolute, follow_link
from vaxel.signals.models import PublicContact


@in_swedish
def told(signal, step):
    """To whoever wrote: what has happened, where it can be read."""
    subject = _subjects()[step.step] % {"n": signal.pk}
    _to_author(signal, step.pk, subject, _("Läs mer i Växel: %(link)s"))


def _subjects():
    return {
        Step.SEND_UP: _("Er signal %(n)s har skickats vidare"),
        Step.SEND_ACROSS: _("Er signal %(n)s har skickats vidare"),
        Step.MERGE: _("Er signal %(n)s har förts ihop med en liknande"),
        Step.UNMERGE: _("Er signal %(n)s behandlas åter för sig"),
        Step.ANSWER: _("Svar på er signal %(n)s"),
        Step.FED_BACK: _("Det här blev det av er signal %(n)s"),
        Step.CLOSE: _("Er signal %(n)s är avslutad"),
        Step.REOPEN: _("Er signal %(n)s har öppnats igen"),
    }


@in_swedish
def received(signal):
    """To who said something without a login and left an address: the link, which is the only way back."""
    subject = _("Vi har tagit emot det ni skrev, nummer %(n)s") % {"n": signal.pk}
    _to_author(signal, "received", subject, _("Följ vad som händer: %(link)s"))


def _to_author(signal, event, subject, line):
    address, link, body = _author(signal)
    if address:
        notices.post(
            f"signal:{signal.pk}:{event}:author",
            to=address,
            subject=subject,
            text=letter(f"{subject}.", line % {"link": link}),
            digest_key=f"signals:author:{body or signal.pk}",
            body_id=body,
        )


def _author(signal):
    """(address, link, body): the person while they still act for the body, else whoever answers for it there."""
    if signal.author_body_id is None:
        contact = PublicContact.objects.filter(signal=signal.pk).first()
        return (contact.email if contact else ""), follow_link(signal), None
    seat = Mandate.objects.at(clock.today()).filter(
        body=signal.author_body_id, person__public_id=signal.author_person, person__erased_at=None
    )
    person = seat.exclude(person__email="").values_list("person__email", flat=True).first()
    found = reach([signal.author_body_id], clock.today())[signal.author_body_id]
    return person or ("" if found == NOBODY else found.address), _page(signal), signal.author_body_id


@in_swedish
def arrived(signal, step):
    """To the desk it has come to."""
    found = reach([signal.desk_id], clock.today())[signal.desk_id]
    if found == NOBODY:
        return
    subject = _("En signal har kommit till er, nummer %(n)s") % {"n": signal.pk}
    notices.post(
        f"signal:{signal.pk}:{step.pk}:desk:{signal.desk_id}",
        to=found.address,
        subject=subject,
        text=letter(f"{subject}.", _("Läs och svara i Växel: %(link)s") % {"link": _page(signal)}),
        digest_key=f"signals:desk:{signal.desk_id}",
        body_id=signal.desk_id,
    )


def _page(signal):
    return absolute(reverse("signal", args=[signal.pk]))
