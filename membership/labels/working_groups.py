"""The permanent working groups (Organisational Structure and Working Principles, January 2024), by their key."""

from django.utils.translation import gettext_lazy as _

WORKING_GROUPS = {
    "climate": _("Local Climate Action"),
    "democracy": _("Local Democracy and Migration"),
    "smart": _("Smart Cities and Digital Transformation"),
    "economy": _("Local Economic and Cultural Cooperation"),
}
