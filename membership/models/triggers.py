"""Triggers of the database on the tables that are written once: no UPDATE and no DELETE, whoever asks for it.

SQLite loses the triggers of a table that a migration makes anew. So they are put up again after each migration.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

# Table → columns that may be emptied, and nothing else: links to an account that was deleted.
GUARDED: dict[str, tuple[str, ...]] = {
    "membership_event": (),
    "membership_auditseal": (),
    "membership_ballot": (),
    "membership_conflictstatement": (),
    "membership_decision": (),
    "membership_confirmation": ("declarer_id",),
    "membership_release": (),
    "membership_objection": (),
    "membership_attendanceentry": (),
    "membership_meetingdemand": (),
    "membership_presence": (),
    "membership_matterstatement": (),
    "membership_matterballot": (),
    "membership_matterdecision": (),
    "membership_meetingentry": (),
    "membership_ruling": (),
    "membership_compositionoverride": (),
    "membership_memberact": (),
    "membership_assemblyballot": (),
    "membership_assemblyresult": (),
    "membership_ceremonymove": (),
}
FIRST_SEALED = "membership_auditseal"  # without this table the guards are not wanted: its migration was taken back
FUNCTION = "membership_written_once"
UPDATE, DELETE, LINK = "is_never_changed", "is_never_deleted", "keeps_its_links"
FUNCTION_SQL = f"""
CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'restrict_violation',
    MESSAGE = TG_TABLE_NAME || ': a row is written once, ' || TG_OP || ' is refused';
END $$
"""


def install(connection: BaseDatabaseWrapper, tables: Iterable[str] = GUARDED) -> None:
    """Guard the tables that there are; a table that is guarded already is guarded anew."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(FUNCTION_SQL)
        for table in _present(connection, tables):
            for statement in (*_removed(connection, table), *_installed(connection, cursor, table)):
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper, tables: Iterable[str] = GUARDED) -> None:
    """Take the guards away: for a migration that must touch the rows, and for tests."""
    with connection.cursor() as cursor:
        for statement in removal(connection, tables):
            cursor.execute(statement)


def removal(connection: BaseDatabaseWrapper, tables: Iterable[str] = GUARDED) -> list[str]:
    """Return the statements that take the guards away."""
    return [statement for table in _present(connection, tables) for statement in _removed(connection, table)]


def unguarded(connection: BaseDatabaseWrapper, tables: Iterable[str] = GUARDED) -> list[str]:
    """Return the tables of which a guard is missing or switched off."""
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN[connection.vendor])
        known = {name for (name,) in cursor.fetchall()}
    return [table for table in tables if not known.issuperset({f"{table}_{UPDATE}", f"{table}_{DELETE}"})]


def reinstall(using: str, **_kwargs: Any) -> None:
    """After each migration: guard again what SQLite made anew; nothing where the guards were taken back."""
    connection = connections[using]
    if FIRST_SEALED in connection.introspection.table_names():
        install(connection)


_KNOWN = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D' AND NOT tgisinternal",
}


def _present(connection: BaseDatabaseWrapper, tables: Iterable[str]) -> list[str]:
    known = set(connection.introspection.table_names())
    return [table for table in tables if table in known]


def _removed(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    end = f' ON "{table}"' if connection.vendor == "postgresql" else ""
    return [f'DROP TRIGGER IF EXISTS "{table}_{what}"{end}' for what in (UPDATE, DELETE, LINK)]


def _installed(connection: BaseDatabaseWrapper, cursor: Any, table: str) -> list[str]:
    links = GUARDED.get(table, ())
    columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
    kept = _quoted(name for name in columns if name not in links)
    made = [_trigger(connection, table, UPDATE, f"UPDATE OF {kept}"), _trigger(connection, table, DELETE, "DELETE")]
    if links:
        when = " OR ".join(f'NEW."{name}" IS NOT NULL' for name in links)
        made.append(_trigger(connection, table, LINK, f"UPDATE OF {_quoted(links)}", f"WHEN ({when})"))
    return made


def _trigger(connection: BaseDatabaseWrapper, table: str, what: str, event: str, when: str = "") -> str:
    head = f'CREATE TRIGGER "{table}_{what}" BEFORE {event} ON "{table}" FOR EACH ROW {when}'
    if connection.vendor == "postgresql":
        return f"{head} EXECUTE FUNCTION {FUNCTION}()"
    return f"{head} BEGIN SELECT RAISE(ABORT, '{table}: a row is written once, and this is refused'); END"


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
