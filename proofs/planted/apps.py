import os

from django.apps import AppConfig


class Planted(AppConfig):
    name = "proofs.planted"

    def ready(self):
        from proofs.planted.faults import FAULTS

        for name in os.environ["VAXEL_PLANTED"].split(","):
            FAULTS[name]()
