"""What programs read of news and events, under the prefix of each language."""

from django.http import Http404, HttpRequest, HttpResponse

from news import atom, calendars, icalendar
from news.labels import EventKind, Topic
from news.selectors import feeds
from pages import groups
from pages.fallback import Meaning, meaning_of
from pages.languages.active import active_language
from pages.links import announce_links
from pages.machines import read_by_machines
from pages.views import redirect_to

EVENT_FILE = "event.ics"


@read_by_machines
def news_feed(request: HttpRequest, topic: str = "") -> HttpResponse:  # noqa: ARG001 - Django calls a view with it
    """Answer with the newest news of the active language, or those on a topic; a feed is there as soon as a list of news."""
    if topic and topic not in Topic.values:
        raise Http404("There is no such topic.")
    feed = feeds.news_feed(active_language().code, topic)
    if feed is None:
        raise Http404("The language has no list of news.")
    for item in feed.items:
        announce_links(item.body)
    return HttpResponse(atom.atom(feed), content_type=f"{atom.CONTENT_TYPE}; charset=utf-8")


@read_by_machines
def event_calendar(request: HttpRequest, kind: str = "", group: str = "") -> HttpResponse:  # noqa: ARG001 - as above
    """Answer with all events of the active language, or those of a kind or of a working group."""
    if kind and kind not in EventKind.values:
        raise Http404("There is no such kind of event.")
    if group and group not in dict(groups.choices()):
        raise Http404("There is no such working group.")
    return _answer(feeds.known_events(active_language().code, kind, group))


@read_by_machines
def event_file(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the event whose page is at the path; another spelling of it leads to its one address."""
    code = active_language().code
    meaning = meaning_of(request, path, code)
    if not isinstance(meaning, Meaning) or meaning.below:
        raise Http404("No page of this language is here.")
    found = feeds.known_event(meaning.page.pk, code)
    if found is None:
        raise Http404("No event of this language whose day is known is here.")
    return redirect_to(request, meaning, EVENT_FILE) if meaning.path != path else _answer(found)


def _answer(found: feeds.Events) -> HttpResponse:
    return HttpResponse(calendars.calendar(found), content_type=icalendar.CONTENT_TYPE)
