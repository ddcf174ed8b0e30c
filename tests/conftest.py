"""What all tests share: a quick password hasher, and English as the language that is active."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _english():
    """A request leaves its language to whatever runs next in the thread; no test begins with that of another."""
    with translation.override("en"):
        yield
