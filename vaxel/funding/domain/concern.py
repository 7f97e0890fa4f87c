"""Whom each link of the chain of last days concerns: who has something to do by that day, or waits for it to be done."""

from enum import StrEnum

from vaxel.funding.domain.chain import Link


class Part(StrEnum):
    RECEIVER = "receiver"  # has a grant
    COUNTY = "county"  # compiles what its municipalities and region account for
    FOLLOWER = "follower"  # writes the agreement, orders, pays or assesses: all of the chain


CONCERNS = {
    Link.REQUISITION: {Part.RECEIVER},
    Link.CONTRACTS: {Part.RECEIVER},
    Link.INTERIM: {Part.RECEIVER},
    Link.SPENT: {Part.RECEIVER},
    Link.BODY_REPORT: {Part.RECEIVER, Part.COUNTY},
    Link.COUNTY_REPORT: {Part.COUNTY},
    Link.NATIONAL_REPORT: set[Part](),
    Link.REPAYMENT: {Part.RECEIVER},
}


def concerns(link: Link, parts: set[Part]) -> bool:
    return Part.FOLLOWER in parts or bool(CONCERNS[link] & parts)
