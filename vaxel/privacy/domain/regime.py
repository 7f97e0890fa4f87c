"""Under which law a body keeps what it keeps, and what a decision to erase must then say. Pure."""

from enum import StrEnum

from vaxel.network.domain.kinds import Kind


class Regime(StrEnum):
    """An authority erases only by decision, under the archives act; a private body answers to the GDPR alone."""

    AUTHORITY = "authority"
    PRIVATE = "private"


class Ground(StrEnum):
    """Article 17.1 a–e; `SCHEDULE`: the authority's own decision on what may be destroyed and when."""

    NOT_NEEDED = "not_needed"
    WITHDRAWN = "withdrawn"
    OBJECTED = "objected"
    UNLAWFUL = "unlawful"
    DUTY = "duty"
    SCHEDULE = "schedule"


class Scope(StrEnum):
    """How far: the login and how she is reached, or also what is written of her."""

    REACHED = "reached"
    ALL = "all"


PRIVATE = frozenset({Kind.USER_ORGANISATION})


def regime_of(kind: str, installed: str = Regime.AUTHORITY) -> Regime:
    """Of the secretariat the installation says which (whether SKR's own is an authority is a lawyer's matter)."""
    if kind in PRIVATE:
        return Regime.PRIVATE
    return Regime(installed) if kind == Kind.SECRETARIAT else Regime.AUTHORITY


def lacking(regime: Regime, reference: str, reason: str) -> str | None:
    """The field that must be filled in, if one is empty."""
    if regime is Regime.AUTHORITY and not reference.strip():
        return "reference"
    return None if reason.strip() else "reason"


def needs_another(regime: Regime) -> bool:
    """An authority's decision is prepared by one and made by another."""
    return regime is Regime.AUTHORITY
