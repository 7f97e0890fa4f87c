"""Finds the benchmarks of a checkout and words their results."""

import importlib
import pkgutil
import sys
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from django.conf import settings
from django.core.management import CommandError
from django.utils.translation import gettext as _


def all_benches() -> dict[str, ModuleType]:
    """By name. benchmarks/ is no part of the wheel: figures from a machine in use would mean little."""
    if not (settings.CHECKOUT / "benchmarks" / "__init__.py").exists():
        raise CommandError(_("mätningarna ligger i källträdet: kör i en utcheckning, .venv/bin/vaxel bench"))
    if str(settings.CHECKOUT) not in sys.path:
        sys.path.insert(0, str(settings.CHECKOUT))
    package = importlib.import_module("benchmarks")
    modules = (importlib.import_module(f"benchmarks.{found.name}") for found in pkgutil.iter_modules(package.__path__))
    return {module.NAME: module for module in modules if hasattr(module, "NAME")}


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
