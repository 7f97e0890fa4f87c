"""The rules of an allocation, on many more drawn ones than the test command has time for."""

from collections.abc import Callable, Iterator

from proofs.promise import Figure, at_least, exactly, scaled
from vaxel.funding.tests import test_properties as rules

NAME = "allocation"
PROMISE = "Every allocation sums to its pot, is as its definition says, and depends on no order."
RULES: tuple[Callable[[int], None], ...] = (
    rules.test_largest_remainder,
    rules.test_as_the_definition_says,
    rules.test_nested,
    rules.test_lines_are_the_difference,
)


def run(scale: float) -> Iterator[Figure]:
    number = scaled(20_000, scale, least=20)
    yield at_least("allocations drawn", number, number)
    for rule in RULES:
        yield exactly(rule.__name__.removeprefix("test_").replace("_", " "), _broken(rule, number), "holds")


def _broken(rule: Callable[[int], None], number: int) -> str:
    try:
        rule(number)
    except AssertionError as fault:
        return f"broken: {str(fault)[:200]}"
    return "holds"
