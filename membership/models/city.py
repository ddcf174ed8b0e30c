"""Cities, their names in each language, and what ties them to the network."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from membership.labels.states import MemberState, ObserverKind
from pages.certainty import Certainty
from pages.languages.countries import COUNTRY_NAMES
from pages.languages.table import DJANGO_LANGUAGES, SOURCE

COUNTRY_CHOICES = list(COUNTRY_NAMES.items())
IN_THE_NETWORK = [MemberState.ACTIVE, MemberState.LEAVING]
HOLDING = [*IN_THE_NETWORK, MemberState.SUSPENDED]


class City(ClusterableModel):
    """A city or another local government; a fact about it is stated here once, with its source."""

    slug = models.SlugField(_("address"), unique=True)
    country = models.CharField(_("country"), max_length=2, choices=COUNTRY_CHOICES)
    name_en = models.CharField(_("name in English"), max_length=120)
    name_local = models.CharField(_("name in its own script"), max_length=120)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(_("year of the population"), null=True, blank=True)
    population_source = models.CharField(_("source of the population"), max_length=200, blank=True)
    population_is_public = models.BooleanField(_("show the population"), default=True)
    website = models.URLField(_("web site"), blank=True)
    national_code = models.CharField(_("number in the national register"), max_length=40, blank=True)
    geonames_id = models.PositiveIntegerField(_("GeoNames number"), null=True, blank=True)
    source_url = models.CharField(_("source"), max_length=600, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        ordering = ["name_en"]

    def __str__(self) -> str:
        return self.name_en


class CityName(models.Model):
    """The name of a city in one of the site's languages."""

    city = ParentalKey(City, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(_("language"), max_length=10, choices=DJANGO_LANGUAGES)
    name = models.CharField(_("name"), max_length=120)
    source = models.CharField(_("source"), max_length=200, blank=True)
    is_checked = models.BooleanField(_("checked"), default=False)

    class Meta:
        verbose_name = _("name of a city")
        verbose_name_plural = _("names of cities")
        constraints = [models.UniqueConstraint(fields=["city", "language"], name="one_name_per_language")]

    def __str__(self) -> str:
        return f"{self.name} ({self.language})"


class MemberQuerySet(models.QuerySet["Member"]):
    def listed(self) -> MemberQuerySet:
        """The members a visitor sees: in the network, and supported by a source that is not doubtful."""
        return self.filter(state__in=IN_THE_NETWORK).exclude(certainty=Certainty.LOW)

    def holding(self) -> MemberQuerySet:
        """Memberships that have not ended, suspended ones included."""
        return self.filter(state__in=HOLDING)


class Member(models.Model):
    """A city's membership; it begins when the declaration is signed (Statutes, Art. 2).

    `notice_given_on` is a day in the network's time zone and stands while the member is leaving, and afterwards.
    """

    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="memberships")
    state = models.CharField(_("state"), max_length=20, choices=MemberState.choices, default=MemberState.ACTIVE)
    is_founding = models.BooleanField(_("founding member"), default=False)
    joined = models.CharField(
        _("joined"), max_length=10, blank=True, help_text=_("A day, a month or a year, as far as known: 2022-06.")
    )
    joined_via = models.CharField(_("how it joined"), max_length=120, blank=True)
    state_since = models.DateTimeField(_("in this state since"), null=True, blank=True)
    notice_given_on = models.DateField(_("notice of leaving given on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    contact_email = models.EmailField(_("e-mail address of the contact"), blank=True)
    language = models.CharField(_("language of mails"), max_length=10, choices=DJANGO_LANGUAGES, default=SOURCE)
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty.choices, default=Certainty.HIGH)
    source_url = models.CharField(_("source"), max_length=600, blank=True)

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [
            models.UniqueConstraint(fields=["city"], condition=Q(state__in=HOLDING), name="one_membership_at_a_time")
        ]

    def __str__(self) -> str:
        return f"{self.city}: {self.get_state_display()}"


class ObserverQuerySet(models.QuerySet["Observer"]):
    def current(self) -> ObserverQuerySet:
        """The observers whose invitation has neither ended nor been withdrawn."""
        return self.filter(ended_on__isnull=True)


class Observer(models.Model):
    """An observer invited by the President (Statutes, Art. 6); it has no vote.

    `ends_on` is the last day for which it is invited, `ended_on` the last day it was one; with a reason it was revoked.
    """

    name_en = models.CharField(_("name in English"), max_length=200)
    name_local = models.CharField(_("name in its own script"), max_length=200, blank=True)
    country = models.CharField(_("country"), max_length=2, choices=COUNTRY_CHOICES, blank=True)
    since = models.CharField(_("since"), max_length=10, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=ObserverKind.choices, default=ObserverKind.STANDING)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    revoked_reason = models.TextField(_("why it was revoked"), blank=True)
    application = models.OneToOneField(
        "membership.Application", on_delete=models.PROTECT, null=True, blank=True, related_name="observer"
    )
    website = models.URLField(_("web site"), blank=True)
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty.choices, default=Certainty.HIGH)
    source_url = models.CharField(_("source"), max_length=600, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = ObserverQuerySet.as_manager()

    class Meta:
        verbose_name = _("observer")
        verbose_name_plural = _("observers")

    def __str__(self) -> str:
        return self.name_en
