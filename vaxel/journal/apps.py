from django.apps import AppConfig
from django.db.backends.signals import connection_created


class JournalConfig(AppConfig):
    name = "vaxel.journal"
    label = "journal"

    def ready(self):
        from vaxel.journal.guard import teach_sqlite

        connection_created.connect(teach_sqlite, dispatch_uid="journal.teach_sqlite")
