"""Reads the lists that a user keeps."""

from __future__ import annotations

from django.contrib.auth.models import User

from membership.models import SavedFilter


def saved_filters(user: User) -> list[SavedFilter]:
    """Return the lists that a user keeps, by their name."""
    return list(SavedFilter.objects.filter(owner=user))
