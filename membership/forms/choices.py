"""The answers one can choose from in the application form."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class GovernmentKind(TextChoices):
    """What kind of local government applies."""

    CITY = "city", _("City")
    METROPOLITAN = "metropolitan", _("Metropolitan municipality")
    MUNICIPALITY = "municipality", _("Municipality")
    DISTRICT = "district", _("District or county")


class InOffice(TextChoices):
    """How the head of the local government came into office (Statutes, Art. 5: an elected city government)."""

    ELECTED = "elected", _("Directly elected by the citizens")
    BY_COUNCIL = "by_council", _("Elected by the council")
    ACTING = "acting", _("Acting until an election")
    APPOINTED = "appointed", _("Appointed by a higher authority")


class AnswerLanguage(TextChoices):
    ENGLISH = "en", _("English")
    OTHER = "other", _("Another language, with a summary in English")


class Contribution(TextChoices):
    CONTRIBUTE = "contribute", _("We would contribute")
    INTERESTED = "interested", _("We are interested")
    NO = "no", _("Not for us")


class GroupRole(TextChoices):
    LEAD = "lead", _("We could lead")
    ACTIVE = "active", _("We would take part actively")
    FOLLOW = "follow", _("We would follow the work")


class CouldHost(TextChoices):
    GROUP_MEETING = "group_meeting", _("A meeting of a working group")
    WORKSHOP = "workshop", _("A workshop")
    YOUTH_SUMMIT = "youth_summit", _("The Youth Summit")
    SUMMIT = "summit", _("The annual summit")


# The five fields of the City Diplomacy Strategy (January 2024), in which the aims of Article 3 are pursued.
AIMS = {
    "aim_climate": _("Local climate action"),
    "aim_democracy": _("Local democracy and migration"),
    "aim_smart": _("Smart cities and digital transformation"),
    "aim_economy": _("Local economic and cultural cooperation"),
    "aim_crisis": _("Effective cooperation during crises"),
}
