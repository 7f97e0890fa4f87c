from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "vaxel.accounts"
    label = "accounts"
