"""Run as a process of its own in the proof's database: fills the example year and says who opens what, in whose session."""

import json
import sys


def main() -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from vaxel.accounts.models import User

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]
    if "fill" in sys.argv:
        call_command("reference", "load", verbosity=0)
        call_command("example", quiet=True, verbosity=0)
        from tests.journeys.visits import visits

        opened = {who: [path for _name, path in pages] for who, pages in visits().items()}
        json.dump({"pages": opened, "sessions": {who: _session(who) for who in opened}}, sys.stdout)
    else:
        User.objects.update(language=sys.argv[1])


def _session(who: str) -> str:
    """By password: some pages want to know that it was just now."""
    from django.conf import settings
    from django.test import Client

    from vaxel.site.example.cast import CAST
    from vaxel.site.example.people import PASSWORD

    found = next((part.email for part in CAST if part.key == who), None)
    if found is None:
        return ""
    client = Client(headers={"host": "127.0.0.1"})
    client.post("/konto/logga-in/", {"login": found, "password": PASSWORD})
    return client.cookies[settings.SESSION_COOKIE_NAME].value


if __name__ == "__main__":
    main()
