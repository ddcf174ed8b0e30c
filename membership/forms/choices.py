"""The answers one can choose from in the application form."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pages.languages.table import DJANGO_LANGUAGES, SOURCE


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


OTHER = "other"
# The language of the answers is recorded by its code; English is the network's official language (Statutes, Art. 10).
ANSWER_LANGUAGES: list[tuple[str, str | Promise]] = [("", ""), *DJANGO_LANGUAGES, (OTHER, _("Another language"))]
SUMMARISED = tuple(code for code, _name in ANSWER_LANGUAGES if code not in ("", SOURCE))


class YesNo(TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")


class Network(TextChoices):
    """Networks of cities that many cities of the region belong to; names of organisations are not translated."""

    C40 = "c40", "C40 Cities"
    CEMR = "cemr", "CEMR"
    COVENANT = "covenant", "Covenant of Mayors"
    ENERGY_CITIES = "energy_cities", "Energy Cities"
    EUROCITIES = "eurocities", "Eurocities"
    ICLEI = "iclei", "ICLEI"
    UCLG = "uclg", "UCLG"
    UNESCO_CREATIVE = "unesco_creative", "UNESCO Creative Cities Network"
    WHO_HEALTHY = "who_healthy", "WHO Healthy Cities Network"
    OTHER = "other", _("Another network")


class Partnership(TextChoices):
    TWIN = "twin", _("Twin city")
    COOPERATION = "cooperation", _("Cooperation")


class Knowledge(TextChoices):
    """What an observer may contribute (Statutes, Art. 6)."""

    KNOWLEDGE = "knowledge", _("Knowledge and experience")
    PARTNER = "partner", _("Partnership in projects")


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
