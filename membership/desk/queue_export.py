"""Takes the list of applications out, as CSV or as a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from membership.desk.list_export import AsCsv, AsXlsx, ListExport
from membership.desk.queue_form import QueueForm
from membership.labels.flags import FLAG_NAMES
from membership.models import Application
from membership.permissions import Action
from membership.selectors.calendar import day_in_the_network
from membership.selectors.queue import NEWEST_FIRST, assignees, queue

CHUNK = 500


class QueueExport(ListExport):
    """The list of applications as it is narrowed and sorted."""

    action = Action.EXPORT_QUEUE
    verb = "queue_exported"
    name = "applications"
    title = gettext_lazy("Applications")

    def url(self) -> str:
        return reverse("desk:queue")

    def listing(self) -> tuple[int, Iterator[list[str]]]:
        given = self.request.GET.dict()
        wanted = QueueForm(given, people=assignees()).wanted(self.user, given.get("sort", NEWEST_FIRST))
        found = queue(wanted, self.today)
        return found.count(), _rows(found.iterator(chunk_size=CHUNK))


class CsvView(AsCsv, QueueExport):
    """The list of applications as CSV."""


class XlsxView(AsXlsx, QueueExport):
    """The list of applications as a workbook."""


def _rows(found: Iterator[Application]) -> Iterator[list[str]]:
    """Yield the heading, and a row for each application."""
    yield [
        _("Reference"),
        _("Name in English"),
        _("Name in its own script"),
        _("Country"),
        _("Applies for"),
        _("State"),
        _("In this state since"),
        _("Submitted"),
        _("Due"),
        _("Assigned to"),
        _("Flags"),
    ]
    for application in found:
        yield _row(application)


def _row(application: Application) -> list[str]:
    flags = dict.fromkeys(str(FLAG_NAMES.get(flag.key, flag.key)) for flag in application.flags.all())
    submitted = application.submitted_at
    return [
        application.reference or "",
        application.name_en,
        application.name_local,
        application.get_country_display(),
        application.get_route_display(),
        application.get_state_display(),
        day_in_the_network(application.state_since).isoformat(),
        day_in_the_network(submitted).isoformat() if submitted else "",
        application.check_due_on.isoformat() if application.check_due_on else "",
        application.assignee.get_full_name() or application.assignee.get_username() if application.assignee else "",
        "; ".join(flags),
    ]
