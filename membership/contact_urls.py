"""Addresses of the form to the Secretariat, below `/<language>/contact/`; the page above them is an editor's."""

from django.urls import path

from membership.views import contact

app_name = "contact"
urlpatterns = [
    path("write/", contact.write, name="write"),
    path("write/sent/", contact.sent, name="sent"),
]
