"""What messages to the Secretariat are about."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Concern(TextChoices):
    """What a message is about, so that the right person reads it first."""

    GENERAL = "general", _("The network in general")
    PRESS = "press", _("A question of the press")
    MEMBERSHIP = "membership", _("Joining or observing")
    MISTAKE = "mistake", _("Something on this site is wrong")
    BARRIER = "barrier", _("A page is hard to use (accessibility)")
    DATA = "data", _("My personal data")
