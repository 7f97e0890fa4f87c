"""`vaxel allocate AGREEMENT.toml --population FILE.csv`: pure, two files in and amounts out; no database is touched."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import override

from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.healthcare import with_healthcare_regions
from vaxel.funding.domain.population_file import read_population, text_of
from vaxel.funding.domain.published_file import read_published
from vaxel.funding.domain.receipt import receipt
from vaxel.funding.domain.terms import Receivers, TermsError
from vaxel.funding.domain.toml_terms import read_terms
from vaxel.funding.domain.written import outputs_of
from vaxel.funding.management.checked import check_file
from vaxel.funding.management.found import told_of
from vaxel.funding.management.printed import csv_text, table_text
from vaxel.funding.management.reference import healthcare_regions

FORMATS = ("table", "csv", "json")


class Command(BaseCommand):
    help = "Fördelar en överenskommelses medel till öret, och räknar om ett kvitto. Behöver ingen databas."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("agreement", nargs="?", metavar="AGREEMENT.toml", help="överenskommelsens villkor")
        parser.add_argument("--population", metavar="FILE.csv", help="folkmängder med datum")
        parser.add_argument("--format", choices=FORMATS, default="table", help="table om inget sägs")
        parser.add_argument("--check", metavar="RECEIPT.json", help="räkna om ett kvitto i stället (json från detta)")
        parser.add_argument("--published", metavar="TABLE.csv", help="säg vilken avrundning en publicerad tabell har")
        self.parser = parser

    def handle(self, *, check, **options):
        with override("sv"):
            try:
                said = check_file(_text(check), check) if check else self.said(**options)
            except TermsError as no:
                raise CommandError(_(no.sentence.text) % no.sentence.values, returncode=1) from no
        self.stdout.write(said, ending="")

    def said(self, agreement, population, published, **options):
        if not agreement or not population:
            self.parser.error("skriv AGREEMENT.toml och --population FILE.csv, eller --check RECEIPT.json")
        terms = read_terms(_text(agreement), Path(agreement).name)
        areas = _areas(population, terms)
        out = allocate(terms, areas)
        if published:
            return told_of(read_published(_text(published), Path(published).name, terms, out))
        if options["format"] == "csv":
            return csv_text(out)
        kept = receipt(terms, areas, out)
        if options["format"] == "json":
            return json.dumps({**outputs_of(out), "receipt": vars(kept)}, ensure_ascii=False, indent=1) + "\n"
        return table_text(terms, out, kept)


def _areas(path, terms):
    """Healthcare regions are added where a stream goes to them: at its own date, else at the file's last."""
    areas = read_population(_text(path), Path(path).name)
    streams = [one for one in terms.streams if one.receivers is Receivers.HEALTHCARE_REGION]
    if not streams or not areas:
        return areas
    last = max(area.reference_date for area in areas)
    days = {one.reference_date or last for one in streams}
    return with_healthcare_regions(areas, {day: healthcare_regions(day) for day in days})


def _text(path):
    return text_of(_content(path), Path(path).name)


def _content(path):
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise CommandError(
            _("filen %(path)s finns inte. Kontrollera sökvägen.") % {"path": path}, returncode=1
        ) from None
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise CommandError(
            _("filen %(path)s går inte att läsa (%(said)s).") % {"path": path, "said": said}, returncode=1
        ) from None
