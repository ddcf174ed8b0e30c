"""Whom the first form trusts: who is not trusted goes on by the link in the mail instead of the page, and is not refused."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from membership.forms.entry import AddressForm
from membership.services import captcha
from membership.views.session import now

GOOGLE = {
    "script-src": ["https://www.google.com/recaptcha/", "https://www.gstatic.com/recaptcha/"],
    "frame-src": ["https://www.google.com/recaptcha/", "https://recaptcha.google.com/recaptcha/"],
    "style-src": ["'unsafe-inline'"],
}


def client_address(request: HttpRequest) -> str:
    """Return the visitor's address: the connection's, or what the trusted proxy's header says last."""
    return str(request.META.get(settings.CLIENT_ADDRESS_HEADER, "")).rsplit(",", 1)[-1].strip()


def is_trusted(request: HttpRequest, form: AddressForm) -> bool:
    """Whether a person seems to have filled in the form: by the time it took, and by reCAPTCHA where keys are set."""
    if not form.was_read(now()):
        return False
    token = request.POST.get("g-recaptcha-response", "")
    return not captcha.is_asked() or captcha.vouches(token, client_address(request))


def captcha_context() -> dict[str, Any]:
    """Return what the form needs to offer reCAPTCHA: its public key, or nothing."""
    return {"captcha_key": settings.RECAPTCHA_PUBLIC_KEY}


def trusting_captcha(response: HttpResponse) -> HttpResponse:
    """Let the page load reCAPTCHA where keys are set; it does so only after the visitor agreed."""
    if settings.RECAPTCHA_PUBLIC_KEY:
        response._csp_update = GOOGLE  # type: ignore[attr-defined]  # how django-csp 4.0 widens one answer's policy
    return response
