"""The mail to the Secretariat with what a visitor wrote by the contact form."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from membership.emails.writing import Notice
from membership.labels.contact import Concern


@dataclass(frozen=True, slots=True)
class VisitorMessage:
    """What a visitor wrote, from a form opened at `opened`; `language` is that of the page, `email` for the answer."""

    concern: Concern
    name: str
    organisation: str
    email: str
    text: str
    language: str
    opened: str


def contact_office_message(message: VisitorMessage) -> Notice:
    """What a visitor wrote, for each of the Secretariat in a language of their own; the message is as it was written."""
    return Notice("office_contact", {"message": message}, reverse("wagtailadmin_home"))
