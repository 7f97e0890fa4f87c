"""What a proof answers: figures, each beside the goal it must meet."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured thing. `goal` is what was asked, in words or a number; empty where it only describes the run."""

    name: str
    value: object
    goal: str = ""
    ok: bool = True


def exactly(name: str, value: object, wanted: object) -> Figure:
    return Figure(name, value, str(wanted), value == wanted)


def at_least(name: str, value: float, least: float) -> Figure:
    return Figure(name, value, f"≥ {least}", value >= least)


def at_most(name: str, value: float, most: float) -> Figure:
    return Figure(name, value, f"≤ {most}", value <= most)


def said(name: str, value: object) -> Figure:
    """Describes the run: how many, how long, on what."""
    return Figure(name, value)


def all_met(figures: Sequence[Figure]) -> bool:
    """A proof without a goal proves nothing."""
    return any(figure.goal for figure in figures) and all(figure.ok for figure in figures)


def scaled(whole: int, scale: float, least: int = 1) -> int:
    """So many of the promised number in a run of this scale."""
    return max(least, round(whole * scale))
