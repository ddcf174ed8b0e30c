"""Addresses of pages; the name `wagtail_serve` is Wagtail's own, so that page URLs are built from it."""

from django.urls import path, re_path
from wagtail.urls import serve_pattern

from pages.latest_changes import show_latest
from pages.site_map import show_site_map
from pages.sitemap_views import sitemap
from pages.translating.views import show_changes
from pages.views import serve

urlpatterns = [
    path("changes/", show_latest, name="latest_changes"),
    path("changes/<int:pk>/", show_changes, name="changes"),
    path("site-map/", show_site_map, name="site_map"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap, name="sitemap"),
    re_path(serve_pattern, serve, name="wagtail_serve"),
]
