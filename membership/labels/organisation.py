"""The words of the organisation: what the General Assembly decides on."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AssemblyMatter(TextChoices):
    """What a decision of the General Assembly is about (Statutes, Art. 10)."""

    DECLARATION = "declaration", _("Declaration")
    PRESIDENT = "president", _("Election of the President")
    COMMITTEE = "committee", _("Executive Committee")
    STATUTES = "statutes", _("Statutes")
    AGENDA = "agenda", _("Agenda")
    REPORT = "report", _("Annual report")
    MEMBER = "member", _("Membership")
    OTHER = "other", _("Other matter")
