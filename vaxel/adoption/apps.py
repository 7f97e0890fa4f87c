from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AdoptionConfig(AppConfig):
    name = "vaxel.adoption"
    label = "adoption"

    def ready(self):
        from vaxel import search
        from vaxel.adoption.journal_words import speak
        from vaxel.adoption.models.append_only import install_after_migrate
        from vaxel.adoption.searched import SOURCE

        speak()
        search.register(SOURCE)
        post_migrate.connect(install_after_migrate, sender=self)
