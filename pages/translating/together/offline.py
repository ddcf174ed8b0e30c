"""Asks what is to become of the translations when their original goes offline, or is deleted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.models import Page

from pages.languages.table import BY_CODE
from pages.translating.desk import TranslationDesk
from pages.translating.records import PageText

ACTS = {"unpublish", "delete"}


def ask_after(request: HttpRequest, *pages: Page) -> HttpResponse | None:
    """Lead whoever took originals offline to the question, where translations of them are still online."""
    keys = {page.translation_key for page in pages if _was_original(page)}
    left = Page.objects.live().filter(translation_key__in=keys)
    if not any(page.permissions_for_user(request.user).can_unpublish() for page in left):
        return None
    query = urlencode([("key", key) for key in sorted(map(str, keys))])
    return redirect(f"{reverse('translations_left')}?{query}")


def ask_after_many(request: HttpRequest, action: str, pages: Iterable[Page], _view: Any) -> HttpResponse | None:
    """As `ask_after`, for the pages of one of Wagtail's acts on many."""
    return ask_after(request, *(page for page in pages if isinstance(page, Page))) if action in ACTS else None


def end_with_original(instance: Page, **_kwargs: Any) -> None:
    """Listen to `page_unpublished`: an original whose own time has run out takes its translations along."""
    if instance.expired and _was_original(instance):
        for page in Page.objects.live().filter(translation_key=instance.translation_key).specific():
            page.unpublish(log_action="wagtail.unpublish.scheduled")


class PagesField(forms.ModelMultipleChoiceField):
    """Pages, with their language."""

    def label_from_instance(self, obj: Page) -> str:
        return f"{obj.title} ({BY_CODE[obj.locale.language_code].own_name})"


class LeftForm(forms.Form):
    """Which of the translations go offline too."""

    translations = PagesField(
        label=_("To be taken offline too"),
        queryset=Page.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any = None, *, left: list[Page]) -> None:
        super().__init__(data, label_suffix="", initial={"translations": [page.pk for page in left]})
        pages = Page.objects.filter(pk__in=[page.pk for page in left]).select_related("locale")
        cast(PagesField, self.fields["translations"]).queryset = pages


class LeftView(TranslationDesk):
    """The translations that are online without their original."""

    page_title = _("The translations are still online")
    header_icon = "warning"
    template_name = "pages/translating/left.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return []

    def get(self, request: HttpRequest) -> HttpResponse:
        left = self._left()
        return (
            self.render_to_response(self.get_context_data(form=LeftForm(left=left)))
            if left
            else redirect("translations")
        )

    @transaction.atomic
    def post(self, request: HttpRequest) -> HttpResponse:
        form = LeftForm(request.POST, left=self._left())
        if form.is_valid():
            for page in form.cleaned_data["translations"].specific():
                page.unpublish(user=self.user)
            messages.success(request, _("Saved."))
        return redirect("translations")

    def _left(self) -> list[Page]:
        """Return the live translations of what the address names that the reader may take offline."""
        pages = Page.objects.live().filter(translation_key__in=list(_keys(self.request.GET.getlist("key"))))
        return [page for page in pages if page.permissions_for_user(self.user).can_unpublish()]


def _keys(values: Iterable[str]) -> Iterable[UUID]:
    for value in values:
        try:
            yield UUID(value)
        except ValueError:
            continue


def _was_original(page: Page) -> bool:
    """Whether translations online were made from a page, or whether it was made from none."""
    own = PageText.objects.filter(page_id=page.pk).first()
    return own is None or own.made_from_id is None
