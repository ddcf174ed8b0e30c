"""A meeting of the Committee: who sat in it when, and who stood for whom (Statutes, Art. 13)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from membership.labels.states import MeetingState
from membership.models.append_only import AppendOnly
from membership.models.application import private_storage
from membership.models.committee import Seat


class Meeting(models.Model):
    """A meeting in a room or by video; in session from `opened_at` to `closed_at`, both in UTC."""

    title = models.CharField(_("meeting"), max_length=160)
    held_on = models.DateField(_("day"))
    place = models.CharField(_("place, or video"), max_length=160, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=MeetingState.choices, default=MeetingState.PLANNED)
    chair = models.ForeignKey(
        Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="chaired", verbose_name=_("chaired by")
    )
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    class Meta:
        verbose_name = _("meeting of the Committee")
        verbose_name_plural = _("meetings of the Committee")
        ordering = ["-held_on", "-id"]

    def __str__(self) -> str:
        return self.title


class MeetingSeat(models.Model):
    """A seat in office on the day of a meeting, frozen when the meeting opened; `is_present` is the newest of `Presence`."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="seats")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="meeting_seats")
    role = models.CharField(_("role"), max_length=10)
    city_name = models.CharField(_("city"), max_length=120)
    is_present = models.BooleanField(_("present"), default=False)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "seat"], name="one_seat_per_meeting")]

    def __str__(self) -> str:
        return f"{self.city_name} ({self.role})"


class Presence(AppendOnly):
    """When a seat came to a meeting or left it."""

    meeting_seat = models.ForeignKey(MeetingSeat, on_delete=models.PROTECT, related_name="presences")
    is_present = models.BooleanField(_("present"))
    at = models.DateTimeField()
    recorded_by = models.CharField(max_length=150)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.meeting_seat}: {self.is_present}"


class Proxy(models.Model):
    """A written authorisation of one seat to vote for another, for one meeting or one round (Statutes, Art. 13).

    It holds once the President and the Secretary both confirmed that they received it.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="proxies")
    round = models.ForeignKey(
        "membership.Round", on_delete=models.PROTECT, null=True, blank=True, related_name="proxies"
    )
    principal = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="proxies_given")
    holder = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="proxies_held")
    document = models.FileField(_("written authorisation"), storage=private_storage, max_length=200)
    document_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    filed_by = models.CharField(max_length=150)
    filed_at = models.DateTimeField()
    president_received_at = models.DateTimeField(_("received by the President"), null=True, blank=True)
    president_received_by = models.CharField(max_length=150, blank=True)
    secretary_received_at = models.DateTimeField(_("received by the Secretary"), null=True, blank=True)
    secretary_received_by = models.CharField(max_length=150, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    revoked_by = models.CharField(max_length=150, blank=True)

    class Meta:
        verbose_name = _("proxy")
        verbose_name_plural = _("proxies")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(meeting__isnull=True, round__isnull=False) | Q(meeting__isnull=False, round__isnull=True),
                name="proxy_for_a_meeting_or_a_round",
            ),
            models.CheckConstraint(condition=~Q(principal=models.F("holder")), name="no_proxy_to_oneself"),
            *(
                models.UniqueConstraint(
                    fields=[scope, "principal"],
                    condition=Q(revoked_at__isnull=True),
                    name=f"one_proxy_of_a_seat_in_a_{scope}",
                )
                for scope in ("meeting", "round")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.principal} → {self.holder}"

    @property
    def is_received(self) -> bool:
        return self.president_received_at is not None and self.secretary_received_at is not None
