from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "vaxel.notices"
    label = "notices"
