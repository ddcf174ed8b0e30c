"""What news change in Wagtail."""

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from news.desk import NewNewsItem, add_new_news, new_news

hooks.register("construct_homepage_panels", add_new_news)


@hooks.register("register_admin_urls")
def lead_to_new_news() -> list[URLPattern]:
    return [path("news/new/", new_news, name="new_news")]


@hooks.register("register_admin_menu_item")
def offer_new_news() -> MenuItem:
    return NewNewsItem(_("New news item"), reverse_lazy("new_news"), name="new_news", icon_name="plus", order=110)
