"""Addresses for programs; what stands behind them never changes its meaning within a version."""

from django.urls import path, re_path

from pages.opendata import views

app_name = "opendata"
urlpatterns = [
    path("openapi.json", views.show_description, name="description"),
    re_path(r"^(?P<name>[a-z_]+)\.(?P<form>[a-z]+)\Z", views.show_list, name="list"),
    re_path(r"^(?P<name>[a-z_]+)/versions\.json\Z", views.show_versions, name="versions"),
    re_path(r"^(?P<name>[a-z_]+)/versions/(?P<day>\d{4}-\d{2}-\d{2})\.json\Z", views.show_version, name="version"),
    re_path(r"^(?P<name>[a-z_]+)/(?P<number>[\w\-]{1,80})\.json\Z", views.show_row, name="row"),
    re_path(r"^(?P<path>(?s:.)*)\Z", views.show_nothing, name="nothing"),
]
