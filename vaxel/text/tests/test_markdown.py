import re

import pytest
from django.template import Context, Template
from hypothesis import given, settings
from hypothesis import strategies as st

from vaxel.text import render, summary

HOSTILE = st.sampled_from(
    ["<script>", "</p>", "javascript:", "](", "[a", "![", "onerror=", '"', "'", "<img src=x", "`", "~~", "|", "\n", "# ",
     "&#106;avascript:", "data:text/html,", "<svg/onload=", "&lt;", "\x00", "- ", "> ", "1. ", "*"]
)  # fmt: skip


def test_what_people_write():
    html = render("# Bakgrund\n\nVi *vill* **veta**:\n\n- ett\n- två\n\n> citat\n\nrad ett\nrad två")
    assert "<h3>Bakgrund</h3>" in html
    assert "<em>vill</em> <strong>veta</strong>" in html
    assert "<li>ett</li>" in html
    assert "<blockquote>" in html
    assert re.search(r"rad ett<br ?/?>\s*rad två", html)


@pytest.mark.parametrize(("heading", "tags"), [(1, ["h1", "h2"]), (2, ["h2", "h3"]), (6, ["h6", "h6"])])
def test_the_page_keeps_its_own_outline(heading, tags):
    assert re.findall(r"<(h\d)>", render("# a\n\n## b", heading)) == tags


def test_a_table_keeps_no_style():
    html = render("| a | b |\n|:-:|--:|\n| 1 | 2 |")
    assert "<td>1</td>" in html
    assert "style" not in html


def test_links_leave_without_taking_anything_along():
    assert render("[sida](https://example.org)") == (
        '<p><a href="https://example.org" rel="noopener nofollow">sida</a></p>\n'
    )
    assert 'href="/forfragningar/3/"' in render("[sida](/forfragningar/3/)")
    assert "href" not in render("[x](javascript:alert(1))")
    assert "href" not in render("[x](data:text/html,x)")


def test_a_picture_becomes_a_link():
    html = render("![en bild](https://example.org/b.png)")
    assert "<img" not in html
    assert '<a href="https://example.org/b.png" rel="noopener nofollow">en bild</a>' in html
    assert "href" not in render("![x](javascript:alert(1))")


def test_markup_is_text():
    assert render("<b>fet</b>") == "<p>&lt;b&gt;fet&lt;/b&gt;</p>\n"


@settings(max_examples=500)
@given(st.lists(HOSTILE | st.text(max_size=8), max_size=15).map("".join))
def test_nothing_anyone_writes_becomes_more_than_text_and_links(text):
    html = render(text)
    for tag, attributes in re.findall(r"<([a-z0-9]+)((?:\s[^>]*)?)>", html):
        assert tag not in {"script", "img", "svg", "iframe", "style", "form", "input", "object"}
        assert not re.search(r"(?i)\s(on\w+|style|src)\s*=", re.sub(r'"[^"]*"', '""', attributes))
    assert not re.search(r'(?i)href="\s*(javascript|data|vbscript):', html)


def test_a_summary_is_plain_and_cut_at_a_word():
    text = "# Bakgrund\n\nVi **vill** veta\nmer & mer.\n\n- ett\n- <två>"
    assert summary(text) == "Bakgrund Vi vill veta mer & mer. ett <två>"
    assert summary(text, 21) == "Bakgrund Vi vill …"
    assert summary("", 10) == summary(None) == ""
    assert summary("a" * 50, 10) == "a" * 10 + " …"


@given(st.text(max_size=300), st.integers(1, 100))
def test_a_summary_is_never_longer_than_asked(text, length):
    assert len(summary(text, length)) <= length + 2


def test_the_filters():
    page = Template("{% load text %}{{ x|markdown }}{{ x|markdown:2 }}{{ x|summary:20 }}")
    assert page.render(Context({"x": "# <a>"})) == "<h3>&lt;a&gt;</h3>\n<h2>&lt;a&gt;</h2>\n&lt;a&gt;"
    assert page.render(Context({"x": None})) == ""
