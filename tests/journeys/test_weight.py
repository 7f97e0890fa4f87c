"""What a page costs to fetch: under 150 kB on a first visit and 40 kB after it, and nothing moves while it loads.

Counted as served for real: the page as its gzip came over the line, each static file as WhiteNoise compresses it once
(level 9). Static files are kept for ever by the browser, so a second visit fetches the page alone.
"""

import gzip

import pytest

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.models import Round
from vaxel.site.example import journey

pytestmark = pytest.mark.static
FIRST, AFTER = 150_000, 40_000
KEPT = "/static/"
ALREADY_SMALL = (".woff2", ".png", ".gz")
SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shifted += entry.value; })
    .observe({type: "layout-shift", buffered: true});
"""


def pages():
    """Name → (who, path)."""
    account = Round.objects.get(title__endswith=": kommunerna").pk
    falun = journey.body(Kind.MUNICIPALITY, "2080")
    tour = journey.fresh_round()
    journey.make_sure("relay", tour)
    return {
        "front": (None, "/"),
        "coordinator's start": ("coordinator", "/"),
        "round with 290 municipalities": ("secretariat", f"/forfragningar/{account}/"),
        "delivery": ("contact", f"/forfragningar/{tour.pk}/{falun}/"),
        "compilation": ("secretariat", f"/forfragningar/{account}/sammanstallning/"),
        "network": (None, "/natverk/"),
        "body": (None, f"/natverk/{falun}/"),
    }


@pytest.fixture
def open_as(sign_in, new_context):
    return lambda who: sign_in(who) if who else new_context().new_page()


def test_pages_are_light_and_hold_still(open_as):
    faults = []
    for name, (who, path) in pages().items():
        page = open_as(who)
        page.add_init_script(SHIFTS)
        first, after = weigh(page, path), weigh(page, path, again=True)
        shifted = page.evaluate("shifted")
        print(f"{name}: {first / 1000:.0f} kB, then {after / 1000:.0f} kB, moved {shifted}")
        faults += [f"{name} {path}: {first} bytes on a first visit"] * (first >= FIRST)
        faults += [f"{name} {path}: {after} bytes after the first visit"] * (after >= AFTER)
        faults += [f"{name} {path}: the layout moved by {shifted}"] * (shifted > 0)
    assert not faults, "\n".join(faults)


def weigh(page, path, *, again=False):
    fetched = {}
    page.on("response", lambda answer: fetched.setdefault(answer.url, answer))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    return sum(_bytes(answer) for url, answer in list(fetched.items()) if not (again and KEPT in url))


def _bytes(answer):
    """Only what is text is compressed; the page itself was so already, and its body comes to us unfolded."""
    if answer.url.startswith("data:"):
        return 0
    body, headers = answer.body(), sum(len(name) + len(value) + 4 for name, value in answer.headers.items())
    if answer.url.endswith(ALREADY_SMALL):
        return len(body) + headers
    return len(gzip.compress(body, 9 if KEPT in answer.url else 6)) + headers
