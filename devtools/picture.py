"""The picture in README, taken of the real thing: an example world of its own, seen by the secretariat. Runs in .venv."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

from devtools.machine import chromium, no_chromium
from devtools.places import ROOT, VAXEL

PICTURE = ROOT / "docs" / "images" / "round.png"
SENDER = "kansliet@vaxel.example"
SIZE = {"width": 1280, "height": 1140}


def main() -> None:
    with tempfile.TemporaryDirectory() as data:
        os.environ.update(VAXEL_DATA=data, DJANGO_SETTINGS_MODULE="vaxel.site.settings", DJANGO_ALLOW_ASYNC_UNSAFE="1")
        os.environ.pop("DATABASE_URL", None)
        for command in (["migrate", "-v0"], ["reference", "load"], ["example"]):
            subprocess.run([VAXEL, *command], check=True, stdout=subprocess.DEVNULL)
        with _served() as address, _page() as page:
            _sign_in(page, address)
            page.goto(f"{address}{_round()}", wait_until="networkidle")
            PICTURE.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=PICTURE)


@contextmanager
def _served() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen([VAXEL, "serve", "--port", str(port), "--workers", "1"])
    try:
        while server.poll() is None and not _answers(port):
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


@contextmanager
def _page() -> Iterator[Page]:
    found = chromium()
    if not found:
        sys.exit(no_chromium())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_page(viewport=SIZE, locale="sv-SE", timezone_id="Europe/Stockholm", reduced_motion="reduce")
        browser.close()


def _sign_in(page: Page, address: str) -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client()
    client.force_login(get_user_model().objects.get(email=SENDER))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])


def _round() -> str:
    """The account that most are asked for and that is under way."""
    from django.db.models import Count
    from django.urls import reverse

    from vaxel.rounds.domain.kinds import RoundKind, RoundState
    from vaxel.rounds.models import Round

    under_way = Round.objects.filter(state=RoundState.OPEN, kind=RoundKind.ACCOUNT).annotate(size=Count("deliveries"))
    return reverse("round", args=[under_way.order_by("-size", "id")[0].pk])


if __name__ == "__main__":
    main()
    print(PICTURE.relative_to(ROOT))
