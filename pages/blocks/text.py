"""Blocks of text: heading, paragraph, quotation and notice."""

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link", "superscript"]


class HeadingValue(blocks.StructValue):
    """A heading with the anchor under which it can be linked."""

    @property
    def anchor(self) -> str:
        return slugify(self["text"], allow_unicode=True)


class HeadingBlock(blocks.StructBlock):
    """A heading of the second or third level; the first is the page's title."""

    text = blocks.CharBlock(label=_("Heading"), max_length=200)
    level = blocks.ChoiceBlock(
        label=_("Level"), choices=[("2", _("Section")), ("3", _("Part of a section"))], default="2"
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading_block.html"
        value_class = HeadingValue


class ParagraphBlock(blocks.RichTextBlock):
    """Paragraphs and lists, with links and emphasis."""

    def __init__(self, **kwargs):
        super().__init__(**{"features": FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Paragraphs")
        template = "blocks/paragraph_block.html"


class QuoteBlock(blocks.StructBlock):
    """Words of somebody who holds a public office, or of a document."""

    text = blocks.TextBlock(label=_("Quotation"))
    source = blocks.CharBlock(label=_("Who said it, or where it stands"), required=False, default="", max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote_block.html"


class NoticeBlock(blocks.StructBlock):
    """A short remark set apart from the text."""

    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link"])

    class Meta:
        icon = "info-circle"
        label = _("Notice")
        template = "blocks/notice_block.html"
