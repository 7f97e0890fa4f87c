"""Whatever the description allows, and much that it does not: no 5xx, no status that is not described.

The number of cases is small here; `vaxel prove` runs the long programme.
"""

import os
import re

import hypothesis
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from schemathesis.checks import load_all_checks, not_a_server_error
from schemathesis.generation.feedback import FeedbackSources
from schemathesis.pytest._test_builder import build_operation_test
from schemathesis.python._constants.orchestrator import make_constants_value_source
from schemathesis.specs.openapi.checks import content_type_conformance, status_code_conformance

from tests.api.conftest import key_for
from vaxel.funding.tests.money import decided
from vaxel.network.domain.kinds import Role
from vaxel.rounds.tests.world import make_world
from vaxel.site.api import api
from vaxel.site.wsgi import application

pytestmark = pytest.mark.django_db
CASES = int(os.environ.get("VAXEL_API_CASES", "12"))  # for each endpoint
PATHS = "/api/v1/"

schema = schemathesis.openapi.from_dict(api.get_openapi_schema(path_prefix=PATHS))
schema.config.generation.update(modes=list(schemathesis.GenerationMode))
schema.app = application


@pytest.fixture(scope="module")
def keys(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        world = make_world()
        round = world.sent(audience={"kinds": ["municipality"], "counties": [world.dalarna.pk]})
        ids = {"round": round.pk, "body": world.mora.pk, "template": round.template_version.template_id}
        ids["agreement"] = decided(world).agreement_id
        found = [
            key_for(world.secretary),
            key_for(world.actor(world.mora)),
            key_for(world.actor(world.dalarna, Role.COORDINATOR)),
        ]
        yield found, ids
        transaction.set_rollback(True)


@pytest.fixture(scope="module", autouse=True)
def one_connection():
    """The application is called as a server would; the test's own connection must outlive each request."""
    for moment in (request_started, request_finished):
        moment.disconnect(close_old_connections)
    yield
    for moment in (request_started, request_finished):
        moment.connect(close_old_connections)


OPERATIONS = {found.label: found for found in (result.ok() for result in schema.get_all_operations())}


@pytest.mark.parametrize("label", sorted(OPERATIONS))
def test_nothing_breaks_it(label, keys):
    """Its cases are made here: `schema.parametrize()` makes those of every endpoint in every worker, while collecting."""
    load_all_checks()
    sources = FeedbackSources(constants_value_source=make_constants_value_source(schema))
    try_all = build_operation_test(
        config=schema.config, operation=OPERATIONS[label], test_func=_hold, given_kwargs={}, feedback=sources
    )
    try_all(keys=keys)


@hypothesis.settings(
    max_examples=CASES, derandomize=True, deadline=None, suppress_health_check=list(hypothesis.HealthCheck)
)
def _hold(case, keys):
    secrets, ids = keys
    for name in ids.keys() & case.path_parameters.keys():
        if isinstance(case.path_parameters[name], int) and case.path_parameters[name] % 2:
            case.path_parameters[name] = ids[name]  # every other one exists
    case.headers = {**(case.headers or {}), "Authorization": f"Bearer {secrets[len(str(case.body)) % 3]}"}
    with transaction.atomic():
        response = case.call()
        case.validate_response(response, checks=(not_a_server_error, status_code_conformance, content_type_conformance))
        transaction.set_rollback(True)


def test_the_description_is_a_description():
    described = api.get_openapi_schema(path_prefix=PATHS)
    assert described["openapi"].startswith("3.")
    for path, methods in described["paths"].items():
        for method, one in methods.items():
            assert one["description"], f"{method} {path}: say in a sentence what it does"
            assert {"401", "404", "422"} <= {str(status) for status in one["responses"]}
            assert one["security"], f"{method} {path} needs no key"
            assert re.fullmatch(r"/api/v1/[a-z/{}-]+", path)
