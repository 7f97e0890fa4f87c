from django.core.management import BaseCommand, CommandError

from vaxel.site.serving import ready, static, together, web


class Command(BaseCommand):
    requires_system_checks = ()
    help = "Serve the site. Behind a proxy in production: README, “För riktig drift”."

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
        parser.add_argument("--workers", type=int, help=f"processes ({web.default_workers()} on this machine)")
        parser.add_argument("--all", action="store_true", help="worker and tick too, as one process tree")

    def handle(self, *, host, port, workers, **options):
        ready.require_migrated()
        static.gather()
        if not options["all"]:
            return web.serve(host, port, workers)
        web_part = ["serve", "--host", host, "--port", str(port), *(["--workers", str(workers)] if workers else [])]
        parts = {"serve": web_part, "worker": ["worker"], "tick": ["tick", "--every", "30"]}
        if together.run(parts, "serve", lambda: self._say(host, port), host, port):
            raise CommandError("the web server fell; what it said stands above.")
        self.stdout.write("Stopped.")
        return None

    def _say(self, host, port):
        self.stdout.write(f"\n  Växel is open:  http://{host}:{port}/\n  Stop it with Ctrl-C.\n")
        self.stdout.flush()
