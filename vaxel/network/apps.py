from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "vaxel.network"
    label = "network"
