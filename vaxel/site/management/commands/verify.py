"""`vaxel verify`: asks every capability whether what it keeps is whole, and what it derives is right."""

from django.core.management.base import BaseCommand, CommandError

from vaxel.adoption import checks as adoption
from vaxel.funding import checks as funding
from vaxel.journal import checks as journal
from vaxel.network import checks as network
from vaxel.notices import checks as notices
from vaxel.rounds import checks as rounds
from vaxel.search import checks as search
from vaxel.signals import checks as signals

ASKED = (journal, notices, search, network, rounds, adoption, signals, funding)


class Command(BaseCommand):
    help = "Kontrollera journalens kedja och alla härledda uppgifter"

    def handle(self, *args, **options):
        failed = 0
        for name, ok, sentence in (found for capability in ASKED for found in capability.checks()):
            self.stdout.write(f"{'  ja ' if ok else ' NEJ '} {name:<26} {sentence}")
            failed += not ok
        if failed:
            raise CommandError(f"{failed} av kontrollerna föll. Ändra ingenting; jämför med en säkerhetskopia.")
