"""The outbox: `from vaxel import notices`, then `notices.post(…)` inside the command's transaction."""

from importlib import import_module
from typing import Any

# Loaded on first use: Django imports this package before its models may be touched.
_HOMES = {
    "post": "posting",
    "post_many": "posting",
    "Draft": "posting",
    "cancel": "posting",
    "cancel_all": "posting",
    "failing": "addresses",
    "mended": "addresses",
    "send_due": "sending",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"vaxel.notices has no {name}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
