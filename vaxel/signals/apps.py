from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SignalsConfig(AppConfig):
    name = "vaxel.signals"
    label = "signals"

    def ready(self):
        from vaxel import search
        from vaxel.adoption import facts as adoption_facts
        from vaxel.rounds import facts
        from vaxel.signals import retirements, rounds
        from vaxel.signals.journal_words import speak
        from vaxel.signals.models.append_only import install_after_migrate
        from vaxel.signals.searched import EXAMPLES, SIGNALS

        speak()
        search.register(SIGNALS, EXAMPLES)
        facts.fed_back.connect(rounds.on_fed_back)
        adoption_facts.retirement_settled.connect(retirements.on_settled)
        post_migrate.connect(install_after_migrate, sender=self)
