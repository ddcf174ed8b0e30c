"""The two indexes: of news and of events."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.paginator import EmptyPage
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from news.filters import chosen, filters, page_number, query_of
from news.labels import EventKind, Topic
from news.selectors import events, news
from pages.blocks import BodyBlock
from pages.languages.formats import format_year
from pages.models import BasePage


class IndexPage(BasePage):
    """A page that lists others below an introduction."""

    body = StreamField(BodyBlock(), verbose_name=_("introduction"), blank=True)

    max_count_per_parent = 1
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    class Meta:
        abstract = True


class NewsIndexPage(IndexPage):
    """All news of a language, newest first; below, the English ones that are not translated."""

    parent_page_types = ["pages.HomePage"]

    class Meta:
        verbose_name = _("news index")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the news of the chosen year and topic. Raises `Http404` for a choice or a page that does not exist."""
        context = super().get_context(request, *args, **kwargs)
        code = self.locale.language_code
        years = [(str(year), format_year(code, date(year, 1, 1))) for year in news.years(code)]
        used = news.topics(code)
        topics = [(topic.value, topic.label) for topic in Topic if topic in used]
        choices = {
            "year": chosen(request.GET, "year", dict(years)),
            "topic": chosen(request.GET, "topic", Topic.values),
        }
        listing = self._listing(choices, page_number(request.GET))
        number = listing.page.number
        return {
            **context,
            "listing": listing,
            "query": query_of({**choices, "page": number if number > 1 else ""}),
            "choice_query": query_of(choices),
            "years": filters(request.path, choices, "year", years, everything=_("All years")),
            "topic": choices["topic"],
            "topics": filters(request.path, choices, "topic", topics, everything=_("All topics")),
        }

    def _listing(self, choices: Mapping[str, str], number: int) -> news.NewsListing:
        year, topic = int(choices["year"] or 0), choices["topic"]
        try:
            return news.listing(self.locale.language_code, year=year, topic=topic, number=number)
        except EmptyPage as error:
            raise Http404("The list has no such page.") from error


class EventIndexPage(IndexPage):
    """All events of a language, upcoming and past; the English ones that are not translated apart."""

    parent_page_types = ["pages.HomePage"]

    class Meta:
        verbose_name = _("event index")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the events of the chosen kind as they stand today. Raises `Http404` for an unknown kind."""
        context = super().get_context(request, *args, **kwargs)
        kind = chosen(request.GET, "kind", EventKind.values)
        choices = {"kind": kind}
        return {
            **context,
            "listing": events.listing(self.locale.language_code, kind=kind, today=timezone.localdate()),
            "query": query_of(choices),
            "kinds": filters(request.path, choices, "kind", EventKind.choices, everything=_("All kinds")),
        }
