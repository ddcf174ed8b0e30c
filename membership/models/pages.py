"""The page types of membership: the member index with its page for each city, the organisation, and the guide to joining."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from membership.models.city import Member
from membership.models.committee import WorkingGroup
from pages.blocks import BodyBlock
from pages.languages.countries import COUNTRY_NAMES
from pages.models import BasePage

FOUNDING = "founding"


def years_of_joining() -> list[str]:
    """Return the years in which listed members joined, the first one first; when the others did is not known."""
    joined = Member.objects.listed().exclude(joined="").values_list("joined", flat=True)
    return sorted({day[:4] for day in joined})


class MemberIndexPage(RoutablePageMixin, BasePage):
    """The members as a map and a table; below it a page for each city, made from the records."""

    body = StreamField(BodyBlock(), verbose_name=_("introduction"), blank=True)

    max_count_per_parent = 1
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    @path("")
    def directory(self, request: HttpRequest) -> TemplateResponse:
        """The whole list, or a part of it by countries and status; an unknown filter is not found.

        A cluster of the map may stand on a border and name several; `country` is the only one named, if it is one.
        """
        countries = tuple(dict.fromkeys(code.upper() for code in request.GET.getlist("country") if code))
        country = countries[0] if len(countries) == 1 else ""
        status, year = request.GET.get("status", ""), request.GET.get("year", "")
        if not COUNTRY_NAMES.keys() >= set(countries) or status not in ("", FOUNDING):
            raise Http404
        if year and year not in years_of_joining():
            raise Http404
        context = {"countries": countries, "country": country, "status": status, "year": year}
        return self.render(request, context_overrides=context)

    @path("<slug:slug>/", name="city")
    def city(self, request: HttpRequest, slug: str) -> TemplateResponse:
        """One member city; a city that is not listed has no page."""
        member = Member.objects.listed().select_related("city").filter(city__slug=slug).first()
        if member is None:
            raise Http404
        return self.render(request, context_overrides={"member": member}, template="membership/city.html")

    @classmethod
    def records_below(cls) -> dict[str, datetime | None]:
        """Return the page of each listed city, with the moment since which its membership stands as it does."""
        listed = Member.objects.listed().order_by("city__slug").values_list("city__slug", "state_since")
        return {f"{slug}/": since for slug, since in listed}


class JoinPage(BasePage):
    """The guide for candidate cities, with the way to the form."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    max_count_per_parent = 1
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]


class OrganisationPage(RoutablePageMixin, BasePage):
    """How the network is organised; below it a page for each working group, the decisions, and where papers differ."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    max_count_per_parent = 1
    parent_page_types = ["pages.HomePage", "pages.ContentPage"]
    subpage_types: list[str] = []
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    @path("groups/<slug:key>/", name="group")
    def group(self, request: HttpRequest, key: str) -> TemplateResponse:
        """One working group."""
        group = WorkingGroup.objects.filter(key=key).first()
        if group is None:
            raise Http404
        return self.render(request, context_overrides={"group": group}, template="membership/working_group.html")

    @path("decisions/", name="decisions")
    def decisions(self, request: HttpRequest) -> TemplateResponse:
        """What the General Assembly decided."""
        return self.render(request, template="membership/assembly_decisions.html")

    @path("contradictions/", name="contradictions")
    def contradictions(self, request: HttpRequest) -> TemplateResponse:
        """Where the network's own papers differ, each side with its source."""
        return self.render(request, template="membership/contradictions.html")

    @classmethod
    def records_below(cls) -> dict[str, datetime | None]:
        """Return the page of each working group, of the decisions and of the contradictions; no change is on record."""
        keys = WorkingGroup.objects.values_list("key", flat=True)
        return {**{f"groups/{key}/": None for key in keys}, "decisions/": None, "contradictions/": None}
