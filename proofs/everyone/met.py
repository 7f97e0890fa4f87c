"""The addresses of the pages that are met when something fails, and what each should answer with."""

STATUSES = (400, 403, 404, 413, 429, 500, 503, 507)
UNSAFE = "/prov/csrf/"  # a form that had lain open too long


def address(status: int) -> str:
    return f"/prov/{status}/"


def addresses() -> list[str]:
    return [*map(address, STATUSES), UNSAFE]


def expected(path: str) -> int:
    return {address(status): status for status in STATUSES}.get(path, 403 if path == UNSAFE else 200)
