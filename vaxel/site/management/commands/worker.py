from django.core.management import BaseCommand, call_command
from django.utils.translation import gettext as _

from vaxel.site.serving import ready


class Command(BaseCommand):
    help = _(
        "Gör jobb som sidor och kommandon har lämnat efter sig. Hur många som helst kan gå; inget jobb görs två gånger."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help=_("sluta när inget är kvar"))
        parser.add_argument("--interval", type=float, default=1, help=_("sekunder mellan varje titt efter jobb (1)"))

    def handle(self, *, once, interval, verbosity, **options):
        ready.require_migrated()
        call_command("db_worker", batch=once, interval=interval, queue_name="*", verbosity=verbosity - 1)
