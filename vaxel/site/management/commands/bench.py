import json

from django.core.management import BaseCommand, CommandError

from vaxel.site.serving import benches


class Command(BaseCommand):
    requires_system_checks = ()
    help = "Measure: each figure as a ratio against its baseline in the same run."

    def add_arguments(self, parser):
        parser.add_argument("name", nargs="?", help="one benchmark; without it, all")
        parser.add_argument("--json", action="store_true", help="for machines")

    def handle(self, *, name, **options):
        found = benches.all_benches()
        if name and name not in found:
            raise CommandError(
                f"there is no benchmark “{name}”. Choose among: {', '.join(found) or 'none yet'}", returncode=2
            )
        chosen = [found[name]] if name else list(found.values())
        results = {bench.NAME: self._measured(bench, quiet=options["json"]) for bench in chosen}
        if options["json"]:
            self.stdout.write(json.dumps(results, ensure_ascii=False, indent=2, default=str))
        missed = [name for name, result in results.items() if not result["ok"]]
        if missed:
            raise CommandError(f"short of the goal: {', '.join(missed)}")

    def _measured(self, bench, *, quiet):
        """Each is told when it is done: a run of all takes minutes."""
        result = bench.run()
        if not quiet:
            self.stdout.write("\n".join(benches.told(bench, result)))
            self.stdout.flush()
        return result
