from pathlib import Path

from django.core.management import BaseCommand
from django.db import connection
from django.utils.translation import gettext as _

from vaxel.site.keeping.saving import save
from vaxel.site.serving import ready


class Command(BaseCommand):
    help = _("Sparar allt i en ny mapp, medan Växel är igång. Mappen bär personuppgifter och nycklar: vakta den.")

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar=_("MAPP"), help=_("en ny eller tom mapp"))
        parser.add_argument(
            "--without-keys", action="store_true", help=_("utan de nycklar som ligger i VAXEL_DATA (förvaras för sig)")
        )

    def handle(self, *, folder, without_keys, **options):
        ready.require_migrated()
        made = save(connection, folder, with_keys=not without_keys)
        rows = sum(table.rows for table in made.tables)
        self.stdout.write(
            _("Sparat: %(rows)d rader i %(tables)d tabeller, i %(folder)s.")
            % {"rows": rows, "tables": len(made.tables), "folder": folder}
        )
        self.stdout.write(_("Journalens huvud: %s") % (made.head or _("ännu inget")))
        self.stdout.write(self._about_keys(made))

    def _about_keys(self, made):
        held = [name for name in made.files if name.startswith("keys/")]
        if not held:
            return _("Inga nycklar följer med: de ur miljön (VAXEL_SECRET_KEY, VAXEL_SEAL_KEY) förvarar ni själva.")
        return _("Med följer %s. Den som har mappen kan läsa allt och signera länkar: vakta den.") % ", ".join(held)
