"""The forms of logging in, in our own words; each field has the name that browsers and password keepers know."""

from __future__ import annotations

from typing import Any

from allauth.account import fields
from allauth.account import forms as account
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

# Present step, and those before and after which the tolerance lets in.
STEPS = 2 * app_settings.TOTP_TOLERANCE + 1
REQUIRED = _("Please fill this in.")


class PlainForm(forms.Form):
    """Labels stand above their fields, without colon and without words inside the field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
            field.error_messages["required"] = REQUIRED


class LogInForm(PlainForm, account.LoginForm):
    """User name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("User name")
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""

    def add_prefix(self, field_name: str) -> str:
        return super().add_prefix("username" if field_name == "login" else field_name)


class PasswordAgainForm(PlainForm, account.ReauthenticateForm):
    password = fields.PasswordField(label=_("Password"), autocomplete="current-password")


class Repeated(PlainForm):
    """A new password is typed twice."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super(account.PasswordVerificationMixin, self).clean()  # type: ignore[misc] # its words are not ours
        first, second = self.cleaned_data.get("password1"), self.cleaned_data.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two passwords differ. Type the new one twice."))
        return cleaned


class NewPasswordForm(Repeated, account.ChangePasswordForm):
    oldpassword = fields.PasswordField(label=_("Present password"), autocomplete="current-password")
    password1 = fields.SetPasswordField(label=_("New password"))
    password2 = fields.PasswordField(label=_("New password, once more"), autocomplete="new-password")


class ResetForm(Repeated, account.ResetPasswordKeyForm):
    password1 = fields.SetPasswordField(label=_("New password"))
    password2 = fields.PasswordField(label=_("New password, once more"), autocomplete="new-password")


class ForgottenForm(PlainForm, account.ResetPasswordForm):
    email = forms.EmailField(label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"}))


class OneTimeForm(PlainForm):
    """A code. What opened once opens nothing more, for as long as the tolerance would let it in."""

    code = forms.CharField(
        label=_("Code"),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        code = super().clean_code()  # type: ignore[misc] # of the form that this is mixed into
        used = f"b40.access.used:{self.user.pk}:{normalize_user_code(code)}"  # type: ignore[attr-defined] # as above
        if not cache.add(used, True, timeout=STEPS * app_settings.TOTP_PERIOD):
            raise get_adapter().validation_error("incorrect_code")
        return str(code)


class CodeForm(OneTimeForm, second_factor.AuthenticateForm):
    pass


class CodeAgainForm(OneTimeForm, second_factor.ReauthenticateForm):
    pass


class SetUpForm(PlainForm, ActivateTOTPForm):
    code = forms.CharField(
        label=_("Code that the app shows now"),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}),
    )
