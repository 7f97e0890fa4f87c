"""Finds the wrapped strings of code and templates, without gettext's own programs. Runs in .venv."""

import ast
import io
from collections.abc import Iterator

from babel.messages.extract import extract
from django.utils.translation.template import templatize

# Function of django.utils.translation → what its first arguments are.
FUNCTIONS = {
    **dict.fromkeys(["gettext", "gettext_lazy", "gettext_noop"], ("one",)),
    **dict.fromkeys(["ngettext", "ngettext_lazy"], ("one", "many")),
    **dict.fromkeys(["pgettext", "pgettext_lazy"], ("context", "one")),
    **dict.fromkeys(["npgettext", "npgettext_lazy"], ("context", "one", "many")),
}
MARKS = {"vaxel.rounds.domain.sentence": {"_": ("one",)}}  # a rule marks its sentence without Django
# The same for what templatize writes, in babel's notation.
WRITTEN = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3)}

Text = str | tuple[str, str]  # (singular, plural) where it is counted
Found = tuple[Text, str | None, int]  # text, context, line


def in_code(source: str) -> Iterator[Found]:
    """By the syntax tree: under any name it was imported as, and inside f-strings too."""
    tree = ast.parse(source)
    names = dict(_imported(tree))
    for node in sorted(_calls(tree), key=lambda call: call.lineno):
        takes = names.get(node.func.id, ())
        texts = [argument.value for argument in node.args[: len(takes)] if _is_text(argument)]
        if takes and len(texts) == len(takes):
            yield _found(dict(zip(takes, texts, strict=True)), node.lineno)


def _imported(tree: ast.AST) -> Iterator[tuple[str, tuple[str, ...]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            known = FUNCTIONS if node.module == "django.utils.translation" else MARKS.get(node.module or "", {})
            yield from ((name.asname or name.name, known[name.name]) for name in node.names if name.name in known)


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _found(named: dict[str, str], line: int) -> Found:
    text = (named["one"], named["many"]) if "many" in named else named["one"]
    return text, named.get("context"), line


def in_template(source: str) -> Iterator[Found]:
    """Django's own lexer turns a page into something that reads as code; its indentation means nothing."""
    code = "\n".join(line.lstrip() for line in templatize(source).split("\n"))
    for line, text, _, context in extract("python", io.BytesIO(code.encode()), WRITTEN, options={"encoding": "utf-8"}):
        if text:
            yield text, context, line
