"""The flags of applications, kept so that the list can be narrowed to them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from membership.models.application import Application


class ApplicationFlag(models.Model):
    """A flag that stood when the application was last looked at; `other` is the application that it speaks of.

    The dossier computes its flags anew each time; these rows are for the list and can be made again at any time.
    """

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="flags")
    key = models.CharField(_("flag"), max_length=30)
    other = models.ForeignKey(Application, on_delete=models.CASCADE, null=True, related_name="flags_elsewhere")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["key", "application"], name="flag_key")]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "key"], condition=Q(other__isnull=True), name="one_flag_of_a_kind"
            ),
            models.UniqueConstraint(
                fields=["application", "key", "other"],
                condition=Q(other__isnull=False),
                name="one_flag_of_a_kind_and_other",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application_id}: {self.key}"
