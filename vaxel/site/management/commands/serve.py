from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _

from vaxel.site.serving import ready, static, together, web


class Command(BaseCommand):
    help = _("Visar webbplatsen. I drift bakom en proxy: README, For real.")

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help=_("adress att lyssna på (127.0.0.1)"))
        parser.add_argument("--port", type=int, default=8000, help=_("port att lyssna på (8000)"))
        parser.add_argument("--workers", type=int, help=_("processer (här: %d)") % web.default_workers())
        parser.add_argument("--all", action="store_true", help=_("worker och tick också, som ett processträd"))

    def handle(self, *, host, port, workers, **options):
        ready.require_migrated()
        if not options["all"]:
            ready.require_free(host, port)
            static.gather()
            return web.serve(host, port, workers, lambda: self._say(host, port))
        web_part = ["serve", "--host", host, "--port", str(port), *(["--workers", str(workers)] if workers else [])]
        if together.run({"serve": web_part, "worker": ["worker"], "tick": ["tick", "--every", "30"]}, "serve"):
            raise CommandError(_("webbservern föll; vad den sade står ovanför."))
        self.stdout.write(_("Stoppad."))
        return None

    def _say(self, host, port):
        where = f"[{host}]" if ":" in host else host
        self.stdout.write(f"\n  {_('Växel är öppen:')}  http://{where}:{port}/\n  {_('Stoppa med Ctrl-C.')}\n")
        self.stdout.flush()
