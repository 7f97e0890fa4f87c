"""Faults put into Växel on purpose, so that a test can show that a proof finds them. Never anyone's settings but a test's.

`vaxel.environment(…, **planted.by("naive-once"))` starts processes that have the fault.
"""


def by(*names: str) -> dict[str, str]:
    return {"DJANGO_SETTINGS_MODULE": "proofs.planted.settings", "VAXEL_PLANTED": ",".join(names)}
