"""The pages of the admin for those who keep translations true: the matrix, and the check of a translation."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, ClassVar, cast

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from pages.languages.kosovo import KOSOVO_FOOTNOTE
from pages.languages.table import BY_CODE, CODES, DJANGO_LANGUAGES, LANGUAGES
from pages.tables import csv_lines
from pages.translating.differences import changes_between
from pages.translating.keeping import check, keep_text
from pages.translating.matrix import Matrix, Row
from pages.translating.originals import source_of
from pages.translating.segments import texts_of
from pages.translating.standing import Standing
from pages.translating.transliterated import MADE_FROM, follow
from pages.translating.work.languages import languages_of

MATRIX_CRUMB = {"url": reverse_lazy("translations"), "label": _("Translations")}


class MatrixForm(forms.Form):
    """Narrows the matrix; sent by GET."""

    q = forms.CharField(label=_("Title"), required=False, max_length=100)
    language = forms.ChoiceField(label=_("Language"), required=False)
    standing = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All states")), *Standing.choices])

    def __init__(self, *args: Any, codes: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = [(code, name) for code, name in DJANGO_LANGUAGES if code in codes]
        cast(forms.ChoiceField, self.fields["language"]).choices = [("", _("All languages")), *own]

    def shown(self, rows: Iterator[Row]) -> list[Row]:
        """Return the rows with a cell that is wanted; what no choice has narrows nothing."""
        self.is_valid()
        words, language, standing = (self.cleaned_data.get(name, "") for name in ("q", "language", "standing"))
        return [
            row
            for row in rows
            if words.casefold() in row.original.title.casefold()
            and any(language in ("", cell.code) and standing in ("", cell.standing) for cell in row.cells)
        ]


class TranslationDesk(WagtailAdminTemplateMixin, View):
    """A page for whoever may write some page."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.user = cast(User, request.user)
        if not PagePermissionPolicy().user_has_any_permission(self.user, {"add", "change", "publish"}):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(kosovo_footnote=KOSOVO_FOOTNOTE, **kwargs)


class MatrixView(TranslationDesk):
    """Every page in every language in which the reader may change pages, and what there is to do."""

    page_title = _("Translations")
    header_icon = "site"
    breadcrumbs_items: ClassVar[list[Any]] = []
    template_name = "pages/translating/matrix.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        codes = languages_of(self.user) or CODES
        form = MatrixForm(request.GET.dict(), codes=codes)
        rows = form.shown(Matrix(codes).rows())
        if request.GET.get("form") == "csv":
            return matrix_file(rows)
        return self.render_to_response(
            self.get_context_data(
                form=form,
                rows=rows,
                languages=[BY_CODE[code] for code in codes],
                sums=_words_to_do(rows, len(codes)),
                may_assign=len(codes) == len(LANGUAGES),
                today=timezone.localdate(),
            )
        )


class CheckView(TranslationDesk):
    """A translation beside its original, for a person who has read both to say that they say the same."""

    header_icon = "check"
    template_name = "pages/translating/check.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.page = get_object_or_404(Page.objects.live().select_related("locale"), pk=kwargs["pk"])
        original = source_of(self.page)
        if original is None:
            return redirect("translations")
        self.original = original
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return self.page.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [MATRIX_CRUMB, {"url": reverse("check_translation", args=[self.page.pk]), "label": self.page.title}]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        kept = keep_text(self.page, now=timezone.now())
        now_there = texts_of(self.original.specific)
        return self.render_to_response(
            self.get_context_data(
                translation=self.page,
                original=self.original,
                languages=[BY_CODE[page.locale.language_code] for page in (self.original, self.page)],
                changes=changes_between(kept.taken or [], now_there),
                texts=[now_there, texts_of(self.page.specific)],
                kept=kept,
                digest=kept.digest,
            )
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if request.POST.get("digest") != keep_text(self.page, now=timezone.now()).digest:
            messages.error(request, _("The translation was changed while you read it. Please read it again."))
            return redirect("check_translation", pk)
        check(self.page, self.user, now=timezone.now())
        if self.page.locale.language_code in MADE_FROM:
            follow(self.page)
        messages.success(request, _("The translation is marked as checked by you."))
        return redirect("translations")


def matrix_file(rows: list[Row]) -> HttpResponse:
    """Return the matrix as CSV: one line for each page and language."""
    lines = [[str(text) for text in (_("Title"), _("Language"), _("State"), "%", _("Words to do"))]]
    for row in rows:
        for cell in row.cells:
            percent = "" if cell.percent is None else str(cell.percent)
            names = [row.original.title, BY_CODE[cell.code].own_name, str(cell.standing.label)]
            lines.append([*names, percent, str(cell.words)])
    answer = HttpResponse("".join(csv_lines(lines)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="translations.csv"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _words_to_do(rows: list[Row], languages: int) -> list[int]:
    """Return the words to do in each language, in the order of the columns."""
    return [sum(row.cells[place].words for row in rows) for place in range(languages)]
