"""What an agreement asks of those who take its money (grundläggande krav), as kinds."""

from enum import StrEnum


class ConditionKind(StrEnum):
    BASIC = "basic"  # in words; the assessor says whether it is met
    INTERIM_ACCOUNT = "interim_account"  # the interim account is in: seen from the round itself
    PLAN_AND_ANALYSIS = "plan_and_analysis"  # a county's analysis and plan are in (2017)
    MUNICIPAL_SHARE = "municipal_share"  # at least so many percent to work with municipalities (S0: 30)
