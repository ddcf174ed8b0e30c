"""The form with which one document is sent."""

from __future__ import annotations

from datetime import date

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from membership.forms.fields import DayField
from membership.forms.files import NONE_CHOSEN, checked
from membership.inspection.values import CheckedFile
from membership.labels.documents import leads_of
from membership.labels.states import UploadKind
from membership.models import Application
from membership.selectors.calendar import today_in_the_network


class DocumentForm(forms.Form):
    """One file. `cleaned_data["file"]` is a `CheckedFile`."""

    file = forms.FileField(
        help_text=_("PDF, JPG or PNG, at most 10 MB."),
        allow_empty_file=True,
        error_messages={"required": NONE_CHOSEN, "missing": NONE_CHOSEN, "invalid": NONE_CHOSEN},
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )

    def clean_file(self) -> CheckedFile:
        return checked(self.cleaned_data["file"])


class CouncilDecisionForm(DocumentForm):
    """The council's decision, and when it was taken."""

    document_date = DayField(label=_("Date of the decision"), required=False, help_text=_("For example 27 3 2024"))

    def clean_document_date(self) -> date | None:
        day: date | None = self.cleaned_data["document_date"]
        if day and day > today_in_the_network():
            raise forms.ValidationError(_("The decision cannot lie in the future."))
        return day


def document_form(kind: UploadKind, application: Application, request: HttpRequest) -> DocumentForm:
    """Return the form for a kind of document, with what was sent."""
    form_class = CouncilDecisionForm if kind is UploadKind.COUNCIL_DECISION else DocumentForm
    is_sent = request.method == "POST"
    data, files = (request.POST, request.FILES) if is_sent else (None, None)
    form = form_class(data, files, label_suffix="")
    form.fields["file"].label = str(leads_of(application.route)[kind].title)
    return form
