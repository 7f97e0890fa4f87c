"""Every mutant of a module, with a name that stands while the lines around it move."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider, WhitespaceInclusivePositionProvider

from proofs.kept import ROOT
from proofs.teeth.operators import mutated, skipped


@dataclass(frozen=True)
class Mutant:
    """`place` is the function ("" for the module's own lines); `line` begins the statement that is changed."""

    module: str
    place: str
    line: int
    before: str
    after: str
    nth: int
    source: str

    @property
    def name(self) -> str:
        twin = f" #{self.nth}" if self.nth else ""
        return f"{self.place or '(module)'}: {self.before} → {self.after}{twin}"


def path_of(module: str) -> Path:
    return ROOT / (module.replace(".", "/") + ".py")


def mutants(module: str) -> list[Mutant]:
    source = path_of(module).read_text(encoding="utf-8")
    wrapper = MetadataWrapper(cst.parse_module(source))
    walk = _Walk(wrapper)
    seen: Counter[tuple[str, str, str]] = Counter()
    texts: set[str] = set()
    found = []
    for place, statement, old, new in walk.changes():
        changed = walk.changed(source, old, new)
        if changed == source or changed in texts or not _compiles(changed):
            continue
        texts.add(changed)
        line = walk.line(statement)
        before, after = _difference(source, changed)
        key = (place, before, after)
        found.append(Mutant(module, place, line, before, after, seen[key], changed))
        seen[key] += 1
    return found


def _compiles(source: str) -> bool:
    try:
        compile(source, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def _difference(before: str, after: str) -> tuple[str, str]:
    """The lines that differ, in one line each."""
    old, new = before.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        old.pop(0), new.pop(0)
    while old and new and old[-1] == new[-1]:
        old.pop(), new.pop()
    return " ".join(" ".join(old).split()), " ".join(" ".join(new).split())


Change = tuple[str, cst.CSTNode, cst.CSTNode, cst.CSTNode]


class _Walk:
    def __init__(self, wrapper: MetadataWrapper):
        self.module = wrapper.module
        self.positions = wrapper.resolve(PositionProvider)
        self.spans = wrapper.resolve(WhitespaceInclusivePositionProvider)
        self.starts = [0]
        for line in self.module.code.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def line(self, node: cst.CSTNode) -> int:
        return self.positions[node].start.line

    def changed(self, source: str, old: cst.CSTNode, new: cst.CSTNode) -> str:
        """The module with the one in the other's place. Cut out of the text: writing the whole anew takes a second."""
        if isinstance(old, cst.Match):  # of many lines: only the writer knows how far in they stand
            return self.module.deep_replace(old, new).code
        span = self.spans[old]
        start = self.starts[span.start.line - 1] + span.start.column
        stop = self.starts[span.end.line - 1] + span.end.column
        return source[:start] + self.module.code_for_node(new) + source[stop:]

    def changes(self) -> Iterator[Change]:
        """(the function, the statement, what is there, what may be there instead)."""
        yield from self._inside(self.module, "", self.module)

    def _inside(self, node: cst.CSTNode, place: str, statement: cst.CSTNode) -> Iterator[Change]:
        if skipped(node):
            return
        if isinstance(node, cst.ClassDef):
            # What a class declares (fields, members) is the type checker's and the tables' matter; its methods are ours.
            for one in node.body.body:
                if isinstance(one, cst.FunctionDef):
                    yield from self._function(one, _under(place, node.name.value))
        elif isinstance(node, cst.FunctionDef):
            yield from self._function(node, place)
        else:
            yield from self._of(node, place, statement)

    def _of(self, node: cst.CSTNode, place: str, statement: cst.CSTNode) -> Iterator[Change]:
        if isinstance(node, cst.SimpleStatementLine | cst.BaseCompoundStatement):
            statement = node
        if statement is not self.module:
            for old, new in mutated(node):
                if place or not _emptied(new):
                    yield place, statement, old, new
        for child in node.children:
            yield from self._inside(child, place, statement)

    def _function(self, node: cst.FunctionDef, place: str) -> Iterator[Change]:
        """Not the decorators, the types and the defaults: the body."""
        for child in node.body.children:
            yield from self._inside(child, _under(place, node.name.value), node)


def _emptied(new: cst.CSTNode) -> bool:
    """A table or a word of the module that is None: nothing that reads it would work at all."""
    return isinstance(new, cst.Assign | cst.AnnAssign) and isinstance(new.value, cst.Name)


def _under(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
