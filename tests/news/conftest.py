"""Home pages and indexes in English, Turkish and Greek."""

from types import SimpleNamespace

import pytest
from wagtail.models import Site

from news.models import EventIndexPage, NewsIndexPage
from tests.news.builders import make_home, make_index


@pytest.fixture
def homes(db):
    """The home pages by language code; the English one is the root of the site."""
    english = make_home("en")
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": english}
    )
    return {"en": english, "tr": make_home("tr", english), "el": make_home("el", english)}


@pytest.fixture
def news(homes):
    """The news index of each language, as attributes."""
    english = make_index(NewsIndexPage, homes["en"])
    others = {code: make_index(NewsIndexPage, homes[code], english) for code in ("tr", "el")}
    return SimpleNamespace(en=english, **others)


@pytest.fixture
def events(homes):
    """The event index of each language, as attributes."""
    english = make_index(EventIndexPage, homes["en"])
    others = {code: make_index(EventIndexPage, homes[code], english) for code in ("tr", "el")}
    return SimpleNamespace(en=english, **others)
