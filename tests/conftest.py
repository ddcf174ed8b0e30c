"""What all tests share: a quick password hasher, English as the language that is active, and a database in a file."""

import pytest
from django.db import connections
from django.utils import translation

from membership.models.triggers import removal


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _english():
    """A request leaves its language to whatever runs next in the thread; no test begins with that of another."""
    with translation.override("en"):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, tmp_path_factory):
    """Keep the tests' SQLite in a file: one in memory would be shared by all threads, without the locks of a real one.

    On a server each worker has a database of its own.
    """
    database = connections["default"]
    if database.vendor == "sqlite":
        database.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "tests.sqlite3")
    else:
        request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")


@pytest.fixture(scope="session", autouse=True)
def _tables_can_be_emptied():
    """On SQLite the tables are emptied after a test by DELETE, which the guards refuse: they go first, and come back.

    They come back with the signal that Django sends after emptying, as after a migration; on PostgreSQL TRUNCATE passes
    them by.
    """
    connection = connections["default"]
    if connection.vendor != "sqlite":
        yield
        return
    emptying = connection.ops.sql_flush
    connection.ops.sql_flush = lambda *args, **kwargs: [*removal(connection), *emptying(*args, **kwargs)]
    yield
    connection.ops.sql_flush = emptying
