from django.apps import AppConfig


class SignalsConfig(AppConfig):
    name = "vaxel.signals"
    label = "signals"

    def ready(self):
        from vaxel import search
        from vaxel.adoption import facts as adoption_facts
        from vaxel.journal import append_only
        from vaxel.privacy import facts as privacy_facts
        from vaxel.rounds import facts
        from vaxel.rounds.registered import offer
        from vaxel.signals import retirements, rounds
        from vaxel.signals.commands.stemming import forget_stems
        from vaxel.signals.journal_words import speak
        from vaxel.signals.registered import items
        from vaxel.signals.searched import EXAMPLES, SIGNALS

        speak()
        search.register(SIGNALS, EXAMPLES)
        offer(items)
        privacy_facts.erased.connect(forget_stems, dispatch_uid="signals.forget_stems")
        facts.fed_back.connect(rounds.on_fed_back)
        adoption_facts.retirement_settled.connect(retirements.on_settled)
        append_only.keep(self, "signals_signalstep", says="steps of a signal are append-only")
