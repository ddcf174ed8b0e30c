"""The Executive Committee as dated seats, and the presidencies (Statutes, Art. 11 and 13)."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from membership.labels.states import SeatRole
from membership.models.append_only import AppendOnly
from membership.models.city import City
from pages.certainty import Certainty
from pages.languages.table import DJANGO_LANGUAGES


class SeatQuerySet(models.QuerySet["Seat"]):
    def held_on(self, day: date) -> SeatQuerySet:
        """The seats in office on a day; the first and the last day belong to the term."""
        return self.filter(Q(start__lte=day), Q(end__isnull=True) | Q(end__gte=day))


class Seat(models.Model):
    """A seat of a city in the Committee for a time; the user who votes for it may change, the seat stays."""

    role = models.CharField(_("role"), max_length=10, choices=SeatRole.choices)
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="seats", verbose_name=_("city"))
    holder_title = models.CharField(_("office of the holder"), max_length=120, blank=True)
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="seats",
        verbose_name=_("account of the holder"),
    )
    mandate_ends = models.DateField(_("mandate of the holder ends"), null=True, blank=True)
    start = models.DateField(_("first day"))
    end = models.DateField(_("last day"), null=True, blank=True)
    is_demo = models.BooleanField(_("example, not a fact"), default=False)
    source_url = models.CharField(_("source"), max_length=600, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat of the Executive Committee")
        verbose_name_plural = _("seats of the Executive Committee")
        ordering = ["start", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=models.F("start")), name="seat_ends_after_it_starts"
            )
        ]

    def __str__(self) -> str:
        return f"{self.city} ({self.get_role_display()})"


class CompositionOverride(AppendOnly):
    """Why the Committee is composed against a check of the statutes; the checks warn, an official may decide otherwise."""

    finding = models.CharField(max_length=30)
    subject = models.CharField(max_length=120, blank=True)
    article = models.CharField(max_length=10, blank=True)
    day = models.DateField(_("from the day"))
    reason = models.TextField(_("reason"))
    overridden_by = models.CharField(max_length=150)
    overridden_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.finding} {self.day}"


class Presidency(models.Model):
    """A mayor's time as President of the network; the presidency belongs to the city."""

    term = models.PositiveSmallIntegerField(_("term"))
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="presidencies", verbose_name=_("city"))
    mayor = models.CharField(_("mayor"), max_length=120)
    start = models.DateField(_("first day"))
    end = models.DateField(_("handed over on"), null=True, blank=True)
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty.choices, default=Certainty.HIGH)
    source_url = models.CharField(_("source"), max_length=600, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("presidency")
        verbose_name_plural = _("presidencies")
        ordering = ["start"]

    def __str__(self) -> str:
        return f"{self.term}: {self.city}, {self.mayor}"


class WorkingGroup(ClusterableModel):
    """A permanent working group of the network."""

    key = models.SlugField(_("key"), unique=True)
    name_en = models.CharField(_("name in English"), max_length=120)
    source = models.CharField(_("source"), max_length=300, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("working group")
        verbose_name_plural = _("working groups")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name_en


class Contradiction(models.Model):
    """A point on which two of the network's own papers differ: both are shown, none is preferred."""

    key = models.SlugField(_("key"))
    language = models.CharField(_("language"), max_length=10, choices=DJANGO_LANGUAGES)
    point = models.CharField(_("point"), max_length=160)
    one_text = models.TextField(_("one text"))
    one_source = models.CharField(_("its source"), max_length=300)
    other_text = models.TextField(_("the other text"))
    other_source = models.CharField(_("its source"), max_length=300)

    class Meta:
        verbose_name = _("contradiction in the papers")
        verbose_name_plural = _("contradictions in the papers")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["key", "language"], name="one_contradiction_per_language")]

    def __str__(self) -> str:
        return self.point
