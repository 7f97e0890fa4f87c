import logging
import time

from django.core.management import BaseCommand, call_command
from django.db import Error, connections
from django.utils.translation import gettext as _

from vaxel.site.serving import ready
from vaxel.ui.faults.outage import AGAIN_AFTER, is_outage

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = _(
        "Gör jobb som sidor och kommandon har lämnat efter sig. Hur många som helst kan gå; inget jobb görs två gånger."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help=_("sluta när inget är kvar"))
        parser.add_argument("--interval", type=float, default=1, help=_("sekunder mellan varje titt efter jobb (1)"))

    def handle(self, *, once, interval, verbosity, **options):
        ready.require_migrated()
        options = {"batch": once, "interval": interval, "queue_name": "*", "verbosity": verbosity - 1}
        while not self._worked(**options):
            time.sleep(AGAIN_AFTER)

    def _worked(self, **options):
        """False: the database went away in the middle of it. What was under way is done again by the tick."""
        try:
            call_command("db_worker", **options)
        except Error as error:
            if options["batch"] or not is_outage(error):
                raise
            logger.warning("the database did not answer: %s", error)
            connections.close_all()
            return False
        return True
