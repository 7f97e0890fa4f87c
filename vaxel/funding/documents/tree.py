"""Markdown as a tree of plain data for typst: text comes as data, never as markup."""

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

KINDS = {
    "paragraph": "p",
    "heading": "h",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "blockquote": "quote",
    "strong": "b",
    "em": "i",
    "link": "a",
    "text": "t",
    "code_inline": "t",
    "code_block": "pre",
    "fence": "pre",
    "softbreak": "br",
    "hardbreak": "br",
    "hr": "hr",
}


def tree_of(text):
    """[{"k": kind, "t": text, "c": [children]}]. What has no kind here gives way to what it holds."""
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True})
    return _all(SyntaxTreeNode(parser.parse(text or "")).children)


def _all(nodes):
    return [made for node in nodes for made in _one(node)]


def _one(node):
    kind = KINDS.get(node.type)
    if kind is None:
        return _all(node.children) if node.children else [{"k": "t", "t": node.content, "c": []}]
    return [{"k": kind, "t": node.content if kind in {"t", "pre"} else "", "c": _all(node.children)}]
