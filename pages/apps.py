"""The pages app."""

from django.apps import AppConfig
from wagtail.signals import page_published


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = "Pages"

    def ready(self) -> None:
        from pages.translating.keeping import keep_published  # noqa: PLC0415 - models are there only when the apps are loaded

        page_published.connect(keep_published, dispatch_uid="pages.translating.keeping")
