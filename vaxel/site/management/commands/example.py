"""`vaxel example`: fills an empty database with the example year and prints the logins."""

from django.core.management.base import BaseCommand

from vaxel.rounds.models import Round
from vaxel.site.example.cast import CAST
from vaxel.site.example.fill import fill
from vaxel.site.example.people import PASSWORD
from vaxel.site.example.world import is_example


class Command(BaseCommand):
    help = "Fyll en tom databas med exempelåret, tydligt märkt som exempel"

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="gör inget om databasen redan används")
        parser.add_argument("--quiet", action="store_true", help="skriv bara ut inloggningarna")

    def handle(self, *args, if_empty, quiet, **options):
        if if_empty and (is_example() or Round.objects.exists()):
            self._logins() if is_example() else None
            return
        fill(say=(lambda _sentence: None) if quiet else (lambda sentence: self.stdout.write(f"  {sentence}")))
        self._logins()

    def _logins(self):
        self.stdout.write(f"\nExempelvärldens inloggningar, alla med lösenordet {PASSWORD}\n")
        width = max(len(part.email) for part in CAST)
        for part in CAST:
            self.stdout.write(f"  {part.email:<{width}}  {part.name}")
