"""`vaxel bounce < message`: the mail server's pipe for reports of mail that did not get through."""

import sys

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from vaxel.notices.bouncing import take_bounce
from vaxel.notices.domain.bounce import LARGEST


class Command(BaseCommand):
    help = _("Tar emot en studs från mejlservern på standard in och märker mejlet och adressen.")

    def add_arguments(self, parser):
        parser.add_argument("--to", default="", help=_("adressen som studsen kom till; mejlservern vet"))

    def handle(self, *, to, **options):
        self.stdout.write(take_bounce(sys.stdin.buffer.read(LARGEST + 1), to))
