"""Where a webhook may be posted: never into the installation's own network by a detour through a name."""

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def networks(written: str) -> tuple[Network, ...]:
    """ "10.0.0.0/8, 192.168.7.0/24" as an installation names its own. ValueError if one is no network."""
    return tuple(ipaddress.ip_network(part.strip()) for part in written.split(",") if part.strip())


def may_be_called(address: str, own: Iterable[Network] = ()) -> bool:
    """The open internet, or a network that the installation has named. `address` is a resolved IP address.

    An IPv6 address that carries an IPv4 one inside is judged by what it carries.
    """
    found: Address = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    if isinstance(found, ipaddress.IPv6Address):
        found = found.ipv4_mapped or found.sixtofour or found
    named = any(found.version == network.version and found in network for network in own)
    return named or (found.is_global and not found.is_multicast)


def is_fit(url: str) -> bool:
    """https, a host, no login in it; that its host may be called is asked when it is."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        return False
    return parts.scheme in {"https", "http"} and bool(parts.hostname) and "@" not in parts.netloc and port != 0
