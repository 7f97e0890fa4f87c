"""What is said by mail about a thing: always in Swedish, a link and never a reason."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel import notices
from vaxel.calendar import clock
from vaxel.calendar.domain.phrases import day_long
from vaxel.notices.models import Message
from vaxel.rounds.commands.wording import in_swedish, letter
from vaxel.rounds.queries.reach import NOBODY, reach


def _post(event, bodies, subject, write):
    """One letter per body; the same event again sends nothing. How many were written now."""
    written = set(Message.objects.filter(event_key__startswith=f"{event}:").values_list("event_key", flat=True))
    bodies = [body for body in bodies if f"{event}:{body}" not in written]
    found = {body: to for body, to in reach(bodies, clock.today()).items() if to != NOBODY}
    notices.post_many(
        [
            notices.Draft(
                event_key=f"{event}:{body}",
                to=to.address,
                subject=subject,
                text=write(body),
                digest_key=event,
                body_id=body,
            )
            for body, to in found.items()
        ]
    )
    return len(found)


def _page(name, *parts):
    return settings.BASE_URL.rstrip("/") + reverse(name, args=parts)


@in_swedish
def proposed(retirement):
    name = {"name": retirement.thing.name}
    text = letter(
        _("Det är föreslaget att %(name)s fasas ut. Ni ansvarar för den och avgör vad som händer.") % name,
        _("Läs förslaget: %(link)s") % {"link": _page("retirement", retirement.pk)},
    )
    subject = _("Förslag om utfasning: %(name)s") % name
    _post(f"retirement:{retirement.pk}:proposed", [retirement.thing.owner_id], subject, lambda _body: text)


@in_swedish
def to_confirm(retirement):
    name = {"name": retirement.thing.name}
    text = letter(
        _("Ett beslut om %(name)s väntar på att en andra person hos er bekräftar det.") % name,
        _("Läs och bekräfta: %(link)s") % {"link": _page("retirement", retirement.pk)},
    )
    event = f"retirement:{retirement.pk}:confirm:{int(retirement.prepared_at.timestamp())}"
    _post(event, [retirement.thing.owner_id], _("Att bekräfta: %(name)s") % name, lambda _body: text)


@in_swedish
def told(retirement, bodies):
    """To those who came to use it, or to let it be seen, after the mailing had gone."""
    said = {"name": retirement.thing.name, "day": day_long(retirement.from_day)}
    subject = _("Fasas ut: %(name)s") % said

    def write(body):
        return letter(
            _("%(name)s fasas ut och ska inte användas från %(day)s.") % said,
            _("Skälen: %(link)s") % {"link": _page("retirement", retirement.pk)},
            _("Registrera när ni har slutat: %(link)s")
            % {"link": _page("register_adoption", body, retirement.thing_id)},
        )

    return _post(f"retirement:{retirement.pk}:told", bodies, subject, write)


@in_swedish
def still_in_use(retirement, bodies):
    said = {"name": retirement.thing.name, "day": day_long(retirement.from_day)}
    subject = _("Påminnelse: %(name)s är utfasat") % said

    def write(body):
        return letter(
            _("%(name)s ska inte användas sedan %(day)s. Hos er står den som i bruk.") % said,
            _("Registrera när ni har slutat, eller rätta uppgiften: %(link)s")
            % {"link": _page("register_adoption", body, retirement.thing_id)},
            _("Det här är den enda påminnelsen."),
        )

    return _post(f"retirement:{retirement.pk}:reminder", bodies, subject, write)


@in_swedish
def invited(check):
    name = {"name": check.thing.name}
    text = letter(
        _("Ni är inbjudna att titta på hur en organisation använder %(name)s, och berätta för den vad ni ser.") % name,
        _("Svara här: %(link)s") % {"link": _page("peer_check", check.pk)},
    )
    _post(f"check:{check.pk}:invited", [check.peer_id], _("Inbjudan att granska: %(name)s") % name, lambda _body: text)


@in_swedish
def checked(check):
    name = {"name": check.thing.name}
    text = letter(
        _("Den ni bjöd in har berättat vad den såg av %(name)s. Bara ni ser det, tills ni bestämmer något annat.")
        % name,
        _("Läs: %(link)s") % {"link": _page("peer_check", check.pk)},
    )
    _post(f"check:{check.pk}:told", [check.body_id], _("Granskningen är klar: %(name)s") % name, lambda _body: text)
