from pathlib import Path

from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection
from django.utils.translation import gettext as _

from vaxel.journal import heads
from vaxel.privacy.commands.again import erase_again
from vaxel.site.keeping import keys
from vaxel.site.keeping.restoring import restore


class Command(BaseCommand):
    help = _("Lägger tillbaka en säkerhetskopia i en tom databas, SQLite eller PostgreSQL, och kontrollerar den.")

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar=_("MAPP"), help=_("den som vaxel backup skrev"))

    def handle(self, *, folder, **options):
        made = restore(connection, folder)
        rows = sum(table.rows for table in made.tables)
        self.stdout.write(
            _("Tillbaka: %(rows)d rader i %(tables)d tabeller, som de var %(made_at)s.")
            % {"rows": rows, "tables": len(made.tables), "made_at": made.made_at}
        )
        if brought := keys.bring_back(folder, made.files):
            self.stdout.write(_("I VAXEL_DATA ligger åter %s. Starta om det som är igång.") % ", ".join(brought))
        if heads.note_restored():
            self.stdout.write(
                _("Journalen har varit längre än så. Att den är återlagd står nu undertecknat i dess ankare.")
            )
        if again := erase_again():
            self.stdout.write(_("%(n)s raderingar är gjorda igen.") % {"n": again})
        self.stdout.write(_("Journalens huvud: %s") % (made.head or _("ännu inget")))
        self.stdout.flush()
        try:
            call_command("verify", stdout=self.stdout)
        except CommandError as error:
            raise CommandError(_("allt ligger tillbaka, men kontrollen säger nej: %s") % error) from error
