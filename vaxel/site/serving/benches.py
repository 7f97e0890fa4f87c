"""Finds the benchmarks of a checkout and words their results."""

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from django.core.management import CommandError
from django.utils.translation import gettext as _

from vaxel.site.serving import checkout


def all_benches() -> dict[str, ModuleType]:
    """By name. Figures from a machine in use would mean little: they are no part of the wheel."""
    found = checkout.modules("benchmarks")
    if found is None:
        raise CommandError(_("mätningarna ligger i källträdet: kör i en utcheckning, .venv/bin/vaxel bench"))
    return found


def told(bench: ModuleType, result: Mapping[str, Any]) -> Iterator[str]:
    """`✓ name  ratio 0.12  goal ≤ 0.25`, what it is, then the figures behind it."""
    yield f"{'✓' if result['ok'] else '✗'} {bench.NAME:<22} ratio {_number(result['ratio']):<10} goal {result['goal']}"
    yield f"  {bench.DESCRIPTION}"
    for name, value in result.get("figures", {}).items():
        yield f"    {name:<44} {_number(value)}"


def _number(value: Any) -> str:
    """Three figures tell all that a measurement knows."""
    if isinstance(value, bool):
        return "✓" if value else "✗"
    if not isinstance(value, int | float):
        return str(value)
    exact = isinstance(value, int) or abs(value) >= 1000
    return f"{value:,.0f}".replace(",", " ") if exact else f"{value:.3g}"
