"""What the database itself refuses: overlapping dates and rings, also for raw SQL and for two writers at once.

PostgreSQL: exclusion constraints, and for rings a trigger behind one advisory lock, so that the second of two writers
waits and then sees what the first did. SQLite has no exclusion constraints, but one writer at a time: triggers.
Both name the rule that was broken; `commands/refusing.py` makes a sentence of it.
"""

from dataclasses import dataclass

TIES_LOCK = 7_246_001  # whoever changes ties holds it: pg_advisory_xact_lock, let go at commit
RING = "network_no_ring"


@dataclass(frozen=True)
class NoOverlap:
    """Rows alike in these columns must not hold on the same day. `null_is_alike`: as 0, or NULLs never meet.

    The column that tells rows apart best comes first: a GiST index that begins with "unit" for every row is a list.
    """

    name: str
    table: str
    columns: tuple[str, ...]
    only: str = ""  # a condition with {row} before each column
    null_is_alike: tuple[str, ...] = ()


NO_OVERLAPS = [
    NoOverlap("network_one_identity_a_day", "network_identity", ("body_id", "kind")),
    NoOverlap(
        "network_one_body_per_code_a_day",
        "network_identity",
        ("code", "within_id", "kind"),
        only="{row}code <> ''",
        null_is_alike=("within_id",),
    ),
    NoOverlap("network_one_tie_a_day", "network_tie", ("child_id", "parent_id", "tree")),
    NoOverlap(
        "network_one_whole_tie_a_day", "network_tie", ("child_id", "parent_kind", "tree"), only="{row}extent = 'whole'"
    ),
    NoOverlap("network_one_mailbox_a_day", "network_functionmailbox", ("body_id",)),
    NoOverlap("network_one_order_a_day", "network_contactorder", ("body_id",)),
    NoOverlap("network_one_absence_a_day", "network_absence", ("person_id", "body_id")),
    NoOverlap("network_one_steering_mailbox_a_day", "network_steeringmailbox", ("county_id",)),
    NoOverlap("network_one_group_a_day", "network_grouping", ("body_id", "scheme")),
    NoOverlap(
        "network_one_mandate_a_day",
        "network_mandate",
        ("person_id", "body_id", "role"),
        only="{row}person_id IS NOT NULL",
    ),
]

# From the new tie's parent upward, only on days when the whole way holds: is its child there?
_RING_ABOVE = """
    WITH RECURSIVE up(body, start, stop) AS (
        SELECT NEW.parent_id, NEW.valid_from, NEW.valid_to
        UNION
        SELECT tie.parent_id, {greatest}(up.start, tie.valid_from), {least}(up.stop, tie.valid_to)
        FROM up JOIN {ties}
        WHERE tie.valid_from < up.stop AND tie.valid_to > up.start
    )
    SELECT 1 FROM up WHERE body = NEW.child_id
"""
_RING_IN_SQLITE = _RING_ABOVE.format(
    greatest="MAX", least="MIN", ties="network_tie tie ON tie.tree = NEW.tree AND tie.child_id = up.body"
)
# LATERAL … OFFSET 0: one look-up by index per step, whatever the planner believes of a table that is being filled
# (without it, it read all ties for each new one: 16 ms a row).
_RING_IN_POSTGRESQL = _RING_ABOVE.format(
    greatest="GREATEST",
    least="LEAST",
    ties="""LATERAL (
            SELECT parent_id, valid_from, valid_to FROM network_tie
            WHERE tree = NEW.tree AND child_id = up.body OFFSET 0
        ) tie ON true""",
)


def install(connection):
    """Idempotent, so that it can be run again after SQLite has remade a table (which drops its triggers).

    Rules for tables that a later migration makes wait for it: it installs anew.
    """
    there = set(connection.introspection.table_names())
    rules = [rule for rule in NO_OVERLAPS if rule.table in there]
    statements = _sqlite(rules) if connection.vendor == "sqlite" else _postgresql(rules)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def install_after_migrate(sender, using, **kwargs):
    from django.db import connections

    connection = connections[using]
    if connection.vendor == "sqlite" and "network_mandate" in connection.introspection.table_names():
        install(connection)


def _sqlite(rules):
    for rule in rules:
        alike = " AND ".join(_alike(rule, column) for column in rule.columns)
        only = f"AND {rule.only.format(row='old.')} AND {rule.only.format(row='NEW.')}" if rule.only else ""
        body = f"""
            SELECT RAISE(ABORT, '{rule.name}') FROM {rule.table} old
            WHERE {alike} {only} AND old.id <> NEW.id
            AND old.valid_from < NEW.valid_to AND old.valid_to > NEW.valid_from;
        """  # noqa: S608 - our own constants
        yield from _triggers(rule.name, rule.table, body)
    yield from _triggers(RING, "network_tie", f"SELECT RAISE(ABORT, '{RING}') WHERE EXISTS ({_RING_IN_SQLITE});")


def _triggers(name, table, body):
    for event in ("INSERT", "UPDATE"):
        trigger = f"{name}_{event.lower()}"
        yield f"DROP TRIGGER IF EXISTS {trigger}"
        yield f"CREATE TRIGGER {trigger} AFTER {event} ON {table} FOR EACH ROW BEGIN {body} END"


def _alike(rule, column):
    return f"old.{column} IS NEW.{column}" if column in rule.null_is_alike else f"old.{column} = NEW.{column}"


def _postgresql(rules):
    yield "CREATE EXTENSION IF NOT EXISTS btree_gist"
    for rule in rules:
        alike = ", ".join(
            f"(COALESCE({column}, 0)) WITH =" if column in rule.null_is_alike else f"{column} WITH ="
            for column in rule.columns
        )
        only = f"WHERE ({rule.only.format(row='')})" if rule.only else ""
        yield f"ALTER TABLE {rule.table} DROP CONSTRAINT IF EXISTS {rule.name}"
        yield f"""ALTER TABLE {rule.table} ADD CONSTRAINT {rule.name}
            EXCLUDE USING gist ({alike}, daterange(valid_from, valid_to) WITH &&) {only}"""
    yield from _postgresql_ring()


def _postgresql_ring():
    yield f"""CREATE OR REPLACE FUNCTION network_hold_ties() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_advisory_xact_lock({TIES_LOCK}); RETURN NULL; END $$"""
    yield f"""CREATE OR REPLACE FUNCTION {RING}() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
        BEGIN
            IF EXISTS ({_RING_IN_POSTGRESQL}) THEN
                RAISE EXCEPTION '{RING}'
                USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = '{RING}';
            END IF;
            RETURN NULL;
        END $$"""
    yield "DROP TRIGGER IF EXISTS network_hold_ties ON network_tie"
    yield """CREATE TRIGGER network_hold_ties BEFORE INSERT OR UPDATE OR DELETE ON network_tie
        FOR EACH STATEMENT EXECUTE FUNCTION network_hold_ties()"""
    yield f"DROP TRIGGER IF EXISTS {RING} ON network_tie"
    yield f"""CREATE TRIGGER {RING} AFTER INSERT OR UPDATE ON network_tie
        FOR EACH ROW EXECUTE FUNCTION {RING}()"""
