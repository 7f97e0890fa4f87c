"""Who acts for whom. A mandate ends one day and stops working that day; a seat may be vacant."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import FOREVER
from vaxel.calendar.clock import today
from vaxel.network.commands.allowed import must_manage
from vaxel.network.commands.cutting import cut
from vaxel.network.commands.refusing import one_change
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Mandate, Person
from vaxel.network.permissions import MANAGING, names_approver
from vaxel.ui.refusal import Refusal


def create_person(name, email, *, by, phone="") -> Person:
    """The person with that address: the one we already know, left as it is, or a new one."""
    if not (by.is_system or by.role in MANAGING):
        raise Refusal(_("Ert uppdrag ger inte rätt att lägga upp personer. Be er samordnare."), status=403)
    address = _address(email)
    known = Person.objects.filter(email__iexact=address, erased_at=None).first()
    if known:
        return known
    if not name.strip():
        raise Refusal(_("Namnet saknas. Skriv vad personen heter."), field="name")
    with one_change():
        person = Person.objects.create(name=name.strip(), email=address, phone=phone.strip())
        journal.record("network.create_person", by=by, obj=person, facts={"person": person.public_id})
    return person


def appoint(person, body, role, *, by, from_day=None, to_day=FOREVER, deputy=False, title="") -> Mandate:
    """The person acts for the body in the role from that day, or today; without a person the seat is vacant."""
    must_manage(by, body)
    _must_be_another(person, body, by)
    _must_name(person, body, role, by)
    if role == Role.SECRETARIAT and body.kind != Kind.SECRETARIAT:
        raise Refusal(_("Den rollen finns bara vid det nationella kansliet. Välj en annan roll."), field="role")
    with one_change():
        made = Mandate.objects.create(
            person=person,
            body=body,
            role=role,
            title=title.strip(),
            deputy=deputy,
            valid_from=from_day or today(),
            valid_to=to_day,
        )
        _journal("network.appoint" if person else "network.leave_vacant", made, by)
    return made


def end_mandate(mandate, *, by, day=None, leaves_vacant=False) -> Mandate:
    """`day` is the first day it no longer holds: today, if not said. The seat may be left vacant, to be filled."""
    must_manage(by, mandate.body)
    day = day or today()
    with one_change():
        mandate = _now(mandate)
        until = mandate.valid_to
        if day >= until:
            raise Refusal(_("Uppdraget har redan tagit slut den dagen. Välj en tidigare dag."), field="day")
        _journal("network.end_mandate", mandate, by, day=day)
        if leaves_vacant:
            _successor(mandate, None, max(day, mandate.valid_from), until)
        cut(mandate, day)
    return mandate


def fill_vacancy(mandate, person, *, by, day=None) -> Mandate:
    """The person takes the vacant seat from that day until the seat's end."""
    must_manage(by, mandate.body)
    with one_change():
        mandate = _now(mandate)
        day, until = max(day or today(), mandate.valid_from), mandate.valid_to
        _must_be_another(person, mandate.body, by)
        _must_name(person, mandate.body, mandate.role, by)
        if mandate.person_id is not None:
            raise Refusal(_("Uppdraget är inte vakant. Avsluta det som finns först."), field="person")
        if day >= until:
            raise Refusal(_("Platsen har tagit slut den dagen. Välj en tidigare dag."), field="day")
        cut(mandate, day)
        made = _successor(mandate, person, day, until)
        _journal("network.fill_vacancy", made, by)
    return made


def _must_be_another(person, body, by):
    """Managing what lies below gives no right to act for it: nobody makes himself another body's contact or approver."""
    if person is not None and person.public_id == by.person_id and body.pk != by.body_id:
        raise Refusal(
            _("Ingen ger sig själv ett uppdrag hos en annan organisation. Be någon hos dem, eller en kollega."),
            field="email",
            status=403,
        )


def _must_name(person, body, role, by):
    if person is not None and role == Role.APPROVER and not names_approver(by, body):
        raise Refusal(
            _("Vem som beslutar svaren utser organisationen själv. Be den som är kontakt där att lägga upp uppdraget."),
            field="email",
            status=403,
        )


def _now(mandate):
    """As it stands, with others kept waiting: two must not fill the same seat."""
    found = (
        Mandate.objects.select_for_update(of=("self",), no_key=True)
        .filter(pk=mandate.pk)
        .select_related("body")
        .first()
    )
    if found is None:
        raise Refusal(_("Uppdraget finns inte längre. Läs om sidan."), status=409)
    return found


def _successor(mandate, person, start, end):
    return Mandate.objects.create(
        person=person,
        body=mandate.body,
        role=mandate.role,
        title=mandate.title,
        deputy=mandate.deputy,
        valid_from=start,
        valid_to=end,
    )


def _journal(action, mandate, by, **more):
    facts = {
        "mandate": mandate.pk,
        "person": mandate.person.public_id if mandate.person else None,
        "role": mandate.role,
        "from": mandate.valid_from,
        "to": mandate.valid_to,
        **more,
    }
    journal.record(action, by=by, obj=mandate.body, facts=facts)


def _address(email):
    try:
        validate_email(email.strip())
    except ValidationError:
        raise Refusal(_("Det är ingen e-postadress. Skriv den som namn@exempel.se."), field="email") from None
    return email.strip().lower()
