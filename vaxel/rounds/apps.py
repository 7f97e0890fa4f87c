from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RoundsConfig(AppConfig):
    name = "vaxel.rounds"
    label = "rounds"

    def ready(self):
        from vaxel.rounds import events, searched
        from vaxel.rounds.journal_words import speak
        from vaxel.rounds.models.append_only import install_after_migrate

        speak()
        searched.register()
        events.speak()
        post_migrate.connect(install_after_migrate, sender=self)
