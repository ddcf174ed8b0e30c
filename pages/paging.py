"""Which page of a list an address asks for."""

import re
from collections.abc import Mapping

from django.http import Http404

_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)


def page_number(query: Mapping[str, str]) -> int:
    """Return the number of the page, 1 if none is named. Raises `Http404` for what is no number from 1 on."""
    value = query.get("page", "1")
    if not _NUMBER.fullmatch(value):
        raise Http404("The list has no such page.")
    return int(value)
