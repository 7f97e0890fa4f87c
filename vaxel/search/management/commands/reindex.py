from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from vaxel.search.indexing import rebuild


class Command(BaseCommand):
    help = "Bygg om sökregistret från det som finns"

    def handle(self, *args, **options):
        number = rebuild()
        words = ngettext("En sak går att hitta.", "%(number)s saker går att hitta.", number)
        self.stdout.write(words % {"number": number})
