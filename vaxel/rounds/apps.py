from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "vaxel.rounds"
    label = "rounds"

    def ready(self):
        from vaxel.rounds.journal_words import speak

        speak()
