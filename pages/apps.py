"""The pages app."""

from django.apps import AppConfig
from wagtail.signals import page_published, page_unpublished


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = "Pages"

    def ready(self) -> None:
        from pages.translating.keeping import keep_published  # noqa: PLC0415 - models are there only when the apps are loaded
        from pages.translating.transliterated import follow_published, follow_unpublished  # noqa: PLC0415 - as above

        page_published.connect(keep_published, dispatch_uid="pages.translating.keeping")
        page_published.connect(
            follow_published, dispatch_uid="pages.translating.transliterated"
        )  # after the texts are kept
        page_unpublished.connect(follow_unpublished, dispatch_uid="pages.translating.transliterated")
