from pathlib import Path

from django.core.management import BaseCommand
from django.db import connection
from django.utils.translation import gettext as _

from vaxel.site.keeping.leaving import export
from vaxel.site.serving import ready


class Command(BaseCommand):
    help = _("Tar ut allt i öppna format: en CSV-fil per tabell, varje bilaga som fil, journalen, fingeravtryck.")

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar=_("MAPP"), help=_("en ny eller tom mapp"))

    def handle(self, *, folder, **options):
        ready.require_migrated()
        names = export(connection, folder)
        self.stdout.write(_("Uttaget: %(files)d filer i %(folder)s.") % {"files": len(names), "folder": folder})
