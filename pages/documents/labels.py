"""What documents are, and how they stand."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DocumentKind(TextChoices):
    """Which of the network's documents a page holds."""

    DECLARATION = "declaration", _("Declaration")
    STATUTES = "statutes", _("Statutes")
    STRATEGY = "strategy", _("Strategy")
    OTHER = "other", _("Another document")


class DocumentStatus(TextChoices):
    """Whether a version of a document applies."""

    IN_FORCE = "in_force", _("In force")
    REPLACED = "replaced", _("Replaced by a newer version")
    DRAFT = "draft", _("Draft, not adopted")
