"""What the tests of languages share."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _restore_language():
    """Leave the active language as it was: the middleware, like Django's own, leaves it to the next request."""
    with translation.override(translation.get_language()):
        yield


@pytest.fixture
def only_languages(settings):
    """Leave out the middleware that needs the addresses of the whole project."""
    settings.MIDDLEWARE = [
        "pages.languages.middleware.LanguageMiddleware",
        "django.middleware.common.CommonMiddleware",
    ]
