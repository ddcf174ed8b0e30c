"""Into which languages somebody translates: those below whose start page he may change pages."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import QuerySet
from wagtail.permission_policies.pages import PagePermissionPolicy

from pages.languages.table import CODES
from pages.models import HomePage

policy = PagePermissionPolicy()


def languages_of(user: User | AnonymousUser) -> tuple[str, ...]:
    """Return the codes of the languages in the order of the site; none for somebody who changes no page."""
    homes = policy.instances_user_has_permission_for(user, "change").filter(depth=2, content_type__model="homepage")
    found = set(homes.values_list("locale__language_code", flat=True))
    return tuple(code for code in CODES if code in found)


def translators_of(code: str) -> QuerySet[User]:
    """Return who may translate into a language, in the order of their names."""
    home = HomePage.objects.filter(locale__language_code=code).first()
    if home is None:
        return User.objects.none()
    found = policy.users_with_permission_for_instance("change", home)
    return found.filter(is_active=True).order_by("last_name", "first_name", "username")


def translates_only(user: User | AnonymousUser) -> bool:
    """Whether somebody works in some of the languages, and not in all."""
    return 0 < len(languages_of(user)) < HomePage.objects.count()
