"""One call out: the host's name is looked up once, every address it has is judged, and the call goes to what was judged.

No redirects, no more than a little of the answer read, ten seconds in all.
"""

import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

import urllib3
from django.conf import settings

from vaxel.notices.domain.addresses import may_be_called

SECONDS = 10
MOST_READ = 1024


class MayNotCallError(Exception):
    """The host leads somewhere we do not go."""


@dataclass(frozen=True)
class Answer:
    status: int

    @property
    def took_it(self) -> bool:
        return 200 <= self.status < 300

    @property
    def wants_no_more(self) -> bool:
        return self.status == 410


def call(url: str, body: str, headers: dict[str, str]) -> Answer:
    parts = urlsplit(url)
    host, port = parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)
    address = _judged(host, port, secure=parts.scheme == "https")
    path = parts.path or "/"
    with _pool(parts.scheme, address, port, host) as pool:
        response = pool.urlopen(
            "POST",
            f"{path}?{parts.query}" if parts.query else path,
            body=body.encode(),
            headers={"Host": parts.netloc, "Content-Type": "application/json", **headers},
            redirect=False,
            retries=False,
            timeout=urllib3.Timeout(total=SECONDS),
            preload_content=False,
        )
        response.read(MOST_READ)
        response.close()
        return Answer(response.status)


def _judged(host, port, *, secure):
    """Any address that may not be called refuses the whole name. Without https only the installation's own networks."""
    found = {place[4][0] for place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    own = settings.WEBHOOK_NETWORKS
    if not all(may_be_called(address, own) for address in found):
        raise MayNotCallError(f"{host} leads to a network that is not called")
    if not secure and any(may_be_called(address) for address in found):
        raise MayNotCallError("without https nothing is sent over the open internet")
    return min(found)


def _pool(scheme, address, port, host):
    if scheme == "https":
        return urllib3.HTTPSConnectionPool(address, port, server_hostname=host, assert_hostname=host, maxsize=1)
    return urllib3.HTTPConnectionPool(address, port, maxsize=1)
