"""Addresses of the applicant's path, below `/<language>/apply/`."""
from django.urls import URLPattern

app_name = "apply"
urlpatterns: list[URLPattern] = []
