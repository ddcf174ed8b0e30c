"""Mails to who has an account in the office: about getting in."""

from __future__ import annotations

from membership.emails.writing import Message, write


def password_reset_message(language: str, *, user_name: str, url: str) -> Message:
    """The link with which a forgotten password is replaced, once and within a day."""
    return write("password_reset", language, {"user_name": user_name, "url": url})


def second_factor_removed_message(language: str, *, user_name: str) -> Message:
    """That an administrator took a lost second factor away, so that nobody does it unseen."""
    return write("second_factor_removed", language, {"user_name": user_name})
