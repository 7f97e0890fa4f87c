"""What is said by mail about a contract: always in Swedish, a link and no sums."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel import notices
from vaxel.calendar import clock
from vaxel.notices.models import Message
from vaxel.rounds.commands.wording import in_swedish, letter
from vaxel.rounds.queries.reach import NOBODY, reach


def _post(event, now, bodies, subject, *lines):
    """One letter per body; the same event again sends nothing."""
    link = settings.BASE_URL.rstrip("/") + reverse("contract", args=[now.contract.pk])
    text = letter(*lines, _("Läs här: %(link)s") % {"link": link})
    written = set(Message.objects.filter(event_key__startswith=f"{event}:").values_list("event_key", flat=True))
    wanted = [body for body in bodies if f"{event}:{body}" not in written]
    notices.post_many(
        [
            notices.Draft(
                event_key=f"{event}:{body}", to=to.address, subject=subject, text=text, digest_key=event, body_id=body
            )
            for body, to in reach(wanted, clock.today()).items()
            if to != NOBODY
        ]
    )


def _parties(now):
    return sorted({party.body_id for party in now.parties})


def _name(now):
    return {"number": now.contract.number, "title": now.version.text.title}


@in_swedish
def proposed(now):
    event = f"contract:{now.contract.pk}:proposed:{now.version.number}"
    subject = _("Avtal att skriva under: %(number)s") % _name(now)
    _post(
        event,
        now,
        _parties(now),
        subject,
        _("%(title)s är framlagt för underskrift. Ni är en av parterna.") % _name(now),
    )


@in_swedish
def signed_by_all(now):
    event = f"contract:{now.contract.pk}:signed:{now.version.number}"
    subject = _("Undertecknat av alla: %(number)s") % _name(now)
    everyone = sorted({*_parties(now), now.contract.drafter_id})
    _post(event, now, everyone, subject, _("%(title)s är undertecknat av alla parter.") % _name(now))


@in_swedish
def sent_back(now):
    event = f"contract:{now.contract.pk}:back:{now.version.number}"
    subject = _("Avtal som gått tillbaka: %(number)s") % _name(now)
    everyone = sorted({*_parties(now), now.contract.drafter_id})
    _post(
        event,
        now,
        everyone,
        subject,
        _("%(title)s har gått tillbaka för ändring. Skälet står vid avtalet.") % _name(now),
    )


@in_swedish
def ended(now):
    event = f"contract:{now.contract.pk}:ended:{now.contract.ended_on}"
    subject = _("Avtal som upphör: %(number)s") % _name(now)
    _post(event, now, _parties(now), subject, _("%(title)s upphör i förtid. Skälet står vid avtalet.") % _name(now))
