"""Öre as people write kronor, with the unit."""

from vaxel.rounds.domain.shown import kronor


def kr(ore: int) -> str:
    """ "1 234,50 kr", and whole kronor without öre; spaces that do not break."""
    return f"{kronor(ore)}\u00a0kr"
