"""A Växel with a world in it, and one browser with a window for each of its people."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from proofs.servers import ordinary, tables, vaxel

WORLD = "proofs.everyone.world"
WORLDS = ("year", "nothing yet")  # what the module fills
PLAIN, FAILING = ({"DJANGO_SETTINGS_MODULE": name} for name in ("vaxel.site.settings", "proofs.everyone.settings"))
LANGUAGE_COOKIE = "django_language"
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


@dataclass
class Server:
    env: dict
    address: str
    browser: object
    opened: dict
    readers: dict = field(default_factory=dict)

    def pages(self, language: str) -> list[tuple[str, str]]:
        vaxel.script(self.env, WORLD, language)
        return [(who, path) for who, paths in self.opened["pages"].items() for path in dict.fromkeys(paths)]


@contextmanager
def standing(world: str = "year") -> Iterator[Server]:
    from playwright.sync_api import sync_playwright

    from devtools.machine import chromium

    with ordinary.workplace("everyone") as folder:
        env = vaxel.environment(tables.sqlite(folder), folder, **PLAIN)
        opened = json.loads(vaxel.script(env, WORLD, world))
        with vaxel.web(env | FAILING, folder, workers=2) as address, sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium(), args=CHROMIUM)
            yield Server(env, address, browser, opened)
            browser.close()


def reader(server: Server, who: str, language: str):
    """Their page; in their language, in their session."""
    if (who, language) not in server.readers:
        context = server.browser.new_context(
            base_url=server.address,
            locale="sv-SE",
            timezone_id="Europe/Stockholm",
            viewport={"width": 1280, "height": 900},
        )
        context.set_default_timeout(60_000)
        cookies = {"sessionid": server.opened["sessions"][who], LANGUAGE_COOKIE: language}
        context.add_cookies([{"name": n, "value": v, "url": server.address} for n, v in cookies.items() if v])
        server.readers[who, language] = context.new_page()
    return server.readers[who, language]
