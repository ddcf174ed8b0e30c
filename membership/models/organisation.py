"""The network as an organisation: mayors, twin cities, who works in a group, what the Assembly decided, the secretary."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from membership.labels.organisation import AssemblyMatter
from membership.models.city import City
from membership.models.committee import WorkingGroup
from pages.certainty import Certainty
from pages.languages.partial_dates import PartialDate
from pages.languages.table import DJANGO_LANGUAGES


def is_partial_date(text: str) -> None:
    """Accept a day, a month or a year of the calendar. Raises `ValidationError` for anything else."""
    try:
        PartialDate.parse(text)
    except ValueError as error:
        raise ValidationError(_("Write a day, a month or a year: 2022-06-28, 2022-06 or 2022.")) from error


class PartialDateField(models.CharField):
    """A date of which only the year, or the year and the month, may be known (ISO 8601)."""

    default_validators = [is_partial_date]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 10, "blank": True, **kwargs})


class Stated(models.Model):
    """A fact, with where it stands and how well it is supported."""

    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty.choices, default=Certainty.HIGH)
    source_url = models.CharField(_("source"), max_length=600, blank=True)
    note = models.TextField(_("note"), blank=True, help_text=_("For the office; visitors do not see it."))

    class Meta:
        abstract = True


class Lasting(Stated):
    """A fact that holds for a time; either end may be unknown."""

    since = PartialDateField(_("since"), help_text=_("A day, a month or a year, as far as known: 2022-06."))
    until = PartialDateField(_("until"), help_text=_("Leave empty if it still holds, or is not known."))

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse an end before the beginning, as far as both are known."""
        super().clean()
        if self.since and self.until and self.until[: len(self.since)] < self.since[: len(self.until)]:
            raise ValidationError({"until": _("The end lies before the beginning.")})


class MayorTerm(Lasting):
    """Who was mayor of a city, and when: a holder of public office, named as one."""

    city = ParentalKey(City, on_delete=models.CASCADE, related_name="mayors")
    name = models.CharField(_("mayor"), max_length=120)

    class Meta:
        verbose_name = _("mayor")
        verbose_name_plural = _("mayors")
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return self.name


class Twinning(Stated):
    """Two cities of the network that are twin cities; it is stated at one of them and holds for both."""

    city = ParentalKey(City, on_delete=models.CASCADE, related_name="twinnings")
    other = models.ForeignKey(City, on_delete=models.CASCADE, related_name="twinned_by", verbose_name=_("twin city"))
    since = PartialDateField(_("since"))

    class Meta:
        verbose_name = _("twin city")
        verbose_name_plural = _("twin cities")
        constraints = [
            models.UniqueConstraint(fields=["city", "other"], name="twinned_once"),
            models.CheckConstraint(condition=~Q(city=F("other")), name="no_twin_of_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.city} – {self.other}"

    def clean(self) -> None:
        """Refuse what is stated at the other city already."""
        super().clean()
        if self.city_id and Twinning.objects.filter(city_id=self.other_id, other_id=self.city_id).exists():
            raise ValidationError({"other": _("This is stated at the other city already.")})


class GroupCity(Lasting):
    """A city that works in a working group, or leads it."""

    group = ParentalKey(WorkingGroup, on_delete=models.CASCADE, related_name="cities")
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="groups", verbose_name=_("city"))
    is_leader = models.BooleanField(_("leads the group"), default=False)

    class Meta:
        verbose_name = _("city of a working group")
        verbose_name_plural = _("cities of working groups")
        ordering = ["-is_leader", "since", "pk"]

    def __str__(self) -> str:
        return f"{self.group}: {self.city}"


class AssemblyDecision(ClusterableModel, Stated):
    """Something the General Assembly decided (Statutes, Art. 10); its texts are by language."""

    decided_on = PartialDateField(
        _("decided on"), blank=False, help_text=_("A day, a month or a year, as far as known.")
    )
    matter = models.CharField(_("matter"), max_length=20, choices=AssemblyMatter.choices)
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place")
    )

    class Meta:
        verbose_name = _("decision of the General Assembly")
        verbose_name_plural = _("decisions of the General Assembly")
        ordering = ["-decided_on", "pk"]

    def __str__(self) -> str:
        return f"{self.decided_on}: {self.get_matter_display()}"


class AssemblyDecisionText(models.Model):
    """What was decided, in one of the site's languages."""

    decision = ParentalKey(AssemblyDecision, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=10, choices=DJANGO_LANGUAGES)
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("text of a decision")
        verbose_name_plural = _("texts of a decision")
        constraints = [models.UniqueConstraint(fields=["decision", "language"], name="one_text_per_language")]

    def __str__(self) -> str:
        return self.text


class SecretaryTerm(Lasting):
    """Who is Permanent Secretary of the network (Statutes, Art. 12), and in which public office."""

    name = models.CharField(_("name"), max_length=120)
    office = models.CharField(_("office"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("Permanent Secretary")
        verbose_name_plural = _("Permanent Secretaries")
        ordering = ["-since", "-pk"]

    def __str__(self) -> str:
        return self.name
