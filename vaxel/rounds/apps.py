from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "vaxel.rounds"
    label = "rounds"
