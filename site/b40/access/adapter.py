"""How allauth behaves here: nobody signs up, its words are ours, and its mails go through the outbox."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from b40.access.sealing import seal, unseal
from membership.desk.fresh import is_fresh
from membership.emails import password_reset_message
from membership.models.outbox import ACCESS
from membership.services.outbox import post
from membership.views.guards import client_address

TOLD: dict[str, Promise] = {
    "mfa/messages/totp_activated.txt": _("Your second factor is set. Now keep the recovery codes."),
    "mfa/messages/totp_deactivated.txt": _("Your second factor is removed."),
    "account/messages/password_changed.txt": _("Your password is changed."),
}
WAYS: dict[str, Promise] = {
    "reauthenticate": _("Use your password"),
    "mfa_reauthenticate": _("Use a code of your app, or a recovery code"),
}
WRONG_CODE = _("This code is not right, or it was used already. Wait for the next one.")
WAIT = _("Too many wrong tries. Wait five minutes, then try again.")


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators; what was typed wrong is told without saying which half of it."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_code": WRONG_CODE,
        "incorrect_password": _("This is not your password."),
        "invalid_password_reset": _("This link was used already, or it is too old."),
        "rate_limited": WAIT,
        "too_many_login_attempts": WAIT,
        "username_password_mismatch": _("User name and password do not belong together. Please try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Logging in counts as well as confirming, within the same ten minutes as for acts of the office."""
        request = self.request
        return not is_fresh(request, request.user, timezone.now())

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict]:
        found = super().get_reauthentication_methods(user)
        return [{**way, "description": WAYS[way["id"]]} for way in found if way["id"] in WAYS]

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Tell only what is worth it, in our own words."""
        words = message or TOLD.get(message_template or "")
        if words:
            super().add_message(request, level, message=str(words), extra_tags=extra_tags)

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        """Write the link to the outbox, under a key that keeps it from being read there."""
        language, url = translation.get_language() or "en", context["password_reset_url"]
        message = password_reset_message(language, user_name=user.get_username(), url=url)
        post(f"{ACCESS}password:{user.pk}:{context['key']}", user.email, message)


class SecondFactorAdapter(DefaultMFAAdapter):
    """The words of the second factor; apps show the account by its user name. Its keys lie sealed in the database."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "cannot_generate_recovery_codes": _("Recovery codes belong to a second factor. Set one first."),
        "incorrect_code": WRONG_CODE,
    }

    def get_totp_label(self, user: Any) -> str:
        return str(user.get_username())

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)
