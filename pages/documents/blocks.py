"""The blocks of a document; an article has the same anchor in every language and version."""

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pages.blocks import BodyBlock
from pages.blocks.text import FEATURES, ParagraphBlock

STAR = "*"


class ArticleValue(blocks.StructValue):
    """An article with the anchor under which it can be cited."""

    @property
    def anchor(self) -> str:
        return anchor_of(self["number"])


class FootnoteValue(blocks.StructValue):
    """A footnote with the anchor to which its mark in the text leads."""

    @property
    def anchor(self) -> str:
        return note_anchor(self["mark"])


class PartBlock(blocks.StructBlock):
    """A heading above several articles."""

    title = blocks.CharBlock(label=_("Heading"), max_length=200)

    class Meta:
        icon = "title"
        label = _("Part of several articles")
        template = "blocks/part_block.html"


class ArticleBlock(blocks.StructBlock):
    """An article: its number, its title if it has one, and its text."""

    number = blocks.RegexBlock(  # translators are offered every CharBlock, and the number makes the anchor
        regex=r"^[0-9]{1,4}(?:\.[0-9]{1,3})*[a-zA-Z]{0,2}\Z",
        label=_("Number"),
        error_messages={"invalid": _("In Arabic numerals in every language: 5 or 5a, never V.")},
        help_text=_("In Arabic numerals in every language: 5 or 5a, never V."),
    )
    title = blocks.CharBlock(label=_("Title"), required=False, default="", max_length=200)
    text = blocks.RichTextBlock(label=_("Text"), features=FEATURES)

    class Meta:
        icon = "list-ol"
        label = _("Article")
        template = "blocks/article_block.html"
        value_class = ArticleValue


class FootnoteBlock(blocks.StructBlock):
    """A footnote; the text leads to it by a link to `#note-1`, or `#note-star` for a star."""

    mark = blocks.RegexBlock(
        regex=r"^(?:[0-9]{1,3}|[*†‡§]{1,4})\Z",
        label=_("Mark"),
        error_messages={"invalid": _("A number, or a star.")},
        help_text=_("A number, or a star."),
    )
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link"])

    class Meta:
        icon = "superscript"
        label = _("Footnote")
        template = "blocks/footnote_block.html"
        value_class = FootnoteValue


class DocumentBlock(BodyBlock):
    """A document: articles, headings above several of them, footnotes, and whatever stands outside the articles."""

    part = PartBlock()
    article = ArticleBlock()
    paragraph = ParagraphBlock(label=_("Text outside the articles"))
    footnote = FootnoteBlock()

    class Meta:
        required = False


def anchor_of(number: str) -> str:
    """Return the anchor of an article: 5 → art-5, 5.1 → art-5-1."""
    return f"art-{slugify(number.replace('.', '-'))}"


def note_anchor(mark: str) -> str:
    """Return the anchor of a footnote: 1 → note-1, a star → note-star, two stars → note-star-star."""
    return f"note-{slugify(mark.replace(STAR, '-star-')) or 'other'}"
