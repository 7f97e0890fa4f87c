from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RoundsConfig(AppConfig):
    name = "vaxel.rounds"
    label = "rounds"

    def ready(self):
        from vaxel.notices.facts import mail_failed
        from vaxel.rounds import events, searched
        from vaxel.rounds.commands.next_in_order import try_next
        from vaxel.rounds.journal_words import speak
        from vaxel.rounds.models.append_only import install_after_migrate

        speak()
        searched.register()
        events.speak()
        mail_failed.connect(try_next, dispatch_uid="rounds.try_next")
        post_migrate.connect(install_after_migrate, sender=self)
