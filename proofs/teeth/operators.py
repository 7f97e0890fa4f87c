"""What a mutant is: mutmut's operators, and three of ours for what this house is made of: conditions and tables.

Left out, as nobody's rule: what a person reads (gettext, the text of an error), types, docstrings, imports, and `strict=`.
"""

from collections.abc import Iterable, Iterator

import libcst as cst
from mutmut.mutation import mutators

READ_BY_PEOPLE = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
NEVER = {"len", "isinstance", "cast", "assert_never"}  # as mutmut: only the type checker, or nobody, would tell
NOT_CODE = (cst.Annotation, cst.Decorator, cst.Import, cst.ImportFrom, cst.Raise, cst.Assert)


def mutated(node: cst.CSTNode) -> Iterator[tuple[cst.CSTNode, cst.CSTNode]]:
    """(what stands there, what may stand in its place)."""
    for kind, operator in OPERATORS:
        if isinstance(node, kind):
            yield from ((node, new) for new in operator(node))
    if isinstance(node, cst.If | cst.CompIf):
        yield from ((node.test, new) for new in _settled(node.test))


def _settled(test: cst.BaseExpression) -> Iterable[cst.CSTNode]:
    """A check that is never made, or always: what was wrong with the dead `!$permission` of LimeSurvey."""
    apart = test.with_changes(lpar=[cst.LeftParen(), *test.lpar], rpar=[*test.rpar, cst.RightParen()])
    for operator, word in ((cst.And(), "False"), (cst.Or(), "True")):
        both = cst.BooleanOperation(left=apart, operator=operator, right=cst.Name(word))
        yield both.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def skipped(node: cst.CSTNode) -> bool:
    """Neither it nor anything inside it is mutated."""
    if isinstance(node, NOT_CODE):
        return True
    if isinstance(node, cst.Expr):
        return isinstance(node.value, cst.SimpleString | cst.ConcatenatedString)
    if isinstance(node, cst.Arg):
        return _is_strict(node)
    if isinstance(node, cst.Assign):
        return name_of(node.targets[0].target) == "__all__"  # for the type checker
    return isinstance(node, cst.Call) and name_of(node.func) in READ_BY_PEOPLE | NEVER


def _is_strict(argument: cst.Arg) -> bool:
    return argument.keyword is not None and argument.keyword.value == "strict"


def name_of(function: cst.BaseExpression) -> str:
    return function.value if isinstance(function, cst.Name) else ""


def _one_text(node: cst.BaseString) -> Iterable[cst.CSTNode]:
    """One other text is enough: in capitals or not asks the same question."""
    yield from list(mutators.operator_string(node))[:1]


def _one_argument_less(node: cst.Call) -> Iterable[cst.CSTNode]:
    """One that the call might do without: named, or the last. Without any other it only fails, as anybody would notice;
    mutmut does that too, and passes None for each, which would be half of all mutants and all of them dead.
    """
    for index, one in enumerate(node.args):
        if not one.star and not _is_strict(one) and (one.keyword is not None or index == len(node.args) - 1 > 0):
            yield node.with_changes(args=[*node.args[:index], *node.args[index + 1 :]])


def _one_element_less(node: cst.Set | cst.List | cst.Dict | cst.Tuple) -> Iterable[cst.CSTNode]:
    """A row that is missing from a table. (Of a pair nothing is left that could be unpacked: anybody would notice.)"""
    least = 3 if isinstance(node, cst.Tuple) else 2
    if len(node.elements) >= least:
        for index in range(len(node.elements)):
            yield node.with_changes(elements=[*node.elements[:index], *node.elements[index + 1 :]])


REPLACED = {mutators.operator_string, mutators.operator_arg_removal}
OPERATORS = [
    *((kind, operator) for kind, operator in mutators.mutation_operators if operator not in REPLACED),
    (cst.BaseString, _one_text),
    (cst.Call, _one_argument_less),
    (cst.Set, _one_element_less),
    (cst.List, _one_element_less),
    (cst.Dict, _one_element_less),
    (cst.Tuple, _one_element_less),
]
