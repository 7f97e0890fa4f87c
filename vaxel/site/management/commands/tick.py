import signal
import threading

from django.core.management import BaseCommand, CommandError
from django.db import close_old_connections

from vaxel.site.serving import ready
from vaxel.site.serving.ticking import tick
from vaxel.site.ticks import TICKS


class Command(BaseCommand):
    requires_system_checks = ()
    help = "Do what time has made due. Safe to repeat, to miss and to run on several hosts."

    def add_arguments(self, parser):
        parser.add_argument("--every", type=int, metavar="SECONDS", help="again and again, until stopped")

    def handle(self, *, every, **options):
        ready.require_migrated()
        if not every:
            return self._once()
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())  # the tick under way is finished first
        while not stop.is_set():
            close_old_connections()
            tick(TICKS)
            stop.wait(every)
        return None

    def _once(self):
        answers = tick(TICKS)
        if answers is None:
            self.stdout.write("Another host is doing it right now.")
            return
        for name, answer in answers.items():
            self.stdout.write(f"{name}: {'failed' if isinstance(answer, Exception) else answer or 0}")
        failed = [name for name, answer in answers.items() if isinstance(answer, Exception)]
        if failed:
            raise CommandError(f"{', '.join(failed)} failed; the rest was done. It is tried again at the next tick.")
