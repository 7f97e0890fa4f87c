"""Every address declares who may open it, or the build fails here."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from vaxel.accounts.access import Rule
from vaxel.accounts.third_party import ACCESS_OF_THIRD_PARTY

pytestmark = pytest.mark.static


def _addresses(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _addresses(pattern, path)
        else:
            yield path, pattern


ADDRESSES = list(_addresses(get_resolver()))


def _rule(pattern: URLPattern) -> Rule | None:
    """Declared on the view with @access, or for others' views in the table of third parties."""
    own = getattr(pattern.callback, "access", None)
    return own or ACCESS_OF_THIRD_PARTY.get(pattern.name or "")


@pytest.mark.parametrize(("path", "pattern"), ADDRESSES, ids=[path for path, _ in ADDRESSES])
def test_every_address_declares_its_permission(path, pattern):
    assert isinstance(_rule(pattern), Rule), f"/{path}: put @access(RULE) on its view"
    assert pattern.name, f"/{path}: give it a name, for {{% url %}} and for the permission matrix"


def test_the_table_of_third_parties_names_only_what_exists():
    assert not ACCESS_OF_THIRD_PARTY.keys() - {pattern.name for _, pattern in ADDRESSES}


def test_no_two_addresses_share_name_and_arguments():
    """`{% url %}` would pick one of them in silence."""
    seen = [(pattern.name, tuple(sorted(pattern.pattern.converters))) for _, pattern in ADDRESSES]
    assert not {key for key in seen if seen.count(key) > 1}
