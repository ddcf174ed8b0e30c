"""A folder of its own for the files of pictures, and no sizes of earlier ones."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()  # it keeps sizes by the number of their picture, which the next test has again
