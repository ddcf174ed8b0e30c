"""The pages app."""

import mimetypes

from django.apps import AppConfig
from django.db.models.signals import pre_delete, pre_save
from wagtail.signals import page_published, page_slug_changed, page_unpublished, pre_page_move


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = "Pages"

    def ready(self) -> None:
        from wagtail.models import Page, UploadedFile  # noqa: PLC0415 - models are there only when the apps are loaded

        from pages.documents.opendata import offer  # noqa: PLC0415 - as above
        from pages.past.keeping import keep_deleted, keep_moved, keep_renamed  # noqa: PLC0415 - as above
        from pages.pictures.waiting import keep_bare  # noqa: PLC0415 - as above
        from pages.translating.keeping import keep_published  # noqa: PLC0415 - as above
        from pages.translating.together.offline import end_with_original  # noqa: PLC0415 - as above
        from pages.translating.transliterated import follow_published, follow_unpublished  # noqa: PLC0415 - as above

        offer()
        for kind in ("avif", "webp"):  # unknown to Python before 3.13 where the machine does not name them
            mimetypes.add_type(f"image/{kind}", f".{kind}")
        page_published.connect(keep_published, dispatch_uid="pages.translating.keeping")
        page_published.connect(
            follow_published, dispatch_uid="pages.translating.transliterated"
        )  # after the texts are kept
        page_unpublished.connect(end_with_original, dispatch_uid="pages.translating.together")
        page_unpublished.connect(follow_unpublished, dispatch_uid="pages.translating.transliterated")
        page_slug_changed.connect(keep_renamed, dispatch_uid="pages.past.keeping")
        pre_page_move.connect(keep_moved, dispatch_uid="pages.past.keeping")
        pre_save.connect(keep_bare, sender=UploadedFile, dispatch_uid="pages.pictures.waiting")
        pre_delete.connect(keep_deleted, sender=Page, dispatch_uid="pages.past.keeping")
