from django.apps import AppConfig

SENT_ANSWER = ("id", "delivery_id", "number", "values", "submitted_at", "submitted_by", "on_behalf")
# What never changes once it is there, or once it is sent, though the table takes changes: `vaxel verify` answers for it.
WITNESSED = {
    "rounds_delivery": {"columns": ("id", "round_id", "body_id", "position")},
    "rounds_answer": {"columns": SENT_ANSWER, "when": ("status", ("submitted", "withdrawn", "replaced"))},
    "rounds_jointversion": {},
    "rounds_jointcover": {},
    "rounds_jointsignature": {},
}


class RoundsConfig(AppConfig):
    name = "vaxel.rounds"
    label = "rounds"

    def ready(self):
        from vaxel.journal import append_only
        from vaxel.journal.witnessed import watch
        from vaxel.notices.facts import mail_failed
        from vaxel.privacy.facts import erased
        from vaxel.rounds import events, registered, searched
        from vaxel.rounds.commands.next_in_order import try_next
        from vaxel.rounds.commands.rebinding import rebind
        from vaxel.rounds.journal_words import speak
        from vaxel.rounds.queries.sent_beside import items

        speak()
        searched.register()
        registered.offer(items)
        events.speak()
        mail_failed.connect(try_next, dispatch_uid="rounds.try_next")
        erased.connect(rebind, dispatch_uid="rounds.rebind")
        append_only.keep(self, "rounds_receipt", says="receipts are append-only")
        for table, what in WITNESSED.items():
            watch(table, **what)
