import logging
import signal
import threading

from django.core.management import BaseCommand, CommandError
from django.db import Error, close_old_connections
from django.utils.translation import gettext as _

from vaxel.site.serving import ready
from vaxel.site.serving.ticking import tick
from vaxel.site.ticks import TICKS
from vaxel.ui.faults.outage import is_outage

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = _("Gör det som tiden har gjort aktuellt. Kan göras om, missas och gå på flera värdar.")

    def add_arguments(self, parser):
        parser.add_argument("--every", type=int, metavar=_("SEKUNDER"), help=_("om och om igen, tills det stoppas"))

    def handle(self, *, every, **options):
        ready.require_migrated()
        if not every:
            return self._once()
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())  # the tick under way is finished first
        while not stop.is_set():
            close_old_connections()
            self._when_it_answers()
            stop.wait(every)
        return None

    def _when_it_answers(self):
        """A database that is away is no reason to stop: the next one catches up."""
        try:
            tick(TICKS)
        except Error as error:
            if not is_outage(error):
                raise
            logger.warning("the database did not answer: %s", error)

    def _once(self):
        answers = tick(TICKS)
        if answers is None:
            self.stdout.write(_("En annan värd håller på med det just nu."))
            return
        for name, answer in answers.items():
            self.stdout.write(f"{name}: {_('föll') if isinstance(answer, Exception) else answer or 0}")
        failed = [name for name, answer in answers.items() if isinstance(answer, Exception)]
        if failed:
            raise CommandError(_("%s föll; resten är gjort. Det prövas igen vid nästa tick.") % ", ".join(failed))
