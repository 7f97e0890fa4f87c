"""The chain of last days: money and reports pass link by link, and each link has its own day.

A report that is due at the nation on the day it is due at the municipality leaves nobody time to compile it: so each
link is strictly earlier than the next. Source: domain.md 5; S0 app. 4 (October, 31 January); S3 2 (31 March).
"""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum


class Link(StrEnum):
    REQUISITION = "requisition"  # the right lapses after this day
    CONTRACTS = "contracts"  # agreements with municipalities signed and shown
    INTERIM = "interim"  # interim account (delredovisning)
    SPENT = "spent"  # the money is used, or carried over
    BODY_REPORT = "body_report"  # each body's own
    COUNTY_REPORT = "county_report"  # the county has compiled
    NATIONAL_REPORT = "national_report"  # to the payer
    REPAYMENT = "repayment"


# Each link must come strictly after these, where both are given.
AFTER: Mapping[Link, tuple[Link, ...]] = {
    Link.REQUISITION: (),
    Link.CONTRACTS: (Link.REQUISITION,),
    Link.INTERIM: (Link.REQUISITION,),
    Link.SPENT: (Link.REQUISITION, Link.INTERIM),
    Link.BODY_REPORT: (Link.REQUISITION, Link.INTERIM, Link.SPENT),
    Link.COUNTY_REPORT: (Link.BODY_REPORT,),
    Link.NATIONAL_REPORT: (Link.BODY_REPORT, Link.COUNTY_REPORT),
    Link.REPAYMENT: (Link.SPENT, Link.BODY_REPORT),
}


def out_of_order(days: Mapping[Link, dt.date]) -> list[tuple[Link, Link]]:
    """Pairs (earlier, later) where the later link's day is not after the earlier's, in the order of the chain."""
    return [
        (before, link)
        for link in Link
        for before in AFTER[link]
        if link in days and before in days and days[link] <= days[before]
    ]
