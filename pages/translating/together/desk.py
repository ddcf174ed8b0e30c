"""The page of the admin on which a page is published with its translations."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any, cast

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page

from pages.languages.table import BY_CODE
from pages.translating.desk import MATRIX_CRUMB, TranslationDesk
from pages.translating.segments import texts_of
from pages.translating.together.publishing import (
    Companion,
    HeldBackError,
    companions_of,
    draft_of,
    publish_together,
    send_draft,
)


class LanguagesField(forms.ModelMultipleChoiceField):
    """Pages, named by their language."""

    def label_from_instance(self, obj: Page) -> str:
        return BY_CODE[obj.locale.language_code].own_name


class TogetherForm(forms.Form):
    """Which translations go online with the page, and when."""

    translations = LanguagesField(
        label=_("Translations"), queryset=Page.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    at = forms.DateTimeField(
        label=_("When"),
        required=False,
        help_text=_("Leave it empty to publish now. The time is that of Istanbul."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M"],
    )

    def __init__(self, data: Any = None, *, ready: list[Page]) -> None:
        super().__init__(data, label_suffix="", initial={"translations": [page.pk for page in ready]})
        pages = Page.objects.filter(pk__in=[page.pk for page in ready]).select_related("locale")
        cast(LanguagesField, self.fields["translations"]).queryset = pages
        if not ready:
            self.fields["translations"].widget = forms.MultipleHiddenInput()

    def clean_at(self) -> datetime | None:
        at: datetime | None = self.cleaned_data["at"]
        if at is not None and at <= timezone.now():
            raise ValidationError(_("This moment has passed."))
        return at


class TogetherView(TranslationDesk):
    """What would go online with a page, what holds the rest back, and the button."""

    page_title = _("Publish with translations")
    header_icon = "upload"
    template_name = "pages/translating/together.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.page = get_object_or_404(Page.objects.select_related("locale"), pk=kwargs["pk"]).specific
        if not self.page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [MATRIX_CRUMB, {"url": self.url, "label": self.page.title}]

    @property
    def url(self) -> str:
        return reverse("publish_together", args=[self.page.pk])

    @cached_property
    def companions(self) -> list[Companion]:
        return companions_of(self.page)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._page()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if "send" in request.POST:
            send_draft(self.page)
            messages.success(request, _("The translators have the words of the draft."))
            return redirect(self.url)
        form = self._form(request.POST)
        if not form.is_valid():
            return self._page(form, status=422)
        try:
            number = publish_together(self.page, form.cleaned_data["translations"], self.user, form.cleaned_data["at"])
        except (HeldBackError, ValidationError):
            messages.error(request, _("A page was refused, and none was published. Look at each of them again."))
            return self._page(form, status=422)
        self._tell(number, is_later=form.cleaned_data["at"] is not None)
        return redirect("translations")

    def _tell(self, number: int, *, is_later: bool) -> None:
        if is_later:
            words = ngettext("%(number)d page will go online.", "%(number)d pages will go online together.", number)
        else:
            words = ngettext("%(number)d page is online.", "%(number)d pages are online.", number)
        messages.success(self.request, words % {"number": number})

    def _form(self, data: Any = None) -> TogetherForm:
        ready = [each.page for each in self.companions if each.is_ready and self._may(each.page)]
        return TogetherForm(data, ready=ready)

    def _may(self, page: Page) -> bool:
        return bool(page.permissions_for_user(self.user).can_publish())

    def _page(self, form: TogetherForm | None = None, status: int = 200) -> HttpResponse:
        held = [companion for companion in self.companions if not companion.is_ready]
        return self.render_to_response(
            self.get_context_data(
                page=self.page,
                form=form or self._form(),
                held=[(BY_CODE[companion.page.locale.language_code], companion) for companion in held],
                is_unsent=bool(self.companions) and texts_of(draft_of(self.page)) != self._sent(),
            ),
            status=status,
        )

    def _sent(self) -> list[str]:
        return texts_of(self.companions[0].translation.source.as_instance())
