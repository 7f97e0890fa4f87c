"""DATABASE_URL as Django wants it: one host or several, and how long to wait for one that has gone silent."""

import re
from typing import Any

import dj_database_url

HOSTS = re.compile(r"^(?P<head>[a-z]+://(?:[^@/?]*@)?)(?P<hosts>[^/?@]*,[^/?@]*)(?P<tail>.*)$")
# A host that lost its power sends no goodbye. Without these a page would wait for it a quarter of an hour.
SILENCE = {
    "connect_timeout": 5,  # seconds, for each host
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,  # milliseconds
}
# A composed question keeps its plan from the first time a connection asks it (`vaxel/composed`, ADR 0038): psycopg counts
# askings among a hundred statements, and what is written out with its values would crowd the composed ones out before they
# were counted. `none` in the address turns it off, for a pool that lends its connections by the transaction.
PLANNED_AFTER = 0
# FULL: what was acknowledged is on the disk, also if the power goes the next second (NORMAL keeps it only over a crash).
# IMMEDIATE or concurrent writers fail as "locked" (research/reliability: 1,508 of 1,600 lost without it).
# A minute: those who wait are let in by chance, not in turn, and after 20 s five of 16 000 were still outside
# (`vaxel prove sqlite`, sixteen processes that do nothing but write).
SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 60,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;",
}


def database(url: str) -> dict[str, Any]:
    """`postgres://vaxel@db1:5432,db2:5432/vaxel`: the first that may be written to, which after a failover is the other."""
    address, several = _one_host(url)
    found: dict[str, Any] = {**dj_database_url.parse(address, conn_max_age=60), **several}
    if found["ENGINE"].endswith("sqlite3"):
        return {**found, "OPTIONS": SQLITE}
    options = {**SILENCE, "prepare_threshold": PLANNED_AFTER, **found.get("OPTIONS", {})}
    if several:
        options.setdefault("target_session_attrs", "read-write")
    if options["prepare_threshold"] == "none":
        options["prepare_threshold"] = None
    return {**found, "OPTIONS": options, "CONN_HEALTH_CHECKS": True}


def _one_host(url: str) -> tuple[str, dict[str, str]]:
    """An address without its list of hosts, which no reader of addresses understands, and the list as libpq reads it."""
    written = HOSTS.match(url)
    if written is None:
        return url, {}
    pairs = [_host_and_port(each) for each in written["hosts"].split(",")]
    several = {"HOST": ",".join(host for host, _ in pairs), "PORT": ",".join(port for _, port in pairs)}
    return written["head"] + written["tail"], several


def _host_and_port(written: str) -> tuple[str, str]:
    found = re.fullmatch(r"(\[[^\]]*\]|[^:\[]*)(?::(\d+))?", written)
    if found is None:
        raise ValueError(f"{written} is no host and port")
    return found[1].strip("[]"), found[2] or "5432"
