from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "vaxel.files"
    label = "files"
