from django.core.management import BaseCommand, call_command

from vaxel.site.serving import ready


class Command(BaseCommand):
    requires_system_checks = ()
    help = "Do the jobs that pages and commands left behind. Any number may run; none does another's job."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="stop when nothing is left")
        parser.add_argument("--interval", type=float, default=1, help="seconds between looks for a new job (1)")

    def handle(self, *, once, interval, verbosity, **options):
        ready.require_migrated()
        call_command("db_worker", batch=once, interval=interval, queue_name="*", verbosity=verbosity - 1)
