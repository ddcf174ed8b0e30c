"""Addresses of logging in, below `/admin/`. What allauth offers beyond them has none: there is no signing up."""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import path, re_path

from b40.access.views import LogInView, SetUpView, door

urlpatterns = [
    path("login/", door(LogInView.as_view()), name="account_login"),
    path("logout/", door(account.logout), name="account_logout"),
    path("access/closed/", door(account.account_inactive), name="account_inactive"),
    path("access/confirm/", door(account.reauthenticate), name="account_reauthenticate"),
    path("access/password/", door(account.password_change), name="account_change_password"),
    path("access/forgotten/", door(account.password_reset), name="account_reset_password"),
    path("access/forgotten/sent/", door(account.password_reset_done), name="account_reset_password_done"),
    path(
        "access/forgotten/done/",
        door(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^access/forgotten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        door(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("access/code/", door(second_factor.authenticate), name="mfa_authenticate"),
    path("access/confirm/code/", door(second_factor.reauthenticate), name="mfa_reauthenticate"),
    path("access/second-factor/", door(second_factor.index), name="mfa_index"),
    path("access/second-factor/set-up/", door(SetUpView.as_view()), name="mfa_activate_totp"),
    path("access/second-factor/remove/", door(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("access/recovery-codes/", door(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("access/recovery-codes/new/", door(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("access/recovery-codes/file/", door(codes.download_recovery_codes), name="mfa_download_recovery_codes"),
]
