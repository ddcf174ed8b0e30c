"""Addresses of pages; the name `wagtail_serve` is Wagtail's own, so that page URLs are built from it."""

from django.urls import re_path
from wagtail.urls import serve_pattern

from pages.views import serve

urlpatterns = [re_path(serve_pattern, serve, name="wagtail_serve")]
