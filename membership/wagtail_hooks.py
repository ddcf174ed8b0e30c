"""What the office adds to Wagtail's admin: addresses, menu, records, style."""

from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from membership.desk import start
from membership.desk.menu import office_menu
from membership.desk.viewsets import RecordsGroup


@hooks.register("register_admin_urls")
def office_urls() -> list[URLPattern | URLResolver]:
    return [path("membership/", include("membership.desk.urls"))]


@hooks.register("register_admin_menu_item")
def membership_menu() -> MenuItem:
    return office_menu()


hooks.register("construct_homepage_panels", start.add_waiting)


@hooks.register("register_admin_viewset")
def register_records() -> RecordsGroup:
    return RecordsGroup()


@hooks.register("insert_global_admin_css")
def office_style() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk.css"))
