from django.core.management.commands import flush

from vaxel.journal.guard import erasable


class Command(flush.Command):
    """Django's own, with leave to empty the journal too: a database is emptied whole or not at all."""

    def handle(self, **options):
        with erasable(options["database"]):
            return super().handle(**options)
