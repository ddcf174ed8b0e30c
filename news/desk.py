"""The short way to a new news item, from anywhere in the office."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.permission_policies.pages import PagePermissionPolicy

from news.models import NewsIndexPage
from pages.languages.table import SOURCE


def new_news(request: HttpRequest) -> HttpResponse:
    """Lead to the form of a new item below the list of news in the language of the office, else in English, else any."""
    if not _may_add(request):
        raise PermissionDenied
    index = _nearest(_indexes(request.user), get_language() or SOURCE)
    if index is None:
        messages.error(request, _("There is no list of news to which you may add an item."))
        return redirect("wagtailadmin_home")
    return redirect("wagtailadmin_pages:add", "news", "newspage", index.pk)


def _nearest(indexes: Iterable[NewsIndexPage], code: str) -> NewsIndexPage | None:
    def distance(index: NewsIndexPage) -> tuple[bool, bool, int]:
        own = index.locale.language_code
        return own != code, own != SOURCE, index.pk

    return min(indexes, key=distance, default=None)


def _indexes(user: Any) -> list[NewsIndexPage]:
    """Return the lists of news to which somebody may add, those of drafts too."""
    found = NewsIndexPage.objects.select_related("locale")
    return [index for index in found if index.permissions_for_user(user).can_add_subpage()]


def _may_add(request: HttpRequest) -> bool:
    user = request.user
    return isinstance(user, User) and bool(PagePermissionPolicy().user_has_permission(user, "add"))


class NewNewsItem(MenuItem):
    """Shown to whoever may add some page; whether news are among them, the way itself says."""

    def is_shown(self, request: HttpRequest) -> bool:
        return _may_add(request)


class NewNewsPanel(Component):
    """A button on the home page of the office."""

    name = "new_news"
    order = 8
    template_name = "news/desk/new_news_panel.html"


def add_new_news(request: HttpRequest, panels: list[Component]) -> None:
    """Put the button on the home page of those who may add to some list of news."""
    if _may_add(request) and _indexes(request.user):
        panels.append(NewNewsPanel())
