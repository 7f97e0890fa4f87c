"""How a body is reached: the order it chooses, and who says that they are away."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from vaxel import journal, notices
from vaxel.calendar import FOREVER
from vaxel.calendar.clock import today
from vaxel.network.commands.allowed import must_manage
from vaxel.network.commands.cutting import cut
from vaxel.network.commands.refusing import one_change
from vaxel.network.domain.order import OrderError, ordered, written
from vaxel.network.models import Absence, ContactOrder, Mandate, SteeringMailbox
from vaxel.network.permissions import chooses_for, may_say_away
from vaxel.network.queries.reaching import seats
from vaxel.ui.refusal import Refusal


def choose_order(body, turns, *, by, day=None) -> ContactOrder:
    """From that day, or today, the body is reached in this order."""
    if not chooses_for(by, body):
        raise Refusal(
            _("I vilken ordning en organisation nås bestämmer den själv. Be någon som har uppdrag där att ändra det."),
            status=403,
        )
    order, day = _order(turns), day or today()
    with one_change():
        standing = ContactOrder.objects.select_for_update(of=("self",), no_key=True).at(day).filter(body=body).first()
        until = standing.valid_to if standing else _next_start(body, day)
        if standing:
            cut(standing, day)
        made = ContactOrder.objects.create(body=body, turns=written(order), valid_from=day, valid_to=until)
        journal.record("network.contact_order", by=by, obj=body, facts={"from": day, "turns": [*order]})
    return made


def be_away(person, body, first, last, *, by, stand_in=None) -> Absence:
    """Away from the first day to the last, both included. `stand_in` acts for the same body, or nobody stands in."""
    _may(by, person, body)
    if last < first:
        raise Refusal(_("Sista dagen kan inte ligga före den första. Rätta en av dem."), field="last")
    if last < today():
        raise Refusal(_("De dagarna har redan varit. Välj en sista dag från och med i dag."), field="last")
    _acts_for(person, body, "person")
    if stand_in is not None:
        _acts_for(stand_in, body, "stand_in")
    with one_change():
        made = Absence.objects.create(
            person=person, body=body, stand_in=stand_in, valid_from=first, valid_to=last + dt.timedelta(days=1)
        )
        facts = {"person": person.public_id, "from": first, "to": last}
        journal.record("network.be_away", by=by, obj=body, facts=facts)
    return made


def come_back(absence, *, by, day=None) -> None:
    """Back from that day, or today; an absence that has not begun never was."""
    _may(by, absence.person, absence.body)
    with one_change():
        now = Absence.objects.select_for_update(of=("self",), no_key=True).filter(pk=absence.pk).first()
        if now is None or now.valid_to <= today():
            raise Refusal(_("Frånvaron har redan tagit slut. Läs om sidan."), status=409)
        cut(now, day or today())
        facts = {"person": absence.person.public_id, "from": day or today()}
        journal.record("network.come_back", by=by, obj=absence.body, facts=facts)


def set_steering_mailbox(county, address, *, by, day=None) -> SteeringMailbox | None:
    """Where the county's steering group reads; an empty one ends what it had. An agreement decides whether it is used."""
    must_manage(by, county)
    day, address = day or today(), address.strip()
    if address:
        _valid(address)
    with one_change():
        standing = (
            SteeringMailbox.objects.select_for_update(of=("self",), no_key=True).at(day).filter(county=county).first()
        )
        if standing:
            cut(standing, day)
        made = SteeringMailbox.objects.create(county=county, address=address, valid_from=day) if address else None
        journal.record("network.steering_mailbox", by=by, obj=county, facts={"from": day, "removed": made is None})
    return made


def address_works(body, address, *, by) -> None:
    """Someone who may mend it says that mail to this address of the body's gets through again."""
    must_manage(by, body)
    held = {one.address.lower() for several in seats([body.pk], today())[body.pk].values() for one in several}
    if address.strip().lower() not in held:
        raise Refusal(_("Adressen hör inte till organisationen längre. Läs om sidan."), status=409)
    with one_change():
        if notices.mended(address):
            journal.record("network.address_works", by=by, obj=body)


def _valid(address):
    try:
        validate_email(address)
    except ValidationError:
        raise Refusal(_("Det är ingen e-postadress. Skriv den som namn@exempel.se."), field="address") from None


def _may(by, person, body):
    if not may_say_away(by, person, body):
        raise Refusal(_("Frånvaro anmäler man själv, eller den som sköter organisationens uppdrag."), status=403)


def _acts_for(person, body, field):
    if not Mandate.objects.at(today()).filter(person=person, body=body).exists():
        raise Refusal(_("%(name)s har inget uppdrag här i dag.") % {"name": person.name}, field=field)


def _order(turns):
    try:
        return ordered(turns)
    except OrderError:
        raise Refusal(
            _(
                "Välj minst en av era egna: kontaktperson, ersättare eller funktionsbrevlåda. Var och en får stå en gång."
            ),
            field="turns",
        ) from None
    except ValueError:
        raise Refusal(_("Ordningen går inte att läsa. Läs om sidan och välj på nytt."), field="turns") from None


def _next_start(body, day):
    later = ContactOrder.objects.filter(body=body, valid_from__gt=day).order_by("valid_from").first()
    return later.valid_from if later else FOREVER
