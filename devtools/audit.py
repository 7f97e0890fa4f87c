"""`dev.py audit`: has any locked package a known vulnerability? Exit code 0 no, 1 yes, 2 it could not be known.

Nothing found is an answer only from somebody who would have found something: a service that cannot be reached, that
answers half, or that knows nothing of a package everybody knows to be vulnerable, is no answer (pip-audit would have
said "No known vulnerabilities found" and exit code 0). The service speaks as OSV does, and its address is the
machine's own matter: VAXEL_OSV, or `--service ADDRESS`.
"""

import json
import os
import sys
import urllib.request
from collections.abc import Iterator, Sequence

from devtools.packages import Package, all_locked
from devtools.terminal import Stop

CLEAN, VULNERABLE, NOT_KNOWN = 0, 1, 2
AT_ONCE = 500
PATIENCE = 30  # seconds
# Known to everybody since 2023 and 2020: who does not tell of these has nothing to say of others.
CANARIES = (Package("PyPI", "django", "4.2.1"), Package("npm", "lodash", "4.17.15"))


class NotKnown(Exception):  # noqa: N818 - it is an answer
    """Why it cannot be told."""


def audit(arguments: Sequence[str]) -> int:
    service = os.environ.get("VAXEL_OSV", "")
    if arguments:
        if len(arguments) != 2 or arguments[0] != "--service":
            raise Stop("dev.py audit takes --service ADDRESS, or nothing.")
        service = arguments[1]
    return tell(service, all_locked())


def tell(service: str, packages: Sequence[Package]) -> int:
    try:
        found = vulnerable(service, packages)
    except NotKnown as reason:
        print(f"NOT KNOWN whether any of {len(packages)} locked packages is vulnerable: {reason}", file=sys.stderr)
        return NOT_KNOWN
    for package, names in found.items():
        print(f"{package}: {', '.join(names)}")
    print(f"{len(packages)} locked packages asked about, {len(found)} with a known vulnerability.")
    return VULNERABLE if found else CLEAN


def vulnerable(service: str, packages: Sequence[Package]) -> dict[Package, list[str]]:
    """Each with the names of what is known of it. Raises NotKnown."""
    if not service.startswith(("http://", "https://")):
        raise NotKnown("no service to ask; name one that speaks as OSV does in VAXEL_OSV.")
    ecosystems = {package.ecosystem for package in packages}
    canaries = [canary for canary in CANARIES if canary.ecosystem in ecosystems]
    answers = dict(_answers(service, [*canaries, *(package for package in packages if package not in canaries)]))
    if silent := [str(canary) for canary in canaries if not answers[canary]]:
        raise NotKnown(f"the service knows nothing of {' or '.join(silent)}, which is known to be vulnerable.")
    if not packages:
        raise NotKnown("no package is locked.")
    return {package: answers[package] for package in packages if answers[package]}


def _answers(service: str, packages: Sequence[Package]) -> Iterator[tuple[Package, list[str]]]:
    for start in range(0, len(packages), AT_ONCE):
        some = packages[start : start + AT_ONCE]
        results = _ask(service, some)
        if len(results) != len(some):
            raise NotKnown(f"asked about {len(some)} packages, the service answered of {len(results)}.")
        for package, result in zip(some, results, strict=True):
            if result.get("next_page_token") and not result.get("vulns"):
                raise NotKnown(f"the answer on {package} is cut off.")
            yield package, [vulnerability["id"] for vulnerability in result.get("vulns", [])]


def _ask(service: str, packages: Sequence[Package]) -> list:
    queries = [{"package": {"ecosystem": one.ecosystem, "name": one.name}, "version": one.version} for one in packages]
    body = json.dumps({"queries": queries}).encode()
    request = urllib.request.Request(  # noqa: S310 - http or https, as asked for
        f"{service.rstrip('/')}/v1/querybatch", data=body, headers={"Content-Type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            return json.loads(answer.read())["results"]
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise NotKnown(f"the service does not answer as it should ({fault.__class__.__name__}: {fault}).") from fault
