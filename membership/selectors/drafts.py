"""Reads an application as its applicant works on it: whose it is, what is open, how far each part is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from membership.labels.states import ApplicationState, Route, UploadKind
from membership.models import Application, InformationRequest, SectionAnswers, Upload
from membership.rules.house_rules import DRAFT_KEPT_DAYS
from membership.selectors.calendar import day_in_the_network


@dataclass(frozen=True, slots=True)
class OpenParts:
    """What the applicant may change now; `None` is everything."""

    sections: frozenset[str] | None
    kinds: frozenset[str] | None

    def has_section(self, key: str) -> bool:
        return self.sections is None or key in self.sections

    def has_kind(self, kind: str) -> bool:
        return self.kinds is None or kind in self.kinds


EVERYTHING = OpenParts(None, None)
NOTHING = OpenParts(frozenset(), frozenset())


def open_parts(application: Application) -> OpenParts:
    """Return what may be changed: all of a draft, what the office asked for, else nothing; nothing while it is frozen."""
    if application.state == ApplicationState.DRAFT:
        return EVERYTHING
    if application.state != ApplicationState.INFO_REQUESTED or application.is_frozen:
        return NOTHING
    request = open_request(application)
    return OpenParts(frozenset(request.sections), frozenset(request.kinds)) if request else NOTHING


def open_request(application: Application) -> InformationRequest | None:
    """Return the office's request that is not answered yet."""
    return application.requests.filter(answered_at__isnull=True).first()


def sections_of(application: Application) -> dict[str, SectionAnswers]:
    """Return section key → stored answers, for the sections that were saved at least once."""
    return {row.section: row for row in application.sections.all()}


def newest_draft_of(email: str, route: str | None = None) -> Application | None:
    """Return the draft which this address edited last, of one route or of any."""
    drafts = Application.objects.filter(contact_email__iexact=email, state=ApplicationState.DRAFT)
    if route is not None:
        drafts = drafts.filter(route=route)
    return drafts.order_by("-edited_at", "-pk").first()


def newest_application_of(email: str) -> Application | None:
    """Return the newest draft of an address, else what it submitted last."""
    submitted = Application.objects.received().filter(contact_email__iexact=email)
    return newest_draft_of(email) or submitted.order_by("-submitted_at", "-pk").first()


def application_to_take_over(email: str) -> Application | None:
    """Return the application edited last that names this address as its alternate contact."""
    named = Application.objects.filter(alternate_email__iexact=email, route=Route.MEMBERSHIP)
    return named.order_by("-edited_at", "-pk").first()


def kept_until(draft: Application, *, not_before: datetime | None = None) -> date:
    """Return the day on which an unchanged draft is deleted, in the network's time zone."""
    end = draft.edited_at + timedelta(days=DRAFT_KEPT_DAYS)
    return day_in_the_network(max(end, not_before) if not_before else end)


def letter_of(application: Application) -> Upload | None:
    """Return the mayor's letter that stands, not one that was replaced."""
    return application.uploads.standing().filter(kind=UploadKind.MAYOR_LETTER).first()
