"""Writes a mail: a plain text template, in the language of its reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from membership.models import Application
from pages.languages.kosovo import KOSOVO_FOOTNOTE, names_kosovo


@dataclass(frozen=True, slots=True)
class Message:
    """A mail ready to be sent; the subject is one line."""

    language: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A mail to several people of the office, written for each in a language of their own; `path` is where to log in."""

    name: str
    context: Mapping[str, Any]
    path: str

    def in_language(self, language: str) -> Message:
        return write(self.name, language, {**self.context, "url": f"{settings.WAGTAILADMIN_BASE_URL}{self.path}"})


def write(name: str, language: str, context: Mapping[str, Any]) -> Message:
    """Write the mail `templates/emails/<name>.txt`: its first line is the subject. A body naming Kosovo* has the footnote."""
    with translation.override(language):
        text = render_to_string(f"emails/{name}.txt", {**context, "origin": settings.WAGTAILADMIN_BASE_URL})
        subject, _, body = text.strip().partition("\n")
        body = body.strip()
        if names_kosovo(f"{subject} {body}"):
            body = f"{body}\n\n{KOSOVO_FOOTNOTE}"
    return Message(language, subject.strip(), f"{body}\n")


def to_applicant(name: str, application: Application, **context: Any) -> Message:
    """Write a mail to the applicant, in the language of the form, with the way to the application."""
    url = public_url(application.language, "apply:resume")
    return write(name, application.language, {"application": application, "url": url, **context})


def to_office(name: str, application: Application, **context: Any) -> Notice:
    """A mail to people of the office, with the address of the dossier."""
    return Notice(name, {"application": application, **context}, reverse("desk:dossier", args=[application.pk]))


def public_url(language: str, name: str, *args: object) -> str:
    with translation.override(language):
        return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(name, args=args)}"
