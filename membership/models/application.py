"""An application: its answers section by section, its files, its frozen revisions, and the keys that open its draft."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from membership.labels.states import ApplicationState, CeremonyAnswer, Route, ScanState, UploadKind
from membership.models.append_only import AppendOnly
from membership.models.city import COUNTRY_CHOICES, City
from membership.rules.clock import Clock
from membership.rules.spelling import folded, searchable
from pages.languages.table import DJANGO_LANGUAGES

BEFORE_DECISION = [
    ApplicationState.SUBMITTED,
    ApplicationState.IN_CHECK,
    ApplicationState.INFO_REQUESTED,
    ApplicationState.READY,
    ApplicationState.IN_ROUND,
]


SEARCHED = frozenset({"reference", "name_en", "name_local"})


class ApplicationQuerySet(models.QuerySet["Application"]):
    def received(self) -> ApplicationQuerySet:
        """What the Secretariat sees: everything that was submitted at least once."""
        return self.exclude(state=ApplicationState.DRAFT)

    def undecided(self) -> ApplicationQuerySet:
        return self.filter(state__in=BEFORE_DECISION)


class Application(models.Model):
    """A city's application for membership, or a request to be an observer (Statutes, Art. 5 and 6).

    `version` counts the writes, so that none is lost. One that came by letter may be without an address for mails. What
    is copied from the answers here is for the office's list and for finding the same city again. The clock of the check
    either runs until `check_due_on` or stands with `check_days_left`.
    """

    route = models.CharField(_("applies for"), max_length=12, choices=Route.choices, default=Route.MEMBERSHIP)
    category = models.CharField(_("category of observer"), max_length=30, blank=True)
    reference = models.CharField(_("reference"), max_length=20, unique=True, null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=ApplicationState.choices, default=ApplicationState.DRAFT
    )
    version = models.PositiveIntegerField(default=0)
    language = models.CharField(_("language of the form"), max_length=10, choices=DJANGO_LANGUAGES)
    contact_email = models.EmailField(_("verified e-mail address"), blank=True)
    alternate_email = models.EmailField(_("e-mail address of the alternate contact"), blank=True)
    mayor_email = models.EmailField(_("e-mail address of the mayor’s office"), blank=True)
    country = models.CharField(_("country"), max_length=2, choices=COUNTRY_CHOICES, blank=True)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    name_local = models.CharField(_("name in its own script"), max_length=120, blank=True)
    national_code = models.CharField(_("number in the national register"), max_length=40, blank=True)
    domain = models.CharField(_("e-mail domain"), max_length=120, blank=True)
    metropolis = models.CharField(_("metropolitan municipality to which it belongs"), max_length=120, blank=True)
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, null=True, blank=True, related_name="applications", verbose_name=_("city")
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="entered_applications",
        verbose_name=_("entered by"),
    )
    letter_received_on = models.DateField(_("came by letter on"), null=True, blank=True)
    frozen_at = models.DateTimeField(_("frozen since"), null=True, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="assigned_applications",
        verbose_name=_("assigned to"),
    )
    checklist = models.JSONField(_("checklist"), default=dict, blank=True)
    recommendation = models.TextField(_("recommendation"), blank=True)
    incomplete_note = models.TextField(_("why it was forwarded incomplete"), blank=True)
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    edited_at = models.DateTimeField(_("last change by the applicant"), auto_now_add=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    state_since = models.DateTimeField(_("in this state since"), auto_now_add=True)
    check_due_on = models.DateField(_("check due"), null=True, blank=True)
    check_days_left = models.SmallIntegerField(_("working days left for the check"), null=True, blank=True)
    flagged_on = models.DateField(_("flags last looked at"), null=True, blank=True)
    search_text = models.TextField(blank=True, editable=False)
    signed_on = models.DateField(_("declaration signed on"), null=True, blank=True)
    signed_at_place = models.CharField(_("place of signing"), max_length=120, blank=True)
    signatory = models.CharField(_("signed by (office)"), max_length=160, blank=True)
    ceremony_answer = models.CharField(
        _("answer to the ceremony"), max_length=12, choices=CeremonyAnswer.choices, blank=True
    )
    ceremony_on = models.DateField(_("ceremony held on"), null=True, blank=True)
    ceremony_event = models.CharField(_("summit of the ceremony"), max_length=160, blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-submitted_at", "-id"]
        indexes = [
            models.Index(fields=["state", "-submitted_at"], name="application_state"),
            models.Index(fields=["country"], name="application_country"),
            models.Index(fields=["-submitted_at", "-id"], name="application_submitted"),
            models.Index(fields=["state", "check_due_on", "state_since"], name="application_clock"),
            models.Index(fields=["check_due_on", "id"], name="application_due"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ApplicationState.DRAFT) | Q(reference__isnull=False), name="submitted_has_a_reference"
            ),
            models.UniqueConstraint(
                fields=["city"], condition=Q(state__in=BEFORE_DECISION), name="one_open_application_of_a_city"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference or '–'} {self.name_en}".strip()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """What is searched is written with the fields that it is made of."""
        fields = kwargs.get("update_fields")
        if fields is None or SEARCHED.intersection(fields):
            self.search_text = self.found_by()
            kwargs["update_fields"] = None if fields is None else {*fields, "search_text"}
        super().save(*args, **kwargs)

    def found_by(self) -> str:
        """Return the reference and both names as they are searched, in every spelling."""
        return "\n".join([folded(self.reference or ""), searchable(self.name_en, self.name_local)])

    @property
    def clock(self) -> Clock:
        """The clock of the check, as it stood at the last move."""
        return Clock(due_on=self.check_due_on, days_left=self.check_days_left)

    @property
    def is_by_letter(self) -> bool:
        return self.letter_received_on is not None

    @property
    def is_frozen(self) -> bool:
        """Whether the city said that the application is not its own; nothing moves until the office has looked."""
        return self.frozen_at is not None

    @property
    def newest_revision(self) -> Revision:
        """The revision that stands. Raises `Revision.DoesNotExist` for a draft, which has none."""
        return Revision.objects.filter(application=self).latest("number")


class SectionAnswers(models.Model):
    """The answers of one section of the form, saved alone; `version` tells two tabs apart."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="sections")
    section = models.CharField(max_length=30)
    answers = models.JSONField(default=dict)
    is_complete = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["application", "section"], name="one_row_per_section")]

    def __str__(self) -> str:
        return f"{self.application_id}: {self.section}"


