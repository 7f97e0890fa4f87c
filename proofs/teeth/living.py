"""A mutant is put into the running process: whoever imported the function or the table has the changed one at once.

So nothing is imported or collected again for a mutant, and what was there is put back afterwards.
"""

import ast
import gc
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import _lru_cache_wrapper
from types import CodeType, FunctionType, ModuleType

from proofs.teeth.mutants import path_of

Key = tuple[str, int]
Undo = Callable[[], None]
REACHED = "__reached__"
COMPOSED = "composed.<locals>.asked"  # vaxel/composed keeps a question's words beside it


def functions(module: str) -> dict[Key, list[FunctionType]]:
    """Every living function of the module, decorated, bound in a closure or in a class, by its name and first line."""
    found = defaultdict(list)
    path = str(path_of(module))
    gc.unfreeze()  # what somebody has frozen is not told of, and nobody would seem to reach it
    for one in gc.get_objects():
        if type(one) is FunctionType and one.__code__.co_filename == path:
            found[_key(one.__code__)].append(one)
    return found


def _key(code: CodeType) -> Key:
    return code.co_qualname, code.co_firstlineno


def codes(code: CodeType) -> Iterator[CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner
            yield from codes(inner)


def exchange(living: dict[Key, list[FunctionType]], code: CodeType) -> Undo:
    """Every living function gets its code out of the compiled module, until what is returned is called."""
    kept = []
    for new in codes(code):
        for function in living.get(_key(new), ()):
            old = function.__code__
            if old != new and old.co_freevars == new.co_freevars:
                kept.append((function, old))
                function.__code__ = new

    def undo() -> None:
        for function, old in kept:
            function.__code__ = old

    return undo


def put_in(module: str, source: str, line: int, *, in_function: bool, living: dict[Key, list[FunctionType]]) -> Undo:
    """The mutant lives from here on, until what is returned is called."""
    tree = ast.parse(source)
    if in_function:
        return exchange(living, compile(tree, str(path_of(module)), "exec"))
    return _do_again(sys.modules[module], tree, line)


def memories() -> list[Callable[[], None]]:
    """Each forgets: what was remembered from before is the unchanged rule's answer, or a question in its words."""
    found: list[Callable[[], None]] = []
    gc.unfreeze()
    for one in gc.get_objects():
        if type(one) is _lru_cache_wrapper and str(one.__module__).startswith("vaxel."):
            found.append(one.cache_clear)
        elif type(one) is FunctionType and one.__code__.co_qualname == COMPOSED:
            found += [cell.cell_contents.clear for cell in one.__closure__ or () if type(cell.cell_contents) is dict]
    return found


# -- a module's own lines --------------------------------------------------------------------------------------------


def _do_again(module: ModuleType, tree: ast.Module, line: int) -> Undo:
    """The changed line, and the later ones that read what it made; then wherever the old values were imported to."""
    own = vars(module)
    before = dict(own)
    changed: set[str] = set()

    def undo() -> None:
        for name in changed:
            _everywhere(name, own[name], before[name])
        own.update(before)

    try:
        for statement in tree.body:
            if isinstance(statement, ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom):
                continue
            if statement.lineno == line or changed & _read(statement):
                exec(compile(ast.Module([statement], []), module.__file__ or "", "exec"), own)  # noqa: S102
                changed |= _written(statement) & before.keys()
    except Exception:
        own.update(before)
        raise
    for name in changed:
        _everywhere(name, before[name], own[name])
    return undo


def words(source: str, line: int) -> set[str]:
    """What the module's own statement there is called, and the texts in it."""
    own = [statement for statement in ast.parse(source).body if statement.lineno == line]
    texts = {one.value for each in own for one in ast.walk(each) if isinstance(one, ast.Constant) and one.value}
    return {text for text in texts if isinstance(text, str)}.union(*map(_written, own))


def _read(statement: ast.stmt) -> set[str]:
    return {one.id for one in ast.walk(statement) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}


def _written(statement: ast.stmt) -> set[str]:
    return {one.id for one in ast.walk(statement) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}


def _everywhere(name: str, old: object, new: object) -> None:
    """Under any name, where the object is the table's own; small values only under the same one."""
    for module in list(sys.modules.values()):
        if not str(getattr(module, "__name__", "")).startswith(("vaxel.", "tests.")):
            continue
        values = vars(module)
        for each in [each for each, value in values.items() if value is old and (each == name or not _common(old))]:
            values[each] = new


def _common(value: object) -> bool:
    """One and the same object in many places that have nothing to do with each other."""
    return value is None or isinstance(value, str | int | float | bytes) or value in ((), frozenset())


# -- which tests come there ------------------------------------------------------------------------------------------


class _Marked(ast.NodeTransformer):
    """Before each statement inside a function: a call that tells its line."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self._mark(node)
        return node

    def _mark(self, node: ast.AST) -> None:
        for field in ("body", "orelse", "finalbody", "handlers", "cases"):
            inner = getattr(node, field, None)
            if not isinstance(inner, list):
                continue
            for one in inner:
                self._mark(one)
            if inner and isinstance(inner[0], ast.stmt):
                setattr(node, field, [two for one in inner for two in (_call(one), one)])


def _call(statement: ast.stmt) -> ast.stmt:
    call = ast.parse(f"{REACHED}({statement.lineno})").body[0]
    for one in ast.walk(call):
        ast.copy_location(one, statement)
    return call


def listen(module: str, hear: Callable[[int], None]) -> Undo:
    """`hear` is told each line that is reached, until what is returned is called."""
    vars(sys.modules[module])[REACHED] = hear
    tree = ast.parse(path_of(module).read_text(encoding="utf-8"))
    return exchange(functions(module), compile(_Marked().visit(tree), str(path_of(module)), "exec"))
