from django.apps import AppConfig
from django.db.models.signals import post_migrate


class NetworkConfig(AppConfig):
    name = "vaxel.network"
    label = "network"

    def ready(self):
        from vaxel import search
        from vaxel.network.models.refusals import install_after_migrate
        from vaxel.network.searched import AGREEMENTS, BODIES
        from vaxel.network.words import speak

        speak()
        search.register(AGREEMENTS, BODIES)

        # SQLite remakes a table when a later migration alters it, and the triggers are gone: put them back.
        post_migrate.connect(install_after_migrate, sender=self)
