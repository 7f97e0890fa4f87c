"""`vaxel appoint EMAIL --role … --body …`: a real installation's first person gets a mandate and an invitation."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.inviting import invite_person
from vaxel.network.commands.mandates import appoint, create_person
from vaxel.network.domain.kinds import Role
from vaxel.network.queries.asof import at
from vaxel.network.queries.naming import body_meant
from vaxel.ui.refusal import Refusal

DELIVERING = "django.core.mail.backends.smtp.EmailBackend"


class Command(BaseCommand):
    help = "Ger en person ett uppdrag och bjuder in hen."

    def add_arguments(self, parser):
        parser.add_argument("email", metavar="E-POST")
        parser.add_argument("--role", required=True, choices=[str(role) for role in Role])
        parser.add_argument(
            "--body",
            default="Nationella kansliet",
            metavar="AKTÖR",
            help="namn, kod eller slag:kod (municipality:2321)",
        )
        parser.add_argument("--name", default="", metavar="NAMN")
        parser.add_argument("--title", default="", metavar="TITEL")

    def handle(self, *args, **options):
        try:
            with translation.override("sv"), transaction.atomic():
                self.appoint(**options)
        except Refusal as refusal:
            raise CommandError(str(refusal.message), returncode=1) from refusal

    def appoint(self, *, email, role, body, name, title, **options):
        place = body_meant(body, today())
        person = create_person(name or email.partition("@")[0], email, by=SYSTEM)
        appoint(person, place, Role(role), by=SYSTEM, title=title)
        called = at(today()).names([place])[place.pk]
        self.stdout.write(_("%(name)s har nu uppdraget vid %(body)s.") % {"name": person.name, "body": called})
        if person.user is None or not person.user.has_usable_password():
            self.invite(person)

    def invite(self, person):
        link = invite_person(person, by=SYSTEM)
        if settings.EMAIL_BACKEND == DELIVERING:
            self.stdout.write(_("En inbjudan är på väg till %(email)s.") % {"email": person.email})
        else:
            self.stdout.write(_("Öppna länken och välj ett lösenord: %(link)s") % {"link": link})
