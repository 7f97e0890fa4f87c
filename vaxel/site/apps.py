from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "vaxel.site"
    label = "site"
