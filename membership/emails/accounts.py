"""Mails to who has an account in the office: about getting in."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from membership.emails.writing import Message, Notice, write
from pages.translating.work.records import Assignment


def password_reset_message(language: str, *, user_name: str, url: str) -> Message:
    """The link with which a forgotten password is replaced, once and within a day."""
    return write("password_reset", language, {"user_name": user_name, "url": url})


def second_factor_removed_message(language: str, *, user_name: str) -> Message:
    """That an administrator took a lost second factor away, so that nobody does it unseen."""
    return write("second_factor_removed", language, {"user_name": user_name})


def translation_asked_message(assignment: Assignment, title: str) -> Notice:
    """That the office asks for a page in a language, with the day if there is one."""
    return Notice("translation_asked", {"assignment": assignment, "title": title}, reverse("wagtailadmin_home"))


def translations_due_message(tasks: Sequence[tuple[Assignment, str]]) -> Notice:
    """Which pages are due, each with its title."""
    return Notice("translations_due", {"tasks": tasks}, reverse("wagtailadmin_home"))
