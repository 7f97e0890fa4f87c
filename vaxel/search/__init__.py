"""Search over everything one may see. From above: `search.register(Source(…))`; from a page: `search.find(text, actor)`."""

from importlib import import_module
from typing import Any

# Loaded on first use: Django imports this package before its models may be touched.
_HOMES = {
    "Document": "sources",
    "Source": "sources",
    "register": "sources",
    "find": "finding",
    "found_alone": "finding",
    "groups": "finding",
    "kept": "indexing",
    "kept_within": "indexing",
    "left_to_the_end": "indexing",
    "rebuild": "indexing",
    "refresh": "indexing",
    "suggestions": "finding",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"vaxel.search has no {name}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
