from django.apps import AppConfig


class FundingConfig(AppConfig):
    name = "vaxel.funding"
    label = "funding"

    def ready(self):
        from vaxel import search
        from vaxel.funding.commands.listening import listen
        from vaxel.funding.journal_words import speak
        from vaxel.funding.registered import items
        from vaxel.funding.rounds.accounting import listen as accounts
        from vaxel.funding.rounds.hearing import listen as listen_to_rounds
        from vaxel.funding.searched import SOURCE
        from vaxel.journal import append_only
        from vaxel.rounds.registered import offer

        speak()
        offer(items)
        search.register(SOURCE)
        listen()
        listen_to_rounds()
        accounts()
        append_only.keep(self, "funding_spendingjudgement", says="judgements are append-only")
        append_only.keep(self, "funding_ledgerentry", says="the ledger is append-only")
        append_only.keep(self, "funding_requisitionstep", says="steps of a requisition are append-only")
        append_only.keep(
            self, "funding_decision", "funding_grant", "funding_payout", says="decided allocations are append-only"
        )
        append_only.keep(
            self,
            "funding_contractversion",
            "funding_contractsignature",
            "funding_signedcopy",
            "funding_sealedcontract",
            "funding_contractaccount",
            says="what parties have read, signed and accounted for is append-only",
        )
