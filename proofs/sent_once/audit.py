"""What must hold afterwards, asked of the tables and of the mailbox alone."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from proofs.promise import Figure, at_most, exactly, said
from proofs.servers import sql

NOT_SENT = "SELECT count(*) FROM rounds_delivery WHERE state <> 1"
VECTOR = "SELECT states FROM rounds_statevector"
SENDINGS = "SELECT count(*) FROM journal_entry WHERE action = 'rounds.send'"
WAITING = "SELECT count(*) FROM notices_message WHERE sent_at IS NULL"
SENT_LETTER = "event_key LIKE 'round:%:sent:%'"
# Per body: how many of each. One row a body that has not exactly one.
NOT_ONE = {
    "parts of the round": "SELECT count(DISTINCT id) AS n FROM rounds_delivery GROUP BY body_id",
    "receipts that it was sent": "SELECT count(*) AS n FROM rounds_receipt WHERE step = 'sent' GROUP BY delivery_id",
    "mails in the outbox": f"SELECT count(*) AS n FROM notices_message WHERE {SENT_LETTER} GROUP BY body_id",
    "links to answer by": "SELECT count(*) AS n FROM rounds_answeringlink GROUP BY delivery_id",
    "journal rows of the link": """SELECT count(*) AS n FROM journal_entry WHERE action = 'rounds.issue_link'
        GROUP BY object_id""",
}


def nothing_waits(url: str) -> bool:
    """All told, and the journal sealed."""
    announced = sql.one(url, "SELECT count(*) FROM rounds_round WHERE announced_at IS NOT NULL")
    return bool(announced) and not sql.one(url, WAITING) and not _unsealed(url)


def figures(
    url: str, mail: Path, bodies: int, killed: Mapping[str, int], kills: int, seconds: float
) -> Iterator[Figure]:
    yield said("bodies", bodies)
    yield exactly("kill -9 of sender, worker and tick", sum(killed.values()), kills)
    yield said("of which of the sender, before it had sent", killed["sender"])
    for name, per_body in NOT_ONE.items():
        found, double = _found(url, per_body)
        yield exactly(f"bodies without {name}", bodies - found, 0)
        yield exactly(f"bodies with several {name}", double, 0)
    yield exactly("bodies whose state is not sent", sql.one(url, NOT_SENT), 0)
    yield exactly("places in the vector that do not say sent", bodies - bytes(sql.one(url, VECTOR)).count(1), 0)
    yield exactly("times the journal says that it was sent", sql.one(url, SENDINGS), 1)
    yield exactly("journal rows without a seal", _unsealed(url), 0)
    yield from _mails(mail, bodies, kills)
    yield said("from ten minutes after sending until all were told, s", round(seconds))


def _mails(mail: Path, bodies: int, kills: int) -> Iterator[Figure]:
    """At the mail server it is at least once: what came twice came under the same Message-ID, and can be told from new."""
    lines = [line.split() for line in mail.read_text().splitlines()] if mail.exists() else []
    identities = defaultdict(set)
    for identity, receiver in lines:
        identities[receiver].add(identity)
    again = sum(number - 1 for number in Counter(map(tuple, lines)).values())
    yield exactly("receivers without a mail", bodies - len(identities), 0)
    yield exactly("receivers with two different mails", sum(len(one) > 1 for one in identities.values()), 0)
    yield at_most("mails handed over once more under the same Message-ID (at most one a kill)", again, kills)


def _found(url: str, per_body: str) -> tuple[int, int]:
    """How many bodies have any, and how many have more than one."""
    query = f"SELECT count(*), sum(CASE WHEN n > 1 THEN 1 ELSE 0 END) FROM ({per_body}) AS each_body"
    found, double = sql.rows(url, query)[0]
    return int(found), int(double or 0)


def _unsealed(url: str) -> int:
    return sql.one(url, "SELECT (SELECT count(*) FROM journal_entry) - (SELECT count(*) FROM journal_seal)")
