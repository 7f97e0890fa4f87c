"""A person who acts for a body gets a login, by a link to the address the body gave."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel.accounts import invitations
from vaxel.accounts.models import User
from vaxel.calendar.clock import today
from vaxel.network.models import Body, Person
from vaxel.network.permissions import manageable
from vaxel.ui.refusal import Refusal


def invite_person(person, *, by, note="") -> str:
    """The link, which is also sent by e-mail. Only to someone who has, or will have, a mandate where `by` manages.

    Empty if the address has a login already that was nobody's: the person gets that, and needs no link.
    """
    must_know(person, by)
    with transaction.atomic():
        known = person.user is not None
        user = person.user or _login_for(person)
        if not can_log_in(user):
            return invitations.invite(user, by=by, inviter=_inviter(by), note=note)
        if known:
            raise Refusal(_("%(name)s har redan ett konto och kan logga in.") % {"name": person.name}, status=409)
        return ""


def can_log_in(user) -> bool:
    return user is not None and (user.has_usable_password() or user.is_example)


def must_know(person, by):
    mandates = person.mandates.filter(valid_to__gt=today())
    here = Body.objects.filter(pk__in=mandates.values("body")) & manageable(by, today())
    if not here.exists():
        raise Refusal(
            _("Personen har inget uppdrag där ni får bjuda in. Ge ett uppdrag först, eller be den som ansvarar."),
            status=403,
        )


def _login_for(person):
    if not person.email:
        raise Refusal(_("Personen har ingen e-postadress att bjuda in till. Skriv en först."), field="email")
    user = User.objects.filter(email__iexact=person.email).first() or User.objects.create_user(person.email)
    if Person.objects.filter(user=user).exclude(pk=person.pk).exists():
        raise Refusal(_("Adressen hör redan till någon annans konto. Skriv personens egen adress."), field="email")
    person.user = user
    person.save(update_fields=["user"])
    return user


def _inviter(by):
    place = by.current.body_name if by.current else ""
    return ", ".join(filter(None, [by.name, place])) or _("Växel")
