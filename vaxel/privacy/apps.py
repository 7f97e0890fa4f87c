from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "vaxel.privacy"
    label = "privacy"

    def ready(self):
        from vaxel.privacy.words import speak

        speak()
