from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "vaxel.ui"
    label = "ui"
