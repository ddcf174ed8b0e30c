"""The form of a picture: its file without what is nobody's business, and a description for each language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from pages.languages.table import LANGUAGES, SOURCE, TRANSLITERATED, Language
from pages.pictures.cleaning import FORMATS, bare
from pages.pictures.models import DESCRIPTION_LENGTH, Picture

DAMAGED = _("This file is damaged: the picture in it cannot be read.")
FIRST = ("title", "file")


def field_of(code: str) -> str:
    """Return the name of the field with the description in a language."""
    return f"description_{code.replace('-', '_')}"


class PictureFileField(WagtailImageField):
    """Counts the pixels before it reads them, which Wagtail (7.4) does not, and says of a damaged file that it is one."""

    def check_image_pixel_size(self, f: Any) -> None:
        f.seek(0)
        try:
            with Image.open(f, formats=FORMATS) as picture:
                pixels = picture.width * picture.height
        except (OSError, SyntaxError, ValueError) as error:
            raise ValidationError(DAMAGED) from error
        finally:
            f.seek(0)
        if pixels > self.max_image_pixels:
            words = {"num_pixels": pixels, "max_pixels_count": self.max_image_pixels}
            raise ValidationError(self.error_messages["file_too_many_pixels"] % words)


class PictureForm(BaseImageForm):
    """Offers a description in every language of the site; only the English one has to be there."""

    file = PictureFileField(label=_("File"), widget=BaseImageForm.Meta.widgets["file"])
    source_url = Picture._meta.get_field("source_url").formfield(assume_scheme="https")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in (self._meta.exclude or ()):  # by the form for several pictures, which have their files already
            del self.fields["file"]
        known = self._known()
        for language in LANGUAGES:
            self.fields[field_of(language.code)] = _description(language, known.get(language.code, ""))
        names = [field_of(language.code) for language in LANGUAGES]
        self.order_fields([*FIRST, names[0], "is_decorative", "credit", "licence", "source_url", *names[1:]])

    def _known(self) -> dict[str, str]:
        """Return what is written already, by language."""
        return dict(self.instance.descriptions.values_list("language", "text")) if self.instance.pk else {}

    def clean_file(self) -> Any:
        """Take the picture alone out of a new file."""
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        try:
            return bare(file, str(file.name))
        except OSError as error:
            raise ValidationError(DAMAGED) from error

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not cleaned.get("is_decorative") and not cleaned.get(field_of(SOURCE)):
            self.add_error(
                field_of(SOURCE), _("Say what the picture shows, or tick that it is decorative and tells nothing.")
            )
        return cleaned

    def _save_m2m(self) -> None:
        super()._save_m2m()
        for language in LANGUAGES:
            text = self.cleaned_data[field_of(language.code)]
            if text:
                self.instance.descriptions.update_or_create(language=language.code, defaults={"text": text})
            else:
                self.instance.descriptions.filter(language=language.code).delete()


def _description(language: Language, text: str) -> forms.CharField:
    words: Any = ""
    if language.code == SOURCE:
        words = _("What one sees, for who does not see it. Readers of languages without a description get this one.")
    elif language.code in TRANSLITERATED:
        words = _("May stay empty: it is made from the text in the other script.")
    return forms.CharField(
        label=_("What the picture shows – %(language)s") % {"language": language.own_name},
        help_text=words,
        initial=text,
        required=False,
        max_length=DESCRIPTION_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2, "lang": language.lang}),
    )
