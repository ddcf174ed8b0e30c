"""The page of the admin on which a page is given to translators."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.models import Page

from pages.languages.table import BY_CODE, LANGUAGES, TRANSLITERATED
from pages.translating.desk import MATRIX_CRUMB, TranslationDesk
from pages.translating.matrix import Matrix
from pages.translating.work.assigning import Given, assign
from pages.translating.work.languages import translators_of
from pages.translating.work.records import Assignment


class PersonField(forms.ModelChoiceField):
    """Names people as the office knows them."""

    def label_from_instance(self, obj: User) -> str:
        return obj.get_full_name() or obj.get_username()


class AssignmentForm(forms.Form):
    """Who translates into one language, and by when."""

    translator = PersonField(
        label=_("Translator"), queryset=User.objects.none(), required=False, empty_label=_("Nobody")
    )
    due = forms.DateField(
        label=_("To be done by"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, data: Any = None, *, code: str, initial: dict[str, Any]) -> None:
        super().__init__(data, prefix=code, label_suffix="", initial=initial)
        self.language = BY_CODE[code]
        cast(PersonField, self.fields["translator"]).queryset = translators_of(code)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("due") and not cleaned.get("translator"):
            self.add_error("translator", _("Choose who is to do it by this day."))
        return cleaned

    @property
    def given(self) -> Given:
        return Given(self.language.code, self.cleaned_data["translator"], self.cleaned_data["due"])


class AssignView(TranslationDesk):
    """Every language of a page, with how it stands there and who is to translate it."""

    page_title = _("Who translates this page")
    header_icon = "group"
    template_name = "pages/translating/assign.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.page = get_object_or_404(Page.objects.select_related("locale"), pk=kwargs["pk"])
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [MATRIX_CRUMB, {"url": reverse("assign_translation", args=[self.page.pk]), "label": self.page.title}]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._page(self._forms())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        languages = self._forms(request.POST)
        if not all([form.is_valid() for form in languages]):  # noqa: C419 - each is to show its own mistake
            return self._page(languages, status=422)
        assign(self.page, [form.given for form in languages], self.user, now=timezone.now())
        messages.success(request, _("Saved. Whoever is asked anew gets a message."))
        return redirect("translations")

    def _forms(self, data: Any = None) -> list[AssignmentForm]:
        given = {row.language: row for row in Assignment.objects.filter(page_key=self.page.translation_key)}
        codes = [language.code for language in LANGUAGES if language.code not in TRANSLITERATED]
        return [
            AssignmentForm(
                data,
                code=code,
                initial={"translator": given[code].translator_id, "due": given[code].due} if code in given else {},
            )
            for code in codes
            if code != self.page.locale.language_code
        ]

    def _page(self, languages: list[AssignmentForm], status: int = 200) -> HttpResponse:
        row = next(Matrix(only=self.page.translation_key).rows())
        cells = {cell.code: cell for cell in row.cells}
        rows = [(form, cells[form.language.code]) for form in languages]
        return self.render_to_response(self.get_context_data(page=self.page, rows=rows), status=status)
