"""Which tables a backup holds."""

from django.apps import apps

from vaxel.journal.rows import Table, table_of

# Never saved: a session brought back would sign in whoever had signed out since, and the cache counts wrong passwords.
LEFT_OUT = {
    "django_session": "sessions: everybody signs in again",
    "shared_cache": "counts of wrong passwords, a few minutes old",
    "search_words": "made from search_entry by the database itself",
}
# Filled by migrating, so a database that holds nothing else is empty; a restore lays the saved ones in their place.
SEEDED = ("auth_permission", "django_content_type")


def tables() -> list[Table]:
    found = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    return [table_of(found[name]) for name in sorted(found.keys() - LEFT_OUT.keys())]
