"""The forms for several applications at once; the boxes of the list belong to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.desk.base import DeskForm
from membership.selectors.queue import Assignee
from membership.services.bulk import Chosen

SEVERAL = "several"  # the id of the form to which the boxes of the list belong


class ChosenField(forms.Field):
    """The applications that were ticked, each as number and version: `12:3`."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> list[Chosen]:
        found = [word.partition(":") for word in value or []]
        if not found:
            raise forms.ValidationError(_("Tick the applications first."))
        if not all(number.isdecimal() and version.isdecimal() for number, _colon, version in found):
            raise forms.ValidationError(_("Tick the applications first."))
        return [Chosen(int(number), int(version)) for number, _colon, version in dict.fromkeys(found)]


class SeveralForm(DeskForm):
    key = SEVERAL
    chosen = ChosenField()


class RemindForm(SeveralForm):
    """Sends the reminder of what was asked."""


class AssignForm(SeveralForm):
    """To whom the applications are assigned; nobody is a choice."""

    assignee = forms.TypedChoiceField(label=_("Assign to"), coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, people: Sequence[Assignee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(str(person.user.pk), person.name) for person in people if person.may_be_assigned]
        self.offer("assignee", [("", _("Nobody")), *offered])
