import importlib
import json
import time

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _

from vaxel.site.serving import checkout


class Command(BaseCommand):
    help = _("Kör det långa hållfasthetsprovet, på servrar som det startar själv. Ingen annans data rörs.")

    def add_arguments(self, parser):
        parser.add_argument("name", nargs="?", help=_("ett löfte; utan namn alla, vilket tar timmar"))
        parser.add_argument("--json", action="store_true", help=_("för maskiner"))
        parser.add_argument("--list", action="store_true", help=_("bara vilka löften som finns"))
        parser.add_argument("--scale", type=float, default=1, help=_("en del av det lovade antalet: 0.01 är ett prov"))
        parser.add_argument("--keep", action="store_true", help=_("skriv in svaret i docs/proof.md"))

    def handle(self, *, name, **options):
        found = self._proofs()
        if options["list"]:
            return self.stdout.write("\n".join(f"{proof.NAME:<22} {proof.PROMISE}" for proof in found.values()))
        if name and name not in found:
            raise CommandError(_("det finns inget löfte ”%s”. Välj bland: %s") % (name, ", ".join(found)), returncode=2)
        if not 0 < options["scale"] <= 1:
            raise CommandError(_("--scale är ett tal över 0, högst 1."), returncode=2)
        results = {each: self._proved(found[each], **options) for each in ([name] if name else found)}
        if options["json"]:
            self.stdout.write(json.dumps(results, ensure_ascii=False, indent=1, default=str))
        if broken := [name for name, result in results.items() if not result["ok"]]:
            raise CommandError(_("håller inte: %s") % ", ".join(broken))
        return None

    def _proofs(self):
        found = checkout.modules("proofs")
        if found is None:
            raise CommandError(_("proven ligger i källträdet: kör i en utcheckning, .venv/bin/vaxel prove"))
        return found

    def _proved(self, proof, *, scale, keep, **options):
        """Each is told when it is done: a run of all takes hours, and the first answer is wanted now."""
        kept = importlib.import_module("proofs.kept")
        began = time.monotonic()
        result = kept.result(proof, list(proof.run(scale)), time.monotonic() - began, scale)
        if keep:
            kept.keep(result)
        if not options["json"]:
            self._tell(result, kept.number)
        return result

    def _tell(self, result, number):
        self.stdout.write(f"{'✓' if result['ok'] else '✗'} {result['name']}  {result['promise']}")
        for figure in result["figures"]:
            mark = ("✓" if figure["ok"] else "✗") if figure["goal"] else " "
            goal = f"  ({figure['goal']})" if figure["goal"] else ""
            self.stdout.write(f"  {mark} {figure['name']:<58} {number(figure['value'])}{goal}")
        self.stdout.write(f"    {result['seconds']} s")
        self.stdout.flush()
