"""Families of blocks from which an editor builds the body of a page; one template and one CSS file of the same name each."""

from wagtail.blocks import StreamBlock

from pages.blocks.pictures import PictureBlock
from pages.blocks.records import RecordsBlock
from pages.blocks.text import HeadingBlock, NoticeBlock, ParagraphBlock, QuoteBlock


class BodyBlock(StreamBlock):
    """The body of a page: text, and lists counted or drawn from the records."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    quote = QuoteBlock()
    notice = NoticeBlock()
    picture = PictureBlock()
    records = RecordsBlock()

    class Meta:
        required = False
