from django.apps import AppConfig


class SignalsConfig(AppConfig):
    name = "vaxel.signals"
    label = "signals"

    def ready(self):
        from vaxel import search
        from vaxel.adoption import facts as adoption_facts
        from vaxel.journal import append_only
        from vaxel.rounds import facts
        from vaxel.signals import retirements, rounds
        from vaxel.signals.journal_words import speak
        from vaxel.signals.searched import EXAMPLES, SIGNALS

        speak()
        search.register(SIGNALS, EXAMPLES)
        facts.fed_back.connect(rounds.on_fed_back)
        adoption_facts.retirement_settled.connect(retirements.on_settled)
        append_only.keep(self, "signals_signalstep", says="steps of a signal are append-only")
