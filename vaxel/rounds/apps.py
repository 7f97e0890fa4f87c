from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "vaxel.rounds"
    label = "rounds"

    def ready(self):
        from vaxel.journal import append_only
        from vaxel.notices.facts import mail_failed
        from vaxel.rounds import events, searched
        from vaxel.rounds.commands.next_in_order import try_next
        from vaxel.rounds.journal_words import speak

        speak()
        searched.register()
        events.speak()
        mail_failed.connect(try_next, dispatch_uid="rounds.try_next")
        append_only.keep(self, "rounds_receipt", says="receipts are append-only")
