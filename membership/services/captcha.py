"""Asks reCAPTCHA about a visitor who agreed to it; whatever it answers, nobody is refused for it."""

from __future__ import annotations

import logging

from django.conf import settings
from django_recaptcha.client import submit

logger = logging.getLogger(__name__)


def is_asked() -> bool:
    """Whether keys are set, so that the form offers the check."""
    return bool(settings.RECAPTCHA_PRIVATE_KEY)


def vouches(token: str, address: str) -> bool:
    """Whether reCAPTCHA takes the visitor for a person; no token, no answer and nonsense are all a no."""
    if not token:
        return False
    try:
        return bool(submit(token, settings.RECAPTCHA_PRIVATE_KEY, address).is_valid)
    except (
        Exception
    ) as error:  # URLError, TimeoutError, broken JSON, a missing key: django-recaptcha 4.1 lets all through
        logger.warning("reCAPTCHA did not answer: %s", type(error).__name__)
        return False
