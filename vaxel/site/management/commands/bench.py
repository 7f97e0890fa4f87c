import json

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _

from vaxel.site.serving import benches


class Command(BaseCommand):
    help = _("Mäter: varje siffra som en kvot mot sin jämförelse i samma körning.")

    def add_arguments(self, parser):
        parser.add_argument("name", nargs="?", help=_("en mätning; utan namn alla"))
        parser.add_argument("--json", action="store_true", help=_("för maskiner"))

    def handle(self, *, name, **options):
        found = benches.all_benches()
        if name and name not in found:
            choices = ", ".join(found) or "–"
            raise CommandError(_("det finns ingen mätning ”%s”. Välj bland: %s") % (name, choices), returncode=2)
        chosen = [found[name]] if name else list(found.values())
        results = {bench.NAME: self._measured(bench, quiet=options["json"]) for bench in chosen}
        if options["json"]:
            self.stdout.write(json.dumps(results, ensure_ascii=False, indent=2, default=str))
        missed = [name for name, result in results.items() if not result["ok"]]
        if missed:
            raise CommandError(_("når inte målet: %s") % ", ".join(missed))

    def _measured(self, bench, *, quiet):
        """Each is told when it is done: a run of all takes minutes."""
        result = bench.run()
        if not quiet:
            self.stdout.write("\n".join(benches.told(bench, result)))
            self.stdout.flush()
        return result
