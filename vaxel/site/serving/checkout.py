"""What a checkout has beside the package: measurements and proofs. They are no part of the wheel."""

import importlib
import pkgutil
import sys
from types import ModuleType

from django.conf import settings


def modules(package: str) -> dict[str, ModuleType] | None:
    """The modules of `benchmarks` or `proofs` that have a NAME, by it; None where this is no checkout."""
    if not (settings.CHECKOUT / package / "__init__.py").exists():
        return None
    if str(settings.CHECKOUT) not in sys.path:
        sys.path.insert(0, str(settings.CHECKOUT))
    found = importlib.import_module(package)
    loaded = (importlib.import_module(f"{package}.{each.name}") for each in pkgutil.iter_modules(found.__path__))
    return {module.NAME: module for module in loaded if hasattr(module, "NAME")}
