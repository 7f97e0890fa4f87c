"""What of a grant is posted in the receiver's own ledger, as vouchers for SIE. Which accounts is the body's own choice.

Kommun-Bas (SKR's chart of accounts for municipalities) keeps grants from the state under 351; a suggestion, no more: a
grant that may have to be repaid is often carried as a debt until it is used, and the body's own accountant says so.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from vaxel.funding.documents.sie import Row, Voucher

SUGGESTED_INCOME = "351"


class Movement(StrEnum):
    REQUISITIONED = "requisitioned"  # a claim on the payer
    RECEIVED = "received"  # from another body: by contract, or to a pool that this body hosts
    PASSED_ON = "passed_on"  # to another body
    REPAID = "repaid"  # to the payer


@dataclass(frozen=True)
class Moved:
    """`ore` is below nought where an earlier movement is undone."""

    movement: Movement
    day: dt.date
    ore: int
    text: str


@dataclass(frozen=True)
class Accounts:
    """`claim` where money comes in and goes out (a receivable, or the bank); `cost` for what is passed on."""

    claim: str
    income: str
    cost: str
    series: str = ""
    project: str = ""


def vouchers(moves: Iterable[Moved], accounts: Accounts) -> tuple[Voucher, ...]:
    """One per movement, by day."""
    return tuple(_voucher(one, accounts) for one in sorted(moves, key=lambda one: (one.day, one.text)))


def _voucher(one: Moved, accounts: Accounts) -> Voucher:
    debit, credit = {
        Movement.REQUISITIONED: (accounts.claim, accounts.income),
        Movement.RECEIVED: (accounts.claim, accounts.income),
        Movement.PASSED_ON: (accounts.cost, accounts.claim),
        Movement.REPAID: (accounts.income, accounts.claim),
    }[one.movement]
    rows = tuple(
        Row(account, ore, one.text, "" if account == accounts.claim else accounts.project)
        for account, ore in ((debit, one.ore), (credit, -one.ore))
    )
    return Voucher(one.day, one.text, rows, accounts.series)
