"""The register of all decisions, and its way out as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.paginator import WagtailPaginator

from membership.desk.base import DeskForm, DeskView
from membership.desk.dossier_forms import rule_label
from membership.desk.list_export import AsCsv, AsXlsx, ListExport
from membership.desk.queue_form import query_of
from membership.labels.decisions import RESULTS
from membership.labels.states import Choice, Outcome
from membership.models import Decision
from membership.models.city import COUNTRY_CHOICES
from membership.permissions import Action
from membership.rules.voting import Result
from membership.selectors.calendar import day_in_the_network
from membership.selectors.register import UNDECLARED, WantedDecisions, decision_years, found_in_register

ROWS_PER_PAGE = 50
CHUNK = 500
OUTCOMES = [("", gettext_lazy("All outcomes")), *Outcome.choices, (UNDECLARED, gettext_lazy("Not declared yet"))]


class RegisterForm(DeskForm):
    """Narrows the register. Sent by GET, so that what was found can be kept as a bookmark."""

    key = "register"
    q = forms.CharField(label=gettext_lazy("Number, reference or name"), required=False, max_length=100)
    outcome = forms.ChoiceField(label=gettext_lazy("Outcome"), required=False, choices=OUTCOMES)
    country = forms.ChoiceField(
        label=gettext_lazy("Country"), required=False, choices=[("", gettext_lazy("All countries")), *COUNTRY_CHOICES]
    )
    year = forms.ChoiceField(label=gettext_lazy("Year"), required=False)
    contested = forms.BooleanField(label=gettext_lazy("Only contested"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("year", [("", gettext_lazy("All years")), *((str(year), str(year)) for year in decision_years())])

    def wanted(self) -> WantedDecisions:
        """Return what is wanted; a value that no choice has narrows nothing and is marked."""
        self.is_valid()
        words = {name: self.cleaned_data.get(name, "") for name in ("outcome", "country", "year")}
        contested = bool(self.cleaned_data.get("contested"))
        return WantedDecisions(**words, words=self.cleaned_data.get("q", ""), contested=contested)


class RegisterView(DeskView):
    """All decisions, the newest first, fifty a page."""

    action = Action.OPEN_DOSSIER
    page_title = gettext_lazy("Decisions")
    header_icon = "form"
    breadcrumbs_items: ClassVar[list[Any]] = []
    template_name = "membership/desk/register.html"

    def url(self) -> str:
        return reverse("desk:decisions")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        given = self.request.GET.dict()
        form = RegisterForm(given)
        paginator = WagtailPaginator(found_in_register(form.wanted()), ROWS_PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        return super().get_context_data(
            form=form,
            query=query_of(given, RegisterForm),
            page_obj=page,
            elided_page_range=list(paginator.get_elided_page_range(page.number)),
            may_export=self.may(Action.EXPORT_REGISTER),
            **kwargs,
        )


class RegisterExport(ListExport):
    """The register as it is narrowed; each decision with the counts it was computed from and what stands of it."""

    action = Action.EXPORT_REGISTER
    verb = "register_exported"
    name = "decisions"
    title = gettext_lazy("Decisions")

    def url(self) -> str:
        return reverse("desk:decisions")

    def listing(self) -> tuple[int, Iterator[list[str]]]:
        found = found_in_register(RegisterForm(self.request.GET.dict()).wanted())
        return found.count(), _rows(found.iterator(chunk_size=CHUNK))


class RegisterCsv(AsCsv, RegisterExport):
    """The register as CSV."""


class RegisterXlsx(AsXlsx, RegisterExport):
    """The register as a workbook."""


COUNTS = ("in_office", "attending", "participating", "yes", "against", "abstain", "recused", "absent")


def _rows(found: Iterator[Decision]) -> Iterator[list[str]]:
    yield [
        *(_("Number"), _("Reference"), _("Name in English"), _("Country"), _("Computed"), _("Rule"), _("Result")),
        *(_("Seats in office"), _("Attending"), _("Participating"), *(str(label) for label in Choice.labels)),
        *(_("Recused"), _("Absent"), _("Contested"), _("Outcome"), _("Corrected by"), _("Declared"), _("Released")),
    ]
    for decision in found:
        yield _row(decision)


def _row(decision: Decision) -> list[str]:
    application, said = decision.round.application, vars(decision)
    confirmation, release = getattr(decision, "confirmation", None), getattr(decision, "release", None)
    return [
        decision.number,
        application.reference or "",
        application.name_en,
        application.get_country_display(),
        day_in_the_network(decision.computed_at).isoformat(),
        rule_label(decision.round.rule),
        str(RESULTS[Result(decision.result)]),
        *(str(decision.evaluation["counts"][name]) for name in COUNTS),
        _("Contested") if decision.is_contested else "",
        str(Outcome(said["standing"]).label) if said["standing"] else "",
        said["corrected_by"] or "",
        day_in_the_network(confirmation.declared_at).isoformat() if confirmation else "",
        day_in_the_network(release.released_at).isoformat() if release else "",
    ]
