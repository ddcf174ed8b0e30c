"""The pages of logging in: allauth's, in the reader's language, under a policy without scripts."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.views import ActivateTOTPView
from csp.decorators import csp
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from wagtail.users.models import UserProfile

from b40.policy import DOOR
from pages.languages.negotiation import negotiate

View = Callable[..., HttpResponseBase]


def door(view: View) -> View:
    """Return the view as a page of logging in: never kept by a cache, without scripts, and in the reader's language."""

    @wraps(view)
    def spoken(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with override(language_of(request)):
            request.LANGUAGE_CODE = translation.get_language()  # type: ignore[attr-defined] # as its middleware sets it
            response = view(request, *args, **kwargs)
            if hasattr(response, "render"):
                response.render()
        patch_vary_headers(response, ["Accept-Language"])  # type: ignore[arg-type] # as its stubs have it
        return response

    return never_cache(csp(DOOR)(spoken))


def language_of(request: HttpRequest) -> str:
    """Return the language of the user's account, or the best one of the browser's."""
    if request.user.is_authenticated:
        return str(UserProfile.get_for_user(request.user).get_preferred_language())
    return negotiate(request.headers.get("Accept-Language", ""))


class LogInView(views.LoginView):
    """The door. Who came in and may not enter the office is shown out, instead of being sent to and fro."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not request.user.has_perm("wagtailadmin.access_admin"):
            logout(request)
        return super().dispatch(request, *args, **kwargs)


class SetUpView(ActivateTOTPView):
    """The page for a new second factor. Whoever set it up has just shown it, and is let in without showing it again."""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        record_authentication(self.request, self.request.user, "mfa", type="totp")
        return response
