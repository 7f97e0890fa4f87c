"""`vaxel verify`: asks every capability whether what it keeps is whole, and what it derives is right."""

from django.core.management.base import BaseCommand, CommandError

from vaxel.adoption import checks as adoption
from vaxel.funding import checks as funding
from vaxel.journal import checks as journal
from vaxel.journal.domain.chain import Head
from vaxel.network import checks as network
from vaxel.notices import checks as notices
from vaxel.privacy import checks as privacy
from vaxel.rounds import checks as rounds
from vaxel.search import checks as search
from vaxel.signals import checks as signals

ASKED = (journal, notices, search, network, privacy, rounds, adoption, signals, funding)


class Command(BaseCommand):
    help = "Kontrollera journalens kedja och alla härledda uppgifter"

    def add_arguments(self, parser):
        parser.add_argument(
            "--head",
            action="append",
            default=[],
            type=Head.parse,
            metavar="NUMMER:HASH",
            help="ett huvud som någon har sparat (ur ett brev till diariet, en säkerhetskopia); får upprepas",
        )

    def handle(self, *args, head=(), **options):
        failed = 0
        known = {journal: (head,)}
        for name, ok, sentence in (found for each in ASKED for found in each.checks(*known.get(each, ()))):
            self.stdout.write(f"{'  ja ' if ok else ' NEJ '} {name:<26} {sentence}")
            failed += not ok
        if failed:
            raise CommandError(f"{failed} av kontrollerna föll. Ändra ingenting; jämför med en säkerhetskopia.")
