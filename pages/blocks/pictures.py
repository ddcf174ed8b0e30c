"""The block that shows a picture, with what it shows in the reader's language, a caption and the credit."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class PictureChooserBlock(ImageChooserBlock):
    """A picture; all of a page come with their descriptions and sizes in three queries."""

    def bulk_to_python(self, values: Sequence[int | None]) -> list[Any]:
        pictures = self.model_class.objects.prefetch_related("descriptions", "renditions").in_bulk(values)
        return [copy(pictures[value]) if value in pictures else None for value in values]  # one may stand there twice


class PictureBlock(blocks.StructBlock):
    """A picture between two paragraphs."""

    picture = PictureChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(
        label=_("Caption"),
        required=False,
        default="",
        max_length=300,
        help_text=_("Stands under the picture for everybody. What the picture shows is written at the picture itself."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/picture_block.html"
