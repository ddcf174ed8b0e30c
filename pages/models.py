"""Page types that belong to no other app."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from pages.base_page import BasePage
from pages.blocks import BodyBlock
from pages.documents.models import DocumentPage
from pages.opendata.models import DataVersion
from pages.pictures.models import Picture, PictureDescription, PictureRendition
from pages.reports.records import LinkCheck

__all__ = [
    "BasePage",
    "ContentPage",
    "DataVersion",
    "DocumentPage",
    "HomePage",
    "LinkCheck",
    "Picture",
    "PictureDescription",
    "PictureRendition",
]


class HomePage(BasePage):
    """The first page of a language; its lists come from the records."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    parent_page_types = ["wagtailcore.Page"]
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]


class ContentPage(BasePage):
    """A page of text."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    parent_page_types = ["pages.HomePage", "pages.ContentPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]
