from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "vaxel.ui"
    label = "ui"

    def ready(self):
        from vaxel.ui import converters  # noqa: F401 - importing registers <id:…> before any address is read
