"""One virus scanner for all tests that ask it."""

import pytest

from tests.servers.clamd import clamd


@pytest.fixture(scope="session")
def scanner():
    with clamd() as address:
        yield address
