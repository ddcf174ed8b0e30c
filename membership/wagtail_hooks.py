"""What the office adds to Wagtail's admin."""
from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks

from membership.desk.viewsets import RecordsGroup


@hooks.register("register_admin_urls")
def office_urls() -> list[URLPattern | URLResolver]:
    return [path("membership/", include("membership.desk.urls"))]


@hooks.register("register_admin_viewset")
def register_records() -> RecordsGroup:
    return RecordsGroup()
