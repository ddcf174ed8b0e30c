"""The fixed words of news and events: topics, kinds, states, precision and certainty."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Topic(TextChoices):
    """What a news item is about."""

    NETWORK = "network", _("Network")
    ANNUAL_SUMMIT = "annual-summit", _("Annual summit")
    DECLARATION = "declaration", _("Declaration")
    MEMBERSHIP = "membership", _("Membership")
    PRESIDENCY = "presidency", _("Presidency")
    GOVERNANCE = "governance", _("Governance")
    EXECUTIVE_COMMITTEE = "executive-committee", _("Executive Committee")
    WORKING_GROUPS = "working-groups", _("Working groups")
    CLIMATE = "local-climate-action", _("Local climate action")
    DEMOCRACY = "local-democracy-and-migration", _("Local democracy and migration")
    SMART_CITIES = "smart-cities-and-digital-transformation", _("Smart cities and digital transformation")
    ECONOMY = "local-economic-and-cultural-cooperation", _("Local economic and cultural cooperation")
    YOUTH = "youth", _("Youth")
    OBSERVERS = "observers", _("Observers")


class EventKind(TextChoices):
    """What sort of gathering an event is."""

    ANNUAL_SUMMIT = "annual-summit", _("Annual summit")
    EXECUTIVE_COMMITTEE = "executive-committee", _("Executive Committee meeting")
    WORKING_GROUPS = "working-groups", _("Working group meeting")
    YOUTH_SUMMIT = "youth-summit", _("Youth summit")
    EXTRAORDINARY_MEETING = "extraordinary-meeting", _("Extraordinary meeting")


class EventState(TextChoices):
    """Where an event stands on a given day; never stored, so that nothing stays in the future tense."""

    UPCOMING = "upcoming", _("Upcoming")
    NOW = "now", _("Taking place now")
    PAST = "past", _("Past")


class Course(TextChoices):
    """Whether an event is held as it was announced."""

    AS_PLANNED = "as-planned", _("As announced")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")


class Precision(TextChoices):
    """How far a date is known."""

    DAY = "day", _("The day is known")
    MONTH = "month", _("Only the month is known")
    YEAR = "year", _("Only the year is known")


class Certainty(TextChoices):
    """How well a fact is supported."""

    HIGH = "high", _("Well supported: the network, the city itself, or two independent sources")
    MEDIUM = "medium", _("Supported by one source")
    LOW = "low", _("Doubtful")
