"""Start pages in English and Turkish, and the language left as it was."""

from types import SimpleNamespace

import pytest
from django.utils import translation

from tests.pages.builders import make_home


@pytest.fixture(autouse=True)
def _restore_language():
    """Leave the active language as it was: the middleware leaves it to the next request."""
    with translation.override(translation.get_language()):
        yield


@pytest.fixture
def homes(db):
    english = make_home("en")
    return SimpleNamespace(en=english, tr=make_home("tr", english))
