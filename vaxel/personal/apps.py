from django.apps import AppConfig


class PersonalConfig(AppConfig):
    name = "vaxel.personal"
    label = "personal"
