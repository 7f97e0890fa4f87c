"""That the audit answers "not known" whenever it cannot know, and finds what there is."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from devtools.audit import CLEAN, NOT_KNOWN, VULNERABLE
from devtools.packages import Package, all_locked
from proofs.promise import Figure, exactly, said
from proofs.servers import ports
from proofs.supply_chain.osv import CANARIES, Known, service

ROOT = Path(__file__).resolve().parents[2]
WORDS = {CLEAN: "nothing known", VULNERABLE: "vulnerable", NOT_KNOWN: "not known"}


def figures() -> Iterator[Figure]:
    packages = all_locked()
    for ecosystem in ("PyPI", "npm"):
        mine = [package for package in packages if package.ecosystem == ecosystem]
        yield said(f"audit: locked packages asked about, {ecosystem}", len(mine))
        yield exactly(
            f"audit: one planted vulnerable version, {ecosystem}", _with(CANARIES | _planted(mine[0])), "vulnerable"
        )
    yield exactly("audit: a clean service", _with(CANARIES), "nothing known")
    yield exactly("audit: no service is named", _answer(""), "not known")
    yield exactly("audit: nobody listens", _answer(f"http://127.0.0.1:{ports.free()}"), "not known")
    for fault in ("405", "500", "garbage", "short"):
        yield exactly(f"audit: the service fails ({fault})", _with(CANARIES, fault=fault), "not known")
    yield exactly("audit: a service that finds nothing of anything", _with({}), "not known")
    yield said("audit: of this release's own packages, with real advisories", _real())


def _planted(package: Package) -> Known:
    return {(package.ecosystem, package.name, package.version): "PLANTED-1"}


def _with(known: Known, *, fault: str = "") -> str:
    with service(known, fault=fault) as address:
        return _answer(address)


def _answer(address: str) -> str:
    return _told(["--service", address]) if address else _told([])


def _told(arguments: list[str], **more: str) -> str:
    env = {name: value for name, value in os.environ.items() if name != "VAXEL_OSV"} | more
    asked = [sys.executable, str(ROOT / "dev.py"), "audit", *arguments]
    done = subprocess.run(asked, env=env, capture_output=True, text=True, check=False)
    return WORDS.get(done.returncode, f"exit code {done.returncode}: {done.stderr.strip()[-200:]}")


def _real() -> str:
    """By the machine's own service, where it has one. Here is said honestly what could not be asked."""
    address = os.environ.get("VAXEL_OSV", "")
    if not address:
        return "not known: no advisory service was at hand when this was taken, so no package was audited"
    return _told([], VAXEL_OSV=address)
