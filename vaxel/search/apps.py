from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SearchConfig(AppConfig):
    name = "vaxel.search"
    label = "search"

    def ready(self):
        from vaxel.journal.facts import recorded
        from vaxel.search.fts import install_after_migrate
        from vaxel.search.indexing import on_recorded
        from vaxel.search.upgrading import read_anew_after_upgrade

        recorded.connect(on_recorded, dispatch_uid="search")
        post_migrate.connect(install_after_migrate, sender=self)
        post_migrate.connect(read_anew_after_upgrade, sender=self)
