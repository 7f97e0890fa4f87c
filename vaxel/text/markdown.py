"""What people write, as HTML that can do no harm: markup only from Markdown, then sanitised, links without scripts.

Nothing is fetched from elsewhere: pictures become links.
"""

from functools import cache
from html import escape

import nh3
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
TABLES = {"table", "thead", "tbody", "tr", "th", "td"}
TAGS = {"p", "br", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a", "hr"} | HEADINGS | TABLES
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}
DEEPEST = 6


@cache
def _parser():
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"])
    parser.add_render_rule("image", _picture_as_link)
    return parser


def render(text, heading=3):
    """Safe HTML. `#` becomes <h3> (or `heading`) and so on down, so that the page keeps its own outline."""
    tokens = _parser().parse(text or "")
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(DEEPEST, int(token.tag[1]) + heading - 1)}"
    html = _parser().renderer.render(tokens, _parser().options, {})
    clean = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener nofollow")
    return mark_safe(clean)  # noqa: S308 - nh3 has just cleaned it


def summary(text, length=200):
    """The beginning as plain text without markup, cut at a word: for lists, mail and search. Escape it as any text."""
    plain = " ".join(" ".join(map(_plain, _parser().parse(text or ""))).split())
    if len(plain) <= length:
        return plain
    cut = plain[:length].rpartition(" ")[0] or plain[:length]
    return cut.rstrip(" ,.;:–-") + " …"


def _plain(token):
    if token.children is None:
        return token.content
    return "".join(" " if child.type.endswith("break") else child.content for child in token.children)


def _picture_as_link(_renderer, tokens, place, _options, _env):
    token = tokens[place]
    source = str(token.attrs.get("src", ""))
    return f'<a href="{escape(source)}">{escape(token.content or source)}</a>'
