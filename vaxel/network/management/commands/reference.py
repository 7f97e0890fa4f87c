"""`vaxel reference load`: bodies, ties, names, populations. Idempotent; a changed file shows what it would change."""

import sys

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from vaxel.calendar import FOREVER
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.closing import rebuild_closure
from vaxel.network.commands.reference import OWN_FILES, load, plan
from vaxel.network.domain.kinds import Tree
from vaxel.ui.refusal import Refusal

SHOWN = 15  # changes per table before "och N till"


class Command(BaseCommand):
    help = "Läser in Sveriges aktörer, namn, koder, tillhörigheter och folkmängder."

    def add_arguments(self, parser):
        acts = parser.add_subparsers(dest="act", required=True)
        loading = acts.add_parser("load", help="läs in filerna; visar först vad som skulle ändras")
        loading.add_argument("--from", dest="folder", default=str(OWN_FILES), metavar="MAPP")
        loading.add_argument("--yes", action="store_true", help="ändra utan att fråga")
        loading.add_argument("--dry-run", action="store_true", help="visa bara")
        acts.add_parser("rebuild", help="räkna om vem som ligger under vem")

    def handle(self, *args, act, **options):
        try:
            with translation.override("sv"):
                return self.rebuild() if act == "rebuild" else self.load(**options)
        except Refusal as refusal:
            raise CommandError(str(refusal.message), returncode=1) from refusal

    def load(self, *, folder, yes, dry_run, **options):
        proposed = plan(folder)
        if not proposed.changes:
            self.stdout.write(_("Inget att ändra: allt är redan inläst."))
            return
        if not proposed.first or dry_run:
            self.show(proposed)
        if dry_run:
            self.stdout.write(_("Inget är ändrat."))
            return
        if not (proposed.first or yes or self.agreed()):
            raise CommandError(_("Inget är ändrat. Lägg till --yes för att genomföra."), returncode=1)
        self.stdout.write(_("Inläst: %(count)d rader.") % {"count": load(proposed, by=SYSTEM)})

    def rebuild(self):
        for tree in Tree:
            self.stdout.write(f"{tree}: {rebuild_closure(tree)}")

    def agreed(self):
        return sys.stdin.isatty() and input(_("Genomför? [j/N] ")).strip().lower() in {"j", "ja", "y", "yes"}

    def show(self, proposed):
        heading = (_("Tabell"), _("nya"), _("ändrade"), _("avslutade"), _("lika"), _("inte i filen"))
        self.line(*heading)
        for table, found in proposed.tables:
            ended = sum(_ends(table, pair) for pair in found.changed.values())
            self.line(table.title, len(found.new), len(found.changed) - ended, ended, found.same, len(found.absent))
        for table, found in proposed.tables:
            if not proposed.first:
                self.details(table, found)

    def line(self, title, *numbers):
        self.stdout.write(f"{title!s:<32}" + "".join(f"{number!s:>13}" for number in numbers))

    def details(self, table, found):
        lines = [f"+ {_named(key)}  {_said(table, values)}" for key, values in found.new.items()]
        lines += [f"~ {_named(key)}  {_changes(table, *pair)}" for key, pair in found.changed.items()]
        if lines:
            self.stdout.write(f"\n{table.title}")
        for line in lines[:SHOWN]:
            self.stdout.write(f"  {line}")
        if len(lines) > SHOWN:
            self.stdout.write(_("  … och %(count)d till") % {"count": len(lines) - SHOWN})


def _ends(table, pair):
    if "valid_to" not in table.values:
        return False
    place = table.values.index("valid_to")
    return pair[0][place] == FOREVER != pair[1][place]


def _named(key):
    return " ".join(str(part) for part in key)


def _said(table, values):
    return ", ".join(
        f"{name} {value}" for name, value in zip(table.values, values, strict=True) if value not in {"", None}
    )


def _changes(table, before, after):
    named = zip(table.values, before, after, strict=True)
    return ", ".join(f"{name}: {old} → {new}" for name, old, new in named if old != new)
