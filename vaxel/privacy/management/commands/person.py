"""`vaxel person export E-POST` and `vaxel person erase-again`: for whoever runs the installation."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from vaxel.network.actor import SYSTEM
from vaxel.network.models import Person
from vaxel.privacy.commands.again import erase_again
from vaxel.privacy.commands.exporting import export_for


class Command(BaseCommand):
    help = _("export: en persons uppgifter på hens begäran; erase-again: raderingar efter en återläst säkerhetskopia")

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["export", "erase-again"])
        parser.add_argument("email", nargs="?", default="")

    def handle(self, *, what, email, **options):
        if what == "erase-again":
            self.stdout.write(_("%(n)s raderingar är gjorda igen.") % {"n": erase_again()})
            return
        if not email:
            raise CommandError(_("Skriv personens e-postadress."), returncode=2)
        person = Person.objects.filter(email__iexact=email, erased_at=None).select_related("user").first()
        if person is None:
            raise CommandError(_("Ingen person i Växel har den adressen."))
        self.stdout.write(json.dumps(export_for(person, by=SYSTEM), ensure_ascii=False, indent=1, default=str))
