"""The gallery holds every component, in every light, at every width."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

COMPONENTS = sorted(path.name for path in (Path(__file__).parents[1] / "components").iterdir() if path.is_dir())
FIRST_VISIT, LATER = 150_000, 40_000  # bytes after gzip, as issued for every page
ASSETS = re.compile(r'<(?:link|script)[^>]+(?:href|src)="/static/([^"?]+)"')
SHIFTS = """() => new Promise(done => { let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 300); })"""

pytestmark = [pytest.mark.django_db, pytest.mark.static]


@pytest.fixture
def html(client):
    return client.get(reverse("gallery"), headers={"accept-language": "sv"}).content.decode()


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_component_is_shown(html, name):
    assert f'id="{name}"' in html, f"show {name} in gallery/page.html"


def test_no_place_in_a_drawing_has_a_decimal_comma(html):
    """Swedish writes 12,5; a path would read it as two numbers, a width as nothing."""
    places = re.findall(r'\b(?:x|y|x1|x2|y1|y2|cx|cy|width|height)="([^"]*)"', html)
    assert places
    assert not [place for place in places if "," in place or "\u00a0" in place]


def test_it_weighs_little(html):
    page = len(gzip.compress(html.encode(), 6))
    assets = {name: _weight(name) for name in {*ASSETS.findall(html), "ui/vendor/atkinson.woff2"}}
    assert page < LATER, page
    assert page + sum(assets.values()) < FIRST_VISIT, assets


def _weight(name):
    content = Path(finders.find(name)).read_bytes()
    return len(content if name.endswith(".woff2") else gzip.compress(content, 6))


def test_a_map_of_290_weighs_at_most_15_kb(html):
    drawn = re.search(r'<figure class="tilemap">.*?</figure>', html, re.DOTALL).group()
    assert drawn.count("<a ") == 2 * 290, "each tile is a link in the map and one in the table"
    assert len(gzip.compress(drawn.encode(), 6)) < 15_000


def _page(new_context, width, **options):
    page = new_context(**options).new_page()
    page.set_viewport_size({"width": width, "height": 900})
    return page


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_reads_well_for_all(new_context, axe, width, scheme):
    page = _page(new_context, width, color_scheme=scheme)
    page.goto(reverse("gallery"))
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(SHIFTS) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_reads_well_in_forced_colours(new_context, axe, scheme):
    page = new_context(forced_colors="active", color_scheme=scheme).new_page()
    page.goto(reverse("gallery"))
    axe(page)


@pytest.mark.parametrize("width", [400, 640, 768, 900, 1024, 1920])
def test_nothing_sticks_out_at_any_width(new_context, width):
    page = _page(new_context, width)
    page.goto(reverse("gallery"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_font_is_ours(new_context):
    page = new_context().new_page()
    page.goto(reverse("gallery"))
    assert page.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible Next\"')")
    assert page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').length") == 1
