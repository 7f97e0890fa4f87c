"""Addresses that do not work: said by a mail server, cleared by whoever has mended them."""

from collections.abc import Iterable

from vaxel.calendar.clock import now
from vaxel.notices.models import FailedAddress

MOST_IN_LIST = 900


def failing(addresses: Iterable[str]) -> set[str]:
    """Which of these do not work, in lower case. One query per nine hundred."""
    wanted, found = sorted({address.lower() for address in addresses if address}), set()
    for start in range(0, len(wanted), MOST_IN_LIST):
        rows = FailedAddress.objects.filter(address__in=wanted[start : start + MOST_IN_LIST])
        found |= set(rows.values_list("address", flat=True))
    return found


def has_failed(address: str, reason: str) -> None:
    """The first time stands: since when it has not worked."""
    FailedAddress.objects.get_or_create(address=address.lower(), defaults={"since": now(), "reason": reason[:300]})


def mended(address: str) -> bool:
    """Someone answers for it that the address works. True if it was thought not to."""
    return bool(FailedAddress.objects.filter(address=address.strip().lower()).delete()[0])
