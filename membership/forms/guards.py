"""Signs that a program fills in a form. Each only lowers trust: whoever is not trusted goes on by the mailed link."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core import signing
from django.utils import timezone

SALT = "membership.opened"
QUICKEST = timedelta(seconds=2)  # nobody reads the page and types an address in less
OLDEST = timedelta(hours=12)


def opened_at(moment: datetime) -> str:
    """Return the signed moment at which a form was opened, for its hidden field."""
    return signing.dumps(int(moment.timestamp()), salt=SALT)


def was_read(opened: str, now: datetime) -> bool:
    """Whether a person had the time to read the form that is sent now; a foreign or missing moment tells nothing."""
    try:
        moment = datetime.fromtimestamp(signing.loads(opened, salt=SALT), tz=now.tzinfo)
    except (signing.BadSignature, TypeError, ValueError, OverflowError):
        return False
    return QUICKEST <= now - moment <= OLDEST


class OpenedField(forms.CharField):
    """The hidden moment at which the form was opened."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=200, initial=lambda: opened_at(timezone.now()), **kwargs)
