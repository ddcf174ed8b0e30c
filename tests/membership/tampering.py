"""A hand on the database, past the models and past the guards, for tests that must find what it did."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from membership.models.triggers import install, remove


@contextmanager
def past_the_guards() -> Iterator[None]:
    """Take the guards away and put them up again."""
    connection.check_constraints()  # on PostgreSQL no table is altered while a check of it waits
    remove(connection)
    try:
        yield
    finally:
        connection.check_constraints()
        install(connection)


def run(sql: str, *values: object) -> None:
    """Run a statement past everything."""
    with past_the_guards(), connection.cursor() as cursor:
        cursor.execute(sql, values)
