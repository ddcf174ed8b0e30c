"""The picture, its sizes, and what it shows in each language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from pages.languages.table import BY_CODE, DJANGO_LANGUAGES, SOURCE, TRANSLITERATED
from pages.languages.transliteration import to_latin
from pages.pictures.cleaning import BareFile, bare

DESCRIPTION_LENGTH = 300
# In which pictures are served: no page weighs more than it may, and a telephone's sharp screen has enough.
SIZES = ((400, 500), (640, 800), (960, 1200))
FORMATS = ("avif", "webp")


@dataclass(frozen=True, slots=True)
class Described:
    """What a picture shows, and the language of these words as the attribute `lang` has it; both may be empty."""

    text: str = ""
    code: str = ""

    @property
    def lang(self) -> str | None:
        return BY_CODE[self.code].lang if self.code else None


class Picture(AbstractImage):
    """A picture with its credit; `is_decorative` says that it tells nothing, which is a choice and no omission."""

    file: Any  # Wagtail's field, which has no types
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made the picture, or who has the rights in it.")
    )
    licence = models.CharField(
        _("licence"), max_length=100, blank=True, help_text=_("In a few words, such as CC BY 4.0. May stay empty.")
    )
    source_url = models.URLField(
        _("source address"), max_length=1000, blank=True, help_text=_("Where the picture was found.")
    )
    is_decorative = models.BooleanField(
        _("decorative only"),
        default=False,
        help_text=_("The picture tells nothing that the text does not; screen readers pass over it."),
    )

    admin_form_fields = (
        "title",
        "file",
        "is_decorative",
        "credit",
        "licence",
        "source_url",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("credit"),
        index.RelatedFields("descriptions", [index.SearchField("text")]),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep a new file without what is written beside the picture, and make its sizes before the first reader comes."""
        file: Any = self.file
        is_new = bool(file) and not file._committed
        if is_new and not isinstance(file.file, BareFile):
            self.file = bare(file.file, file.name)
        if is_new:
            self._set_image_file_metadata()
            transaction.on_commit(self.prepare)
        super().save(*args, **kwargs)

    def prepare(self) -> None:
        """Make the sizes that readers get."""
        self.served()

    def served(self) -> dict[str, AbstractRendition]:
        """Return what readers get, in each format the smallest size first; no size twice, and none larger than the file."""
        sizes = [SIZES[0]]
        sizes += [size for size, smaller in zip(SIZES[1:], SIZES, strict=False) if self._exceeds(*smaller)]
        specs = [f"format-{kind}|max-{width}x{height}" for kind in FORMATS for width, height in sizes]
        renditions: dict[str, AbstractRendition] = self.get_renditions(*specs)
        return renditions

    def _exceeds(self, width: int, height: int) -> bool:
        return bool(self.width > width or self.height > height)

    def description_in(self, code: str) -> Described:
        """Return what the picture shows, in a language or else in English; nothing for a decorative one.

        Serbian in Latin script follows the Cyrillic text where it has none of its own.
        """
        texts = {} if self.is_decorative else {row.language: row.text for row in self.descriptions.all()}
        if code not in texts and TRANSLITERATED.get(code) in texts:
            return Described(to_latin(texts[TRANSLITERATED[code]]), code)
        return next((Described(texts[other], other) for other in (code, SOURCE, *texts) if other in texts), Described())

    @property
    def default_alt_text(self) -> str:
        """What the office's own lists say of the picture."""
        return self.description_in(SOURCE).text


class PictureRendition(AbstractRendition):
    """A picture in one size and format."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="one_rendition_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.image_id}: {self.filter_spec}"


class PictureDescription(models.Model):
    """What a picture shows, in one language."""

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="descriptions")
    language = models.CharField(_("language"), max_length=10, choices=DJANGO_LANGUAGES)
    text = models.CharField(_("description"), max_length=DESCRIPTION_LENGTH)

    class Meta:
        verbose_name = _("description of a picture")
        verbose_name_plural = _("descriptions of pictures")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["picture", "language"], name="one_description_a_language")]

    def __str__(self) -> str:
        return self.text
