from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "vaxel.journal"
    label = "journal"
