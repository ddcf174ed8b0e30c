"""The records of the network in Wagtail's own lists and editing pages: cities, members, Committee, rules, mails."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import ForeignKey, Model, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from membership.desk.policy import TablePolicy
from membership.models import (
    AssemblyDecision,
    City,
    Contradiction,
    Member,
    Observer,
    OutboxMail,
    Presidency,
    SecretaryTerm,
    WorkingGroup,
)
from membership.models.outbox import ACCESS
from membership.permissions import Action
from membership.selectors.outbox import mails_by_state


class RecordIndexView(IndexView):
    """A list that reads the records its columns name in the same query."""

    def get_base_queryset(self) -> QuerySet:
        related = [name for name in self.list_display if _is_foreign_key(self.model, name)]
        return super().get_base_queryset().select_related(*related) if related else super().get_base_queryset()


def _is_foreign_key(model: type[Model], name: str) -> bool:
    return isinstance(model._meta.get_field(name), ForeignKey)


class RecordViewSet(ModelViewSet):
    """A list with search and filters, and an editing page, for those whom the table allows `action`."""

    action: ClassVar[Action] = Action.EDIT_CITIES
    template_prefix = "membership/records/"
    is_read_only: ClassVar[bool] = False
    index_view_class = RecordIndexView
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    panels: ClassVar[list[Panel]]

    @property
    def permission_policy(self) -> TablePolicy:
        return TablePolicy(self.model, self.action, is_read_only=self.is_read_only)


def fields(*names: str) -> list[Panel]:
    return [FieldPanel(name) for name in names]


class CityViewSet(RecordViewSet):
    model: type[Model] = City
    icon = "site"
    list_display: ClassVar = ["name_en", "name_local", "country", "population"]
    list_filter: ClassVar = ["country"]
    search_fields: ClassVar = ["name_en", "name_local", "slug"]
    panels: ClassVar = [
        MultiFieldPanel(fields("name_en", "name_local", "slug", "country", "website"), heading=_("City")),
        InlinePanel(
            "names",
            heading=_("Names in the languages of the site"),
            panels=fields("language", "name", "source", "is_checked"),
        ),
        FieldRowPanel(fields("latitude", "longitude"), heading=_("Position on the map")),
        MultiFieldPanel(
            fields("population", "population_year", "population_source", "population_is_public"),
            heading=_("Population"),
        ),
        InlinePanel(
            "mayors", heading=_("Mayors"), panels=fields("name", "since", "until", "certainty", "source_url", "note")
        ),
        InlinePanel(
            "twinnings",
            heading=_("Twin cities in the network"),
            help_text=_("State it at one of the two cities; both pages show it."),
            panels=fields("other", "since", "certainty", "source_url", "note"),
        ),
        MultiFieldPanel(fields("source_url", "geonames_id", "note"), heading=_("Source")),
    ]


class MemberViewSet(RecordViewSet):
    model: type[Model] = Member
    icon = "group"
    list_display: ClassVar = ["city", "state", "is_founding", "joined", "certainty"]
    list_filter: ClassVar = ["state", "is_founding", "certainty", "city__country"]
    search_fields: ClassVar = ["city__name_en", "city__name_local"]
    panels: ClassVar = fields("city", "is_founding", "joined", "joined_via", "certainty", "source_url")


class ObserverViewSet(RecordViewSet):
    model: type[Model] = Observer
    icon = "view"
    list_display: ClassVar = ["name_en", "country", "since"]
    search_fields: ClassVar = ["name_en", "name_local"]
    panels: ClassVar = fields("name_en", "name_local", "country", "since", "website", "certainty", "source_url", "note")


class PresidencyViewSet(RecordViewSet):
    model: type[Model] = Presidency
    action = Action.EDIT_SEATS
    icon = "date"
    list_display: ClassVar = ["term", "city", "mayor", "start", "end"]
    panels: ClassVar = fields("term", "city", "mayor", "start", "end", "certainty", "source_url", "note")


class WorkingGroupViewSet(RecordViewSet):
    model: type[Model] = WorkingGroup
    icon = "group"
    list_display: ClassVar = ["name_en", "key"]
    panels: ClassVar = [
        *fields("key", "name_en", "source", "note"),
        InlinePanel(
            "cities",
            heading=_("Cities that lead the group or work in it"),
            panels=fields("city", "is_leader", "since", "until", "certainty", "source_url", "note"),
        ),
    ]


class AssemblyDecisionViewSet(RecordViewSet):
    model: type[Model] = AssemblyDecision
    icon = "clipboard-list"
    list_display: ClassVar = ["decided_on", "matter", "city", "certainty"]
    list_filter: ClassVar = ["matter", "certainty"]
    panels: ClassVar = [
        FieldRowPanel(fields("decided_on", "matter", "city")),
        InlinePanel(
            "texts",
            heading=_("What was decided, in each language"),
            help_text=_("English is shown where a language has no text."),
            panels=fields("language", "text"),
            min_num=1,
        ),
        MultiFieldPanel(fields("certainty", "source_url", "note"), heading=_("Source")),
    ]


class SecretaryTermViewSet(RecordViewSet):
    model: type[Model] = SecretaryTerm
    icon = "user"
    list_display: ClassVar = ["name", "office", "since", "until"]
    panels: ClassVar = fields("name", "office", "since", "until", "certainty", "source_url", "note")


class ContradictionViewSet(RecordViewSet):
    model: type[Model] = Contradiction
    icon = "warning"
    list_display: ClassVar = ["point", "language"]
    list_filter: ClassVar = ["language"]
    panels: ClassVar = fields("key", "language", "point", "one_text", "one_source", "other_text", "other_source")


class OutboxIndexView(RecordIndexView):
    """The messages of the office; what opens an applicant's draft is for the applicant alone."""

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().exclude(key__startswith=ACCESS)

    def get_inspect_url(self, instance: Model) -> str:
        return reverse("desk:mail", args=[instance.pk])

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(*args, counts=mails_by_state(), **kwargs)


class OutboxViewSet(RecordViewSet):
    model: type[Model] = OutboxMail
    action = Action.SEE_OUTBOX
    is_read_only = True
    inspect_view_enabled = False
    index_view_class = OutboxIndexView
    icon = "mail"
    list_display: ClassVar = [
        "subject", "recipient", "language", "state", "attempts", "last_error", "created_at", "tried_at",
    ]  # fmt: skip
    list_filter: ClassVar = ["state", "language"]
    search_fields: ClassVar = ["recipient", "subject", "body"]
    panels: ClassVar = fields("recipient", "subject", "body")


class RecordsGroup(ViewSetGroup):
    """The records beside the applications."""

    menu_label = _("Records")
    menu_icon = "folder-open-inverse"
    menu_order = 110
    items = (
        CityViewSet,
        MemberViewSet,
        ObserverViewSet,
        PresidencyViewSet,
        SecretaryTermViewSet,
        WorkingGroupViewSet,
        AssemblyDecisionViewSet,
        ContradictionViewSet,
        OutboxViewSet,
    )
