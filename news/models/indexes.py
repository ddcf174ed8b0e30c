"""The two indexes: of news and of events."""

from django.core.paginator import EmptyPage
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from news.filters import chosen, page_number
from news.labels import EventKind, Topic
from news.selectors import events, news
from pages.blocks import BodyBlock
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

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Add the news of the chosen year and topic. Raises `Http404` for a choice or a page that does not exist."""
        context = super().get_context(request, *args, **kwargs)
        code = self.locale.language_code
        years = news.years(code)
        year = chosen(request.GET, "year", map(str, years))
        topic = chosen(request.GET, "topic", Topic.values)
        try:
            listing = news.listing(code, year=int(year or 0), topic=topic, number=page_number(request.GET))
        except EmptyPage as error:
            raise Http404("The list has no such page.") from error
        return {**context, "listing": listing, "years": years, "year": year, "topics": Topic.choices, "topic": topic}


class EventIndexPage(IndexPage):
    """All events of a language, upcoming and past; the English ones that are not translated apart."""

    parent_page_types = ["pages.HomePage"]

    class Meta:
        verbose_name = _("event index")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Add the events of the chosen kind as they stand today. Raises `Http404` for an unknown kind."""
        context = super().get_context(request, *args, **kwargs)
        kind = chosen(request.GET, "kind", EventKind.values)
        listing = events.listing(self.locale.language_code, kind=kind, today=timezone.localdate())
        return {**context, "listing": listing, "kinds": EventKind.choices, "kind": kind}
