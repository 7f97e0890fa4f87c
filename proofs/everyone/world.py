"""Run as a process of its own in the proof's database: fills a world and says who opens what in it, in whose session."""

import contextlib
import json
import sys


def main() -> None:
    import django

    django.setup()
    from django.conf import settings

    from vaxel.accounts.models import User

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]
    if sys.argv[1] in WORLDS:
        with contextlib.redirect_stdout(sys.stderr):  # what the commands tell is not the answer
            answer = WORLDS[sys.argv[1]]()
        json.dump(answer, sys.stdout)
    else:
        User.objects.update(language=sys.argv[1])


def _the_year() -> dict[str, dict]:
    """The example year, and what is met when a page fails."""
    from django.core.management import call_command

    from proofs.everyone.met import addresses
    from tests.journeys.visits import ANYONE, visits

    call_command("reference", "load", verbosity=0)
    call_command("example", quiet=True, verbosity=0)
    opened = {who: [path for _name, path in pages] for who, pages in visits().items()}
    for who in (ANYONE, "contact"):
        opened[who] += addresses()
    return {"pages": opened, "sessions": {who: _session(_signed_in(who)) for who in opened}}


def _nothing_yet() -> dict[str, dict]:
    """The bodies and the people of the example, and nothing that anyone has done: what each of them can open then."""
    from django.core.management import call_command

    from tests.journeys.visits import ANYONE
    from vaxel.calendar.clock import today
    from vaxel.network.domain.kinds import Kind
    from vaxel.site.example.land import body
    from vaxel.site.example.people import people

    call_command("reference", "load", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)  # a page names its files by what is in them
    people(today())
    falun, dalarna = body(Kind.MUNICIPALITY, "2080"), body(Kind.COUNTY, "20")
    own = {ANYONE: falun, "contact": falun, "coordinator": dalarna, "secretariat": dalarna, "user_organisation": falun}
    browsers = {who: _signed_in(who) for who in own}
    return {
        "pages": {who: [path for path in _paths(own[who]) if _is_a_page(browsers[who], path)] for who in own},
        "sessions": {who: _session(browser) for who, browser in browsers.items()},
    }


WORLDS = {"year": _the_year, "nothing yet": _nothing_yet}


def _paths(body: int):
    """Every address of a page that needs no more than a body."""
    from django.urls import NoReverseMatch, reverse

    from tests.access.addresses import addresses
    from tests.journeys.visits import no_pages

    for name in sorted({address.name for address in addresses()} - no_pages()):
        for more in ([], [body]):
            with contextlib.suppress(NoReverseMatch):
                yield reverse(name, args=more)


def _is_a_page(browser, path: str) -> bool:
    """One that breaks is one too, and is found to be broken."""
    answer = browser.get(path)
    return (answer.status_code == 200 or answer.status_code >= 500) and answer["Content-Type"].startswith("text/html")


def _signed_in(who: str):
    """By password: some pages want to know that it was just now."""
    from django.test import Client

    from vaxel.site.example.cast import CAST
    from vaxel.site.example.people import PASSWORD

    browser = Client(headers={"host": "127.0.0.1"}, raise_request_exception=False)
    found = next((part.email for part in CAST if part.key == who), None)
    if found:
        browser.post("/konto/logga-in/", {"login": found, "password": PASSWORD})
    return browser


def _session(browser) -> str:
    from django.conf import settings

    held = browser.cookies.get(settings.SESSION_COOKIE_NAME)
    return held.value if held else ""


if __name__ == "__main__":
    main()
