"""An English page with its Turkish translation, both live, the texts that are kept of them, and somebody who may do all."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model

from pages.translating.keeping import keep_missing
from tests.pages.builders import make_page

NOW = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
LATER = datetime(2027, 4, 2, 10, 0, tzinfo=UTC)
FIRST, SECOND = "<p>The cities meet in June.</p>", "<p>They sign a declaration.</p>"


@pytest.fixture
def chief(db):
    """Somebody who may do all in the office."""
    return get_user_model().objects.create_superuser("chief", "chief@example.org", "x")


@pytest.fixture
def enter(client, chief):
    """A client that is logged in as somebody who may do all."""
    client.force_login(chief)
    return client


@pytest.fixture
def pair(homes):
    english = make_page(homes.en, "declaration", body=[("paragraph", FIRST), ("paragraph", SECOND)])
    turkish = make_page(
        homes.tr,
        "bildirge",
        english,
        body=[("paragraph", "<p>Şehirler haziranda buluşur.</p>"), ("paragraph", "<p>Bir bildirge imzalarlar.</p>")],
    )
    keep_missing(NOW)
    return SimpleNamespace(en=english, tr=turkish)
