"""The lists of the ceremonies: which signed cities wait for which summit (Statutes, Art. 5 and 10)."""

from __future__ import annotations

import csv
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from membership.desk.applicant_forms import reason
from membership.desk.base import Act, DeskForm, DeskView
from membership.permissions import Action
from membership.selectors.ceremonies import CeremonyList, ceremony_lists, host_of
from membership.services import ceremonies

YEARS_AHEAD = 5
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class SendListForm(DeskForm):
    """Which year's list is sent; it may stand several times on a page, so it has no ids."""

    key = "send-list"
    year = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "auto_id": False})


class MoveForm(DeskForm):
    """Another year for a city, with a note."""

    key = "move"
    application_id = forms.TypedChoiceField(label=gettext_lazy("City"), coerce=int)
    year = forms.TypedChoiceField(label=gettext_lazy("Summit of the year"), coerce=int)
    note = reason()

    def __init__(self, *args: Any, lists: list[CeremonyList], this_year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cities = [(row.application.pk, row.application.name_en) for found in lists for row in found.rows]
        self.offer("application_id", cities)
        self.offer("year", [(year, str(year)) for year in range(this_year, this_year + YEARS_AHEAD)])


class CeremoniesView(DeskView):
    """One list for each summit to come; a summit whose day moves takes its list along."""

    action = Action.SEE_MEMBERS
    page_title = gettext_lazy("Ceremonies")
    header_icon = "date"
    breadcrumbs_items: ClassVar[list[Any]] = []
    template_name = "membership/desk/ceremonies.html"

    def before(self) -> HttpResponse | None:
        self.lists = ceremony_lists(self.today)
        return None

    def url(self) -> str:
        return reverse("desk:ceremonies")

    def move_words(self) -> dict[str, Any]:
        return {"lists": self.lists, "this_year": self.today.year}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_record = self.may(Action.RECORD_CEREMONY)
        shown = [
            (found, host_of(found.summit), SendListForm(initial={"year": found.year}) if may_record else None)
            for found in self.lists
        ]
        move = self.form(MoveForm, **self.move_words()) if may_record and self.lists else None
        return super().get_context_data(lists=shown, move=move, **kwargs)


class CeremoniesFile(CeremoniesView):
    """The lists as a table for a spreadsheet."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = HttpResponse(content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = 'attachment; filename="ceremonies.csv"'
        answer.write("\ufeff")  # by which spreadsheets know the letters
        table = csv.writer(answer)
        table.writerow([_("Summit"), _("First day"), _("Local government"), _("Country"), _("Signed on"), _("Answer")])
        for found in self.lists:
            for row in found.rows:
                application = row.application
                table.writerow(
                    plain(cell)
                    for cell in (
                        found.summit.title if found.summit else found.year,
                        str(found.summit.start) if found.summit else "",
                        application.name_en,
                        application.get_country_display(),
                        application.signed_on or "",
                        application.get_ceremony_answer_display(),
                    )
                )
        return answer


def plain(cell: object) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


class SendList(Act, CeremoniesView):
    act = Action.RECORD_CEREMONY
    form_class = SendListForm
    done = gettext_lazy("The list goes to the host city, the Secretariat, the Committee and the cities on it.")

    def perform(self, **words: Any) -> None:
        ceremonies.send_list(self.user, now=self.now, **words)


class MoveCeremony(Act, CeremoniesView):
    act = Action.RECORD_CEREMONY
    form_class = MoveForm
    done = gettext_lazy("The ceremony is moved.")

    def form_words(self) -> dict[str, Any]:
        return self.move_words()

    def perform(self, **words: Any) -> None:
        ceremonies.move_ceremony(words.pop("application_id"), self.user, now=self.now, **words)
