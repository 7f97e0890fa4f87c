"""A new version may say other things of what there is, and one without search had no index at all: read it anew."""

from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from vaxel.search.indexing import rebuild


def read_anew_after_upgrade(using="default", plan=(), **_kwargs):
    """Only once every table is this version's: half way, a source would ask for columns that are not there yet."""
    forward = [migration for migration, backwards in plan if not backwards]
    if forward and using == "default" and _is_whole(using):
        rebuild()


def _is_whole(using):
    executor = MigrationExecutor(connections[using])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
