"""The content security policy allows no inline script and no inline style: then no template may hold any."""

import re

import pytest

from tests.house.templates import TEMPLATES, shown

PAGES = [path for path in TEMPLATES if path.suffix == ".html"]
COMMENTS = re.compile(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}|<!--.*?-->", re.DOTALL)
FORBIDDEN = {
    # Data for a script is no script: the browser never runs application/json.
    "a <script> without src": re.compile(r"<script(?![^>]*\b(?:src=|type=.application/json))[^>]*>", re.IGNORECASE),
    "a <style> element": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "an on… attribute": re.compile(r"\son[a-z]+\s*=\s*[\"']", re.IGNORECASE),
    "a javascript: address": re.compile(r"javascript:", re.IGNORECASE),
    "hx-on (runs as inline script)": re.compile(r"\shx-on", re.IGNORECASE),
    "an address of another site's file": re.compile(
        r"<(?:script|link|img|iframe|source|video|audio)\b[^>]*\b(?:src|href)=[\"'](?:https?:)?//", re.IGNORECASE
    ),
}

pytestmark = pytest.mark.static


def _faults(source: str) -> list[str]:
    source = COMMENTS.sub("", source)
    return [name for name, pattern in FORBIDDEN.items() if pattern.search(source)]


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<script type='module'>x</script>",
        '<p style="color:red">',
        "<a onclick='go()'>",
        '<button hx-on:click="go()">',
        '<img src="https://example.org/a.png">',
    ],
)
def test_the_rule_itself_finds(source):
    assert _faults(source)


def test_the_rule_itself_lets_through():
    assert not _faults('<script src="{% static "ui/x.js" %}" defer></script>{# style= #}<a href="https://a.se">one</a>')


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_no_page_needs_an_exception(path):
    assert not _faults(path.read_text(encoding="utf-8"))
