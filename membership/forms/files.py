"""Takes an uploaded file, or says in a sentence why it is not taken."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from membership.inspection.clamd import ScannerDown, scan
from membership.inspection.inspect import MOST_BYTES, inspect
from membership.inspection.values import CheckedFile, Fault, RefusedFile

NONE_CHOSEN = _("No file was sent. Choose the letter and send it.")
SCANNER_DOWN = _("The virus scanner does not answer. Try again in a few minutes.")
INFECTED = _("A virus was found in this file. It was not kept.")
SENTENCES = {
    Fault.EMPTY: _("The file is empty. Choose the letter again."),
    Fault.TOO_LARGE: _("The file is larger than 10 MB. Send it in a smaller version."),
    Fault.WRONG_TYPE: _("The file is not a PDF, JPG or PNG, whatever its name says."),
    Fault.CUT_OFF: _("The file is not complete. Save it again and send it once more."),
    Fault.PROTECTED: _("The file is protected by a password. Save it without one and send it once more."),
    Fault.BROKEN: _("The file cannot be read. Open it on your computer, print it to a new PDF and send that."),
    Fault.SCRIPTED: _("The file contains a program (JavaScript). Print it to a new PDF and send that."),
    Fault.LAUNCHES: _(
        "The file contains a link or button that opens other files or sends data. Print it to a new PDF and send that."
    ),
    Fault.NESTED: _(
        "The file contains other files, sound or film. Print it to a new PDF and send that, and the other files singly."
    ),
    Fault.DYNAMIC_FORM: _(
        "The file is a form that only some programs can show (XFA). Print it to a new PDF and send that."
    ),
    Fault.TOO_MANY_PIXELS: _(
        "The picture has more than 150 million pixels, or a side of more than 30,000. Send it in a smaller version."
    ),
    Fault.TWO_KINDS: _(
        "The file is of two kinds at once, such as a picture and an archive. Print it to a new PDF and send that."
    ),
}


class LetterForm(forms.Form):
    """The letter signed by the mayor (Statutes, Art. 5). `cleaned_data["letter"]` is a `CheckedFile`."""

    letter = forms.FileField(
        label=_("Letter signed by the mayor"),
        help_text=_("PDF, JPG or PNG, at most 10 MB."),
        allow_empty_file=True,
        error_messages={"required": NONE_CHOSEN, "missing": NONE_CHOSEN, "invalid": NONE_CHOSEN},
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )

    def clean_letter(self) -> CheckedFile:
        return checked(self.cleaned_data["letter"])


def checked(upload: UploadedFile) -> CheckedFile:
    """Return the file with its type by content. Raises `ValidationError` with a sentence, and the fault as its code."""
    try:
        return inspect(upload.read(MOST_BYTES + 1), str(upload.name or ""))
    except RefusedFile as refused:
        raise forms.ValidationError(SENTENCES[refused.code], code=str(refused.code)) from refused


def checked_and_scanned(upload: UploadedFile) -> CheckedFile:
    """Return a file of the office after the virus scan, where there is a scanner. Raises `ValidationError`."""
    file = checked(upload)
    if not settings.CLAMAV_URL:
        return file
    try:
        verdict = scan(file.content, settings.CLAMAV_URL)
    except ScannerDown:
        raise forms.ValidationError(SCANNER_DOWN) from None
    if not verdict.is_clean:
        raise forms.ValidationError(INFECTED)
    return file
