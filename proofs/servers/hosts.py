"""Hosts of their own on one machine: network namespaces, each with a line to ours. Made and taken away by the proof."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

NET = "10.231"  # private, and rarely anybody's


@dataclass(frozen=True)
class Host:
    """`address` is the host's; `ours` how it reaches this machine."""

    name: str
    address: str
    ours: str

    @property
    def inside(self) -> list[str]:
        """Before a command: runs it there."""
        return ["ip", "netns", "exec", self.name]


def why_not() -> str:
    """Why this machine can have none; empty where it can."""
    if os.geteuid():
        return "network namespaces are root's to make"
    if not shutil.which("ip"):
        return "there is no ip (iproute2)"
    tried = subprocess.run(["ip", "netns", "add", _name("try")], capture_output=True, text=True, check=False)
    if tried.returncode:
        return f"ip netns said: {tried.stderr.strip()}"
    _ip("netns", "del", _name("try"))
    return ""


@contextmanager
def hosts(number: int) -> Iterator[list[Host]]:
    with ExitStack() as stack:
        yield [stack.enter_context(_host(place)) for place in range(number)]


@contextmanager
def _host(place: int) -> Iterator[Host]:
    segment = f"{NET}.{(os.getpid() * 4 + place) % 250 + 1}"
    made = Host(_name(place), f"{segment}.2", f"{segment}.1")
    here, there = f"vx{os.getpid() % 100000}{place}a", f"vx{os.getpid() % 100000}{place}b"
    _ip("netns", "add", made.name)
    try:
        _ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", made.name)
        _ip("addr", "add", f"{made.ours}/24", "dev", here)
        _ip("link", "set", here, "up")
        for command in (f"addr add {made.address}/24 dev {there}", f"link set {there} up", "link set lo up"):
            _ip("-n", made.name, *command.split())
        yield made
    finally:
        _ip("netns", "del", made.name)  # takes both ends of the line with it


def _name(what: object) -> str:
    return f"vaxel-{os.getpid()}-{what}"


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True, text=True)
