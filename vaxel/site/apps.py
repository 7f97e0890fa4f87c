from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "vaxel.site"
    label = "site"

    def ready(self):
        from vaxel.site import wiring  # noqa: F401 - lists what each capability brings
