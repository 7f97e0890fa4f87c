"""The agreements the documents tell of, written and decided by the commands everyone uses. Marked as an example.

Pots, days and conditions are the documents' own. Where a document does not say by which key or in which parts money
went, the agreement's own text says that the key here is the example's.
"""

import datetime as dt
from collections import defaultdict

from vaxel.calendar import clock
from vaxel.funding.commands.agreements import add_condition, create_agreement, set_deadlines
from vaxel.funding.commands.booking import Draft, Origin, row_of
from vaxel.funding.commands.deciding import confirm, prepare
from vaxel.funding.commands.streams import save_stream
from vaxel.funding.domain.entries import EntryKind
from vaxel.funding.domain.ledger import standing
from vaxel.funding.models import LedgerEntry, PocketBalance
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Identity
from vaxel.notices import cancel
from vaxel.site.example.money_plans import AGREEMENTS, TAKEN_UP, Written
from vaxel.site.example.year import DECLINED_COUNTIES

KRONA = 100
BATCH = 500
LATEST = max(plan.year for plan in AGREEMENTS)
PARTY = "Socialdepartementet"


def money(sweden):
    """A year's agreements each, decided on a day of their own; who paid them out is who judged the accounts."""
    orderer = Identity.objects.at(sweden.day).get(kind=Kind.AGENCY, name=PARTY).body_id
    for plan in AGREEMENTS:
        decision = _decided(plan, orderer, sweden)
        if plan.year < LATEST:
            _taken_up_and_used(decision, sweden, DECLINED_COUNTIES if plan.name == TAKEN_UP else ())
    cancel(prefix="funding:")


def _decided(plan: Written, orderer, sweden):
    with clock.standing_at(dt.datetime.combine(plan.decided, dt.time(9), dt.UTC)):
        made = _written(plan, orderer, sweden)
        prepare(made, by=sweden.actor("secretariat"))
        return confirm(made, by=sweden.actor("head"))


def _written(plan, orderer, sweden):
    by = sweden.actor("secretariat")
    roles = {"orderer_id": orderer, "payer_id": sweden.secretariat, "assessor_id": sweden.secretariat}
    made = create_agreement(
        by=by,
        owner_id=sweden.secretariat,
        year=plan.year,
        name=plan.name,
        text=plan.flowing,
        reference=plan.reference,
        party_ids=(orderer, sweden.secretariat),
        **roles,
    )
    for stream in plan.streams:
        pot = stream.kronor * KRONA
        save_stream(made, by=by, pot_ore=pot, **{k: v for k, v in vars(stream).items() if k != "kronor"})
    set_deadlines(made, plan.days, by=by)
    for kind, text, more in plan.conditions:
        add_condition(made, text, by=by, kind=kind, **more)
    made.refresh_from_db()
    return made


def _taken_up_and_used(decision, sweden, declined_in):
    """Past years are accounted for: 2019 by 288 of 290 municipalities and all 21 regions (S4), the others by all.

    In bulk, as the rest of Sweden's year is.
    """
    declined = {sweden.one_of(county, "declined").body_id for county in declined_in}
    streams = list(decision.agreement.streams.all())
    pockets = PocketBalance.objects.filter(stream__in=streams, granted__gt=0).exclude(body=sweden.secretariat)
    by = sweden.actor("secretariat")
    rows = [row_of(draft, by, Origin()) for pocket in pockets for draft in _year_of(pocket, pocket.body_id in declined)]
    LedgerEntry.objects.bulk_create(rows, batch_size=BATCH)
    _tell_again(streams)


def _year_of(pocket, declined):
    """Taken up in April and used by the end of the year, or declined."""
    first = EntryKind.DECLINED if declined else EntryKind.REQUISITIONED
    steps = [(first, dt.date(pocket.year, 4, 30))]
    if not declined:
        steps.append((EntryKind.USED, dt.date(pocket.year, 12, 31)))
    return [
        Draft(kind, pocket.granted, day, pocket.stream_id, pocket.year, source=pocket.body_id) for kind, day in steps
    ]


def _tell_again(streams):
    """Every balance anew from its entries."""
    entries = defaultdict(list)
    for entry in LedgerEntry.objects.filter(stream__in=streams).order_by("pk"):
        for node in entry.rule.nodes:
            entries[node, entry.stream_id].append(entry.rule)
    rows = list(PocketBalance.objects.filter(stream__in=streams))
    for row in rows:
        for name, value in vars(standing(entries[row.body_id, row.stream_id], row.body_id)).items():
            setattr(row, name, value)
    PocketBalance.objects.filter(pk__in=[row.pk for row in rows]).delete()
    PocketBalance.objects.bulk_create(rows, batch_size=BATCH)
