"""The two indexes: of news and of events."""

from datetime import date, datetime
from typing import Any

from django.core.paginator import EmptyPage
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from news.choices import Choice, in_country, in_year, on_topic, ways
from news.filters import Filter, chosen, filters, query_of
from news.labels import EventKind, Topic
from news.selectors import events, news
from pages import places
from pages.blocks import BodyBlock
from pages.languages.active import active_language
from pages.languages.collation import sort_key
from pages.languages.formats import format_month, format_year
from pages.models import BasePage
from pages.paging import page_number


class IndexPage(BasePage):
    """A page that lists others below an introduction."""

    body = StreamField(BodyBlock(), verbose_name=_("introduction"), blank=True)

    max_count_per_parent = 1
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    class Meta:
        abstract = True


class NewsIndexPage(RoutablePageMixin, IndexPage):
    """All news of a language, newest first; below, the English ones that are not translated.

    Each year, month, topic, city and country in which something is listed has an address of its own.
    """

    parent_page_types = ["pages.HomePage"]

    class Meta:
        verbose_name = _("news index")

    @path("")
    def everything(self, request: HttpRequest) -> TemplateResponse:
        """All news, or those that the query names."""
        return self._narrowed(request, Choice.of(request.GET, self.locale.language_code))

    @re_path(r"^(?P<year>[0-9]{4})/(?:(?P<month>[0-9]{2})/)?$")
    def of_year(self, request: HttpRequest, year: str, month: str | None = None) -> TemplateResponse:
        """The news of a year or a month."""
        return self._narrowed(request, in_year(year, month or ""))

    @path("topic/<slug:topic>/")
    def of_topic(self, request: HttpRequest, topic: str) -> TemplateResponse:
        """The news on a topic."""
        return self._narrowed(request, on_topic(topic))

    @path("city/<slug:city>/")
    def of_city(self, request: HttpRequest, city: str) -> TemplateResponse:
        """The news about a city."""
        return self._narrowed(request, Choice(city=city))

    @path("country/<slug:country>/")
    def of_country(self, request: HttpRequest, country: str) -> TemplateResponse:
        """The news about the cities of a country."""
        return self._narrowed(request, in_country(country))

    @path("press/", name="press")
    def press(self, request: HttpRequest) -> TemplateResponse:
        """What a journalist needs, on one page: who the network is, its figures, its sign, whom to ask."""
        return self.render(request, template="news/press_kit.html")

    @classmethod
    def records_below(cls) -> dict[str, datetime | None]:
        """Return the press kit, and the page of each year and topic in which something is listed in some language."""
        years = [in_year(f"{day.year:04d}") for day in news.all_years()]
        topics = [on_topic(topic) for topic in sorted(news.all_topics())]
        return dict.fromkeys(["press/", *(choice.below for choice in (*years, *topics))])

    def _narrowed(self, request: HttpRequest, choice: Choice) -> TemplateResponse:
        """Show the list. Raises `Http404` where an address of its own lists nothing, and for a page that there is not."""
        code, number = self.locale.language_code, page_number(request.GET)
        try:
            listing = news.listing(
                code,
                year=int(choice.year or 0),
                month=int(choice.month or 0),
                topic=choice.topic,
                cities=choice.slugs(),
                number=number,
            )
        except EmptyPage as error:
            raise Http404("The list has no such page.") from error
        if choice.below and not listing.page.paginator.count:
            raise Http404("Nothing is listed here.")
        return self.render(request, context_overrides=self._context(request, choice, listing))

    def _context(self, request: HttpRequest, choice: Choice, listing: news.NewsListing) -> dict[str, Any]:
        number = listing.page.number
        is_own = bool(choice.below) and request.path.endswith(f"/{choice.below}")
        base = request.path.removesuffix(choice.below) if is_own else request.path
        query = {} if is_own else {"year": choice.year, "topic": choice.topic}
        is_of_place = bool(choice.city or choice.country)
        return {
            "listing": listing,
            "choice": choice,
            "choice_title": choice.title(active_language().code),
            "query": query_of({**query, "page": number if number > 1 else ""}),
            "choice_query": query_of(query),
            "topic": choice.topic,
            **({} if is_of_place else self._ways(base, choice)),
        }

    def _ways(self, base: str, choice: Choice) -> dict[str, list[Filter]]:
        """Return the links to years, months of the year, and topics."""
        code = self.locale.language_code
        years = [(str(year), format_year(code, date(year, 1, 1))) for year in news.years(code)]
        year = int(choice.year or 0)
        months = [(f"{month:02d}", format_month(code, date(year, month, 1))) for month in news.months(code, year)]
        used = news.topics(code)
        topics = [(topic.value, topic.label) for topic in Topic if topic in used]
        return {
            "years": ways(base, choice, "year", years, _("All years")),
            "months": [] if choice.topic else ways(base, choice, "month", months, _("All months")),
            "topics": ways(base, choice, "topic", topics, _("All topics")),
        }


class EventIndexPage(IndexPage):
    """All events of a language, upcoming and past; the English ones that are not translated apart."""

    parent_page_types = ["pages.HomePage"]

    class Meta:
        verbose_name = _("event index")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the events of the chosen kind, year and city as they stand today. Raises `Http404` for an unknown one."""
        context = super().get_context(request, *args, **kwargs)
        code = self.locale.language_code
        years, slugs = events.years_and_cities(code)
        choices = {
            "kind": chosen(request.GET, "kind", EventKind.values),
            "year": chosen(request.GET, "year", [str(year) for year in years]),
            "city": chosen(request.GET, "city", slugs),
        }
        today = timezone.localdate()
        found = events.listing(
            code, kind=choices["kind"], year=int(choices["year"] or 0), city=choices["city"], today=today
        )
        return {**context, "listing": found, **self._ways(request.path, choices, years, slugs)}

    def _ways(self, path: str, choices: dict[str, str], years: list[int], slugs: list[str]) -> dict[str, Any]:
        """Return the links to kinds, years and cities, each with the other choices in force."""
        reader = active_language().code
        named = places.names(slugs, reader)
        cities = sorted(((slug, named.get(slug, slug)) for slug in slugs), key=lambda pair: sort_key(reader)(pair[1]))
        year_options = [(str(year), format_year(reader, date(year, 1, 1))) for year in years]
        return {
            "choices": choices,
            "query": query_of(choices),
            "kinds": filters(path, choices, "kind", EventKind.choices, everything=_("All kinds")),
            "years": filters(path, choices, "year", year_options, everything=_("All years")),
            "cities": filters(path, choices, "city", cities, everything=_("All cities")),
        }
