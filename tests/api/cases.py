"""Whatever the description allows, and much that it does not: made by schemathesis, tried in a savepoint taken back.

`try_all(label, keys, ids, most, hold)` sends every case of one endpoint's corners and up to `most` by chance; `hold` gets
each answer.
"""

from contextlib import contextmanager

import hypothesis
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

PATHS = "/api/v1/"
CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance)

schema = schemathesis.openapi.from_dict(api.get_openapi_schema(path_prefix=PATHS))
schema.config.generation.update(modes=list(schemathesis.GenerationMode))
schema.app = application

OPERATIONS = {found.label: found for found in (result.ok() for result in schema.get_all_operations())}


@contextmanager
def keys_and_ids():
    """Three programs' keys, and ids that exist; gone afterwards."""
    with transaction.atomic():
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


@contextmanager
def one_connection():
    """The application is called as a server would; the caller's own connection must outlive each request."""
    for moment in (request_started, request_finished):
        moment.disconnect(close_old_connections)
    yield
    for moment in (request_started, request_finished):
        moment.connect(close_old_connections)


def try_all(label, keys, ids, most, hold, *, corners=True):
    """Cases are made here: `schema.parametrize()` makes those of every endpoint in every worker, while collecting."""
    load_all_checks()
    schema.config.phases.update(phases=["examples", "coverage", "fuzzing"] if corners else ["fuzzing"])

    @hypothesis.settings(
        max_examples=most, derandomize=True, deadline=None, suppress_health_check=list(hypothesis.HealthCheck)
    )
    def one(case):
        _aimed(case, keys, ids)
        with transaction.atomic():
            hold(case, case.call())
            transaction.set_rollback(True)

    sources = FeedbackSources(constants_value_source=make_constants_value_source(schema))
    build_operation_test(
        config=schema.config, operation=OPERATIONS[label], test_func=one, given_kwargs={}, feedback=sources
    )()


def _aimed(case, keys, ids):
    """Every other object exists; each case comes with one of the keys."""
    for name in ids.keys() & case.path_parameters.keys():
        if isinstance(case.path_parameters[name], int) and case.path_parameters[name] % 2:
            case.path_parameters[name] = ids[name]
    case.headers = {**(case.headers or {}), "Authorization": f"Bearer {keys[len(str(case.body)) % len(keys)]}"}
