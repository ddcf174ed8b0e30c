"""Makes pages for the tests of news and events; what a test does not name is plain."""

from datetime import date

from wagtail.models import Locale, Page

from news.models import EventIndexPage, EventPage, NewsCity, NewsIndexPage, NewsPage, NewsTopic
from pages.models import HomePage


def make_home(code: str, source: HomePage | None = None) -> HomePage:
    """Return a home page in a language, a translation of `source` if that is given."""
    locale, _made = Locale.objects.get_or_create(language_code=code)
    home = HomePage(title=f"Home {code}", slug=f"home-{code}", locale=locale)
    if source:
        home.translation_key = source.translation_key
    return Page.get_first_root_node().add_child(instance=home)


def make_index(model: type[NewsIndexPage | EventIndexPage], home: HomePage, source: Page | None = None):
    """Return an index below a home page, a translation of `source` if that is given."""
    page = model(title="Index", slug={NewsIndexPage: "news", EventIndexPage: "events"}[model], locale=home.locale)
    if source:
        page.translation_key = source.translation_key
    return HomePage.objects.get(pk=home.pk).add_child(instance=page)


def make_news(
    index: Page, title: str, day: str = "2024-05-22", *, cities=(), topics=(), source: Page | None = None, **fields
) -> NewsPage:
    page = NewsPage(
        title=title,
        date=date.fromisoformat(day),
        locale=index.locale,
        cities=[NewsCity(slug=slug) for slug in cities],
        topics=[NewsTopic(topic=topic) for topic in topics],
        **fields,
    )
    return _add(index, page, source)


def make_event(
    index: Page, title: str, start: str = "2024-01-29", end: str = "2024-01-31", *, source: Page | None = None, **fields
) -> EventPage:
    page = EventPage(
        title=title, start=date.fromisoformat(start), end=date.fromisoformat(end), locale=index.locale, **fields
    )
    return _add(index, page, source)


def _add(index: Page, page: Page, source: Page | None) -> Page:
    if source:
        page.translation_key = source.translation_key
    return type(index).objects.get(pk=index.pk).add_child(instance=page)