def private_storage() -> Storage:
    """Uploaded documents of applications: never below MEDIA_ROOT, served only by a checked view."""
    return storages["private"]


class UploadQuerySet(models.QuerySet["Upload"]):
    def standing(self) -> UploadQuerySet:
        """The files that count: neither replaced, nor with a virus, nor waiting on the shelf of late ones."""
        return self.filter(replaced_at__isnull=True, is_late=False).exclude(scan=ScanState.INFECTED)


class Upload(models.Model):
    """A file of an application, kept under a random name; the name it came with is for display only.

    What a virus was found in has no file any more, only its hash. A late file came after the check was over.
    """

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="uploads")
    kind = models.CharField(_("kind"), max_length=20, choices=UploadKind.choices)
    file = models.FileField(storage=private_storage, max_length=200, blank=True)
    display_name = models.CharField(_("name"), max_length=255)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    replaced_at = models.DateTimeField(null=True, blank=True)
    document_date = models.DateField(_("date of the document"), null=True, blank=True)
    is_late = models.BooleanField(_("came late"), default=False)
    scan = models.CharField(_("virus scan"), max_length=12, choices=ScanState.choices, default=ScanState.NOT_SCANNED)

    objects = UploadQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(kind=UploadKind.MAYOR_LETTER, replaced_at__isnull=True, is_late=False),
                name="one_letter_of_the_mayor",
            )
        ]

    def __str__(self) -> str:
        return self.display_name


class Revision(AppendOnly):
    """An application frozen at a submission: answers, list of files and the SHA-256 over both.

    Only the erasure of a person changes one: the hash stays, and `redacted_at` says that there was more.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveSmallIntegerField(_("number"))
    language = models.CharField(max_length=10)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    frozen_at = models.DateTimeField(auto_now_add=True)
    redacted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["application", "number"], name="one_revision_per_number")]

    def __str__(self) -> str:
        return f"{self.application_id} r{self.number}"

    def redact(self, content: dict[str, Any], *, now: datetime) -> None:
        """Take personal data out of a revision: the one change, past the refusal of all others (GDPR, Art. 17)."""
        models.QuerySet(type(self)).filter(pk=self.pk).update(content=content, redacted_at=now)


class AccessKey(models.Model):
    """A link and a six-digit code sent by mail; only hashes are kept. Without an application it begins one.

    A key that takes over makes its address the contact of the application.
    """

    email = models.EmailField()
    language = models.CharField(max_length=10, choices=DJANGO_LANGUAGES)
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, null=True, blank=True, related_name="access_keys"
    )
    category = models.CharField(max_length=30, blank=True)
    takes_over = models.BooleanField(default=False)
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["email", "created_at"], name="access_key_email")]

    def __str__(self) -> str:
        return f"key {self.pk}"
