"""The pages of money, with one agreement that is decided and one that is still written."""

import datetime as dt

from vaxel.funding.commands.agreements import add_condition, create_agreement, set_deadlines
from vaxel.funding.commands.deciding import confirm, prepare
from vaxel.funding.commands.scenarios import create_scenario, edit_scenario
from vaxel.funding.commands.streams import save_stream
from vaxel.funding.domain.chain import Link
from vaxel.network.actor import SYSTEM

MKR = 100_000_000
COUNTED_ON = dt.date(2019, 12, 31)


def written(secretariat, year):
    named = dict.fromkeys(("orderer_id", "payer_id", "assessor_id"), secretariat)
    made = create_agreement(by=SYSTEM, owner_id=secretariat, year=year, name=f"Psykisk hälsa {year}", **named)
    for title, receivers in (("Handlingsplaner", "municipality"), ("Suicidprevention", "county")):
        save_stream(
            made, by=SYSTEM, title=title, pot_ore=200 * MKR, receivers=receivers, allocation="population",
            reference_date=COUNTED_ON,
        )  # fmt: skip
    set_deadlines(made, {Link.REQUISITION: dt.date(year, 12, 1), Link.BODY_REPORT: dt.date(year + 1, 1, 31)}, by=SYSTEM)
    add_condition(made, "Delredovisningen är inlämnad", by=SYSTEM, kind="interim_account", opens_next_year=True)
    return made


def money(secretariat):
    """(what anyone may open, what the secretariat may)."""
    decided, draft = written(secretariat, 2020), written(secretariat, 2021)
    prepare(decided, by=SYSTEM)
    confirm(decided, by=SYSTEM)
    entered = save_stream(draft, by=SYSTEM, title="Resurscentra", pot_ore=0, receivers="healthcare_region", allocation="entered")  # fmt: skip
    more = create_scenario(decided, "300 Mkr", by=SYSTEM)
    edit_scenario(more, by=SYSTEM, name=more.name, changes={"streams": {"suicidprevention": {"pot_ore": 300 * MKR}}})
    anyone = [
        ("money",),
        ("money_old_table",),
        ("money_agreement", decided.pk),
        ("money_allocation", decided.pk, "?lan=20"),
        ("money_receipt", decided.pk, "?q=falun"),
        ("money_projection", decided.pk, "?potten=3&till=county"),
    ]
    writes = [
        ("money_new",),
        ("money_agreement", draft.pk),
        ("money_edit", draft.pk),
        ("money_deadlines", draft.pk),
        ("money_conditions", draft.pk),
        ("money_stream_new", draft.pk),
        ("money_stream", draft.pk, entered.pk),
        ("money_amounts", draft.pk, entered.pk),
        ("money_decide", draft.pk),
        ("money_scenarios", decided.pk, "?till=county"),
        ("money_scenario", decided.pk, more.pk, "?till=county"),
    ]
    return anyone, writes
