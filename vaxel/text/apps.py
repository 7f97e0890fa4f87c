from django.apps import AppConfig


class TextConfig(AppConfig):
    name = "vaxel.text"
    label = "text"
