"""What the long look at every page finds: on a page that is as it should be nothing, on one with planted faults each of them."""

import pytest

from proofs import everyone
from proofs.everyone.looking import MODES, looked_at

GOOD = """<!doctype html><html lang="sv"><title>Prov · Växel</title><meta name="viewport" content="width=device-width">
<body><a href="#main">Till innehållet</a><main id="main" tabindex="-1"><h1>Prov</h1><p>Text</p>
<p><button style="min-height:2rem">Spara</button></p></main></body></html>"""
HOLDS = "addEventListener('keydown', e => e.target.matches('button, input') && e.preventDefault())"
PLANTED = {
    "nameless": GOOD.replace("Spara", ""),
    "2 h1": GOOD.replace("<p>Text</p>", "<h1>En till</h1>"),
    "lang is en": GOOD.replace('lang="sv"', 'lang="en"'),
    "px wide": GOOD.replace("<p>Text</p>", "<p style='width:900px'>Text</p>"),
    "cut off": GOOD.replace(
        "<p>Text</p>", "<p style='height:18px;overflow:hidden'>Text som är lång<br>och två rader</p>"
    ),
    "unmarked": GOOD.replace("<button", "<style>button:focus{outline:none!important}</style><button"),
    "forced colours, as opened: unmarked": GOOD.replace(
        "<button", "<style>button:focus{outline:none;box-shadow:0 0 0 4px #333}</style><button"
    ),
    "Tab does not leave <button": GOOD.replace("</body>", "<script>" + HOLDS + "</script></body>"),
    "Tab does not leave <input": GOOD.replace(
        "<p>Text</p>", "<p><label>Dag <input type='date'></label></p><script>" + HOLDS + "</script>"
    ),
    'by keyboard, all opened: unmarked: <a href="/">': GOOD.replace(
        "<p>Text</p>",
        "<style>p a{outline:none!important}</style><details><summary>Mer</summary><p><a href='/'>Till början</a></p></details>",
    ),
    "as it is, all opened: target-size": GOOD.replace(
        "<p>Text</p>",
        "<details><summary>Mer</summary><button style='height:9px'>Ja</button><br><button style='height:9px'>Nej</button></details>",
    ),
    "nothing at all was taken for an answer: status 200": GOOD.replace(
        "<p>Text</p>", "<form method='post'><label>Namn <input required></label><p><button>Skicka</button></p></form>"
    ),
    "in the dark, as opened: color-contrast": GOOD.replace(
        "<p>Text</p>",
        "<style>@media (prefers-color-scheme: dark){p{background:#000;color:#333}}</style><p>Text</p>",
    ),
    "covered": GOOD.replace(
        "</body>", "<div style='position:fixed;inset:40px 0 0 0;background:white'>Ruta</div></body>"
    ),
    "no way past": GOOD.replace('href="#main"', 'href="/"'),
    "moves": GOOD.replace("<p>", "<style>@keyframes a{to{opacity:.9}}p{animation:a 1s infinite}</style><p>", 1),
    "image-alt": GOOD.replace("<p>Text</p>", "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"),
}


@pytest.fixture
def seen(browser):
    context = browser.new_context()

    def faults(html):
        page = context.new_page()
        page.route(
            "http://prov.example/", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8")
        )
        found = list(looked_at(page, "http://prov.example/", "sv"))
        assert {mode for mode, _state, _wrong in found} == set(MODES)
        return [f"{mode}, {state}: {one}" for mode, state, wrong in found for one in wrong]

    yield faults
    context.close()


def test_a_page_as_it_should_be(seen):
    assert not seen(GOOD)


@pytest.mark.parametrize("fault", PLANTED)
def test_each_planted_fault_is_found(seen, fault):
    assert any(fault in one for one in seen(PLANTED[fault]))


def test_the_promise_is_said():
    assert everyone.PROMISE
