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
PARTY = "Socialdepartementet"


def money(sweden):
    """A year's agreements each, decided on a day of their own; who paid them out is who judged the accounts."""
    orderer = Identity.objects.at(sweden.day).get(kind=Kind.AGENCY, name=PARTY).body_id
    for plan in AGREEMENTS:
        decision = _decided(plan, orderer, sweden)
        if plan.name == TAKEN_UP:
            _take_up(decision, sweden)
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


def _take_up(decision, sweden):
    """2019: 288 of 290 municipalities and all 21 regions (S4). In bulk, as the rest of Sweden's year is."""
    declined = {sweden.one_of(county, "declined").body_id for county in DECLINED_COUNTIES}
    by, day = sweden.actor("secretariat"), dt.date(decision.agreement.year, 4, 30)
    streams = list(decision.agreement.streams.all())
    rows = [
        row_of(
            Draft(_said(row.body_id, declined), row.granted, day, row.stream_id, row.year, source=row.body_id),
            by,
            Origin(),
        )
        for row in PocketBalance.objects.filter(stream__in=streams, granted__gt=0).exclude(body=sweden.secretariat)
    ]
    LedgerEntry.objects.bulk_create(rows, batch_size=BATCH)
    _tell_again(streams)


def _said(body, declined):
    return EntryKind.DECLINED if body in declined else EntryKind.REQUISITIONED


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
