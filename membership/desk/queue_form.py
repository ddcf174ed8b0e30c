"""What the list of applications is narrowed to, as it stands in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

from membership.desk.base import DeskForm
from membership.labels.flags import FLAG_NAMES
from membership.labels.states import ApplicationState, Route
from membership.models.city import COUNTRY_CHOICES
from membership.selectors.queue import NOBODY, Assignee, Wanted, years

ME = "me"
STATES = [choice for choice in ApplicationState.choices if choice[0] != ApplicationState.DRAFT]
QUERY_LIMIT = 500


class QueueForm(DeskForm):
    """Narrows the list. Sent by GET, so that a list can be kept as a bookmark or under a name."""

    key = "queue"
    q = forms.CharField(label=_("Reference or name"), required=False, max_length=100)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All states")), *STATES])
    route = forms.ChoiceField(
        label=_("Applies for"), required=False, choices=[("", _("Membership or observer status")), *Route.choices]
    )
    country = forms.ChoiceField(
        label=_("Country"), required=False, choices=[("", _("All countries")), *COUNTRY_CHOICES]
    )
    assignee = forms.ChoiceField(label=_("Assigned to"), required=False)
    flag = forms.ChoiceField(label=_("Flag"), required=False, choices=[("", _("Any or none")), *FLAG_NAMES.items()])
    year = forms.ChoiceField(label=_("Year of submission"), required=False)
    overdue = forms.BooleanField(label=_("Only overdue"), required=False)

    def __init__(self, *args: Any, people: Sequence[Assignee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [(str(person.user.pk), person.name) for person in people]
        self.offer("assignee", [("", _("Anybody")), (ME, _("Me")), (NOBODY, _("Nobody")), *others])
        self.offer("year", [("", _("All years")), *((str(year), str(year)) for year in years())])

    def wanted(self, user: User, sort: str) -> Wanted:
        """Return what is wanted; a value that no choice has narrows nothing and is marked."""
        self.is_valid()
        words = {name: self.cleaned_data.get(name, "") for name in ("state", "route", "country", "flag", "year")}
        assignee = self.cleaned_data.get("assignee", "")
        return Wanted(
            **words,
            assignee=str(user.pk) if assignee == ME else assignee,
            overdue=bool(self.cleaned_data.get("overdue")),
            words=self.cleaned_data.get("q", ""),
            sort=sort,
        )


def query_of(given: Mapping[str, str], form: type[DeskForm] = QueueForm, **changed: str) -> str:
    """Return the part of an address that narrows and sorts a list, in one order; other keys are dropped."""
    words = {**given, **changed}
    kept = {name: words[name] for name in (*form.base_fields, "sort") if words.get(name)}
    return urlencode(kept)
