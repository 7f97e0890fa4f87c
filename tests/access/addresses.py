"""Every address of the site, straight from the URLconf, with the rule it declares."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from vaxel.accounts.access import Rule
from vaxel.accounts.third_party import ACCESS_OF_THIRD_PARTY


@dataclass(frozen=True)
class Address:
    name: str
    rule: Rule
    parts: frozenset[str]  # the arguments in the address

    def __str__(self):
        return self.name


def addresses() -> list[Address]:
    return [_address(pattern, space) for pattern, space in _patterns(get_resolver())]


def _patterns(resolver, space="") -> Iterator[tuple[URLPattern, str]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern, space + (f"{pattern.namespace}:" if pattern.namespace else ""))
        else:
            yield pattern, space


def _address(pattern, space):
    rule = getattr(pattern.callback, "access", None) or ACCESS_OF_THIRD_PARTY[pattern.name]
    named = pattern.pattern.regex.groupindex.keys() | getattr(pattern.pattern, "converters", {}).keys()
    return Address(space + pattern.name, rule, frozenset(named))
