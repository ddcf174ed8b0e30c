"""Addresses of files for programs; they do not follow the slugs of the lists, so that who subscribed keeps the address."""

from django.urls import path, re_path

from news import views

app_name = "news"
urlpatterns = [
    path("news/feed.atom", views.news_feed, name="feed"),
    path("news/feed-<slug:topic>.atom", views.news_feed, name="feed_on_topic"),
    path("events/calendar.ics", views.event_calendar, name="calendar"),
    path("events/calendar-of-group-<slug:group>.ics", views.event_calendar, name="calendar_of_group"),
    path("events/calendar-<slug:kind>.ics", views.event_calendar, name="calendar_of_kind"),
    re_path(rf"^(?P<path>(?:[\w\-]+/)+){views.EVENT_FILE.replace('.', '[.]')}$", views.event_file, name="event"),
]
