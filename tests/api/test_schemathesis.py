"""Whatever the description allows, and much that it does not: no 5xx, no status that is not described.

The number of cases is small here; `vaxel prove api` runs the long programme.
"""

import os
import re

import pytest

from tests.api.cases import CHECKS, OPERATIONS, PATHS, keys_and_ids, one_connection, try_all
from vaxel.site.api import api

pytestmark = pytest.mark.django_db
CASES = int(os.environ.get("VAXEL_API_CASES", "12"))  # for each endpoint


@pytest.fixture(scope="module")
def keys(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), keys_and_ids() as found:
        yield found


@pytest.fixture(scope="module", autouse=True)
def _one_connection():
    with one_connection():
        yield


@pytest.mark.parametrize("label", sorted(OPERATIONS))
def test_nothing_breaks_it(label, keys):
    try_all(label, *keys, CASES, lambda case, answer: case.validate_response(answer, checks=CHECKS))


def test_the_description_is_a_description():
    described = api.get_openapi_schema(path_prefix=PATHS)
    assert described["openapi"].startswith("3.")
    for path, methods in described["paths"].items():
        for method, one in methods.items():
            assert one["description"], f"{method} {path}: say in a sentence what it does"
            assert {"401", "404", "422"} <= {str(status) for status in one["responses"]}
            assert one["security"], f"{method} {path} needs no key"
            assert re.fullmatch(r"/api/v1/[a-z/{}-]+", path)
