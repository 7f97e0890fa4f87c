"""Joins what the layers must not know of each other: lists offered below are filled here."""

from vaxel.accounts import example_logins
from vaxel.adoption.pages.body_section.section import section as adoption_of_body
from vaxel.adoption.pages.delivery_section.section import section as adoption_of_delivery
from vaxel.adoption.pages.retirement import sources as retirement_sources
from vaxel.adoption.pages.round_section.section import foreseen as adoption_foreseen
from vaxel.adoption.pages.round_section.section import section as adoption_of_round
from vaxel.funding.pages.account.section import foreseen as account_foreseen
from vaxel.funding.pages.account.section import round_section as account_of_round
from vaxel.funding.pages.account.section import section as account_of_agreement
from vaxel.funding.pages.agreement import sections as money_sections
from vaxel.funding.pages.contracts.section import section as contracts_of_agreement
from vaxel.funding.pages.granted_section.section import round_section as money_of_round
from vaxel.funding.pages.granted_section.section import section as money_of_delivery
from vaxel.funding.pages.money_section.section import section as money_of_body
from vaxel.funding.pages.requisition_section.section import section as requisition_of_agreement
from vaxel.network.pages.agreement.section import section as agreements_of_county
from vaxel.network.pages.body import sections
from vaxel.rounds.pages.body_section.section import section as rounds_of_body
from vaxel.rounds.pages.delivery import sections as delivery_sections
from vaxel.rounds.pages.round import sections as round_sections
from vaxel.signals import retirements
from vaxel.signals.pages.round_section.section import foreseen as signals_foreseen
from vaxel.signals.pages.round_section.section import section as signals_of_round
from vaxel.site.example.logins import cast_logins

example_logins.register(cast_logins)
sections.register(agreements_of_county)
sections.register(rounds_of_body)
sections.register(adoption_of_body)
delivery_sections.register(money_of_delivery)
sections.register(money_of_body)
money_sections.register(contracts_of_agreement)
delivery_sections.register(adoption_of_delivery)
round_sections.register(adoption_of_round, adoption_foreseen)
round_sections.register(signals_of_round, signals_foreseen)
round_sections.register(money_of_round)
money_sections.register(requisition_of_agreement)
money_sections.register(account_of_agreement)
round_sections.register(account_of_round, account_foreseen)
retirement_sources.register("signals.signal", retirements.source)
