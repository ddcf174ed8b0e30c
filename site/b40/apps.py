"""The project as an app."""

from django.apps import AppConfig


class B40Config(AppConfig):
    name = "b40"

    def ready(self) -> None:
        from b40.access import recording  # noqa: F401, PLC0415 - its receivers need the models
        from b40.translators import tell_asked  # noqa: PLC0415 - as above
        from pages.translating.work.assigning import asked  # noqa: PLC0415 - as above

        asked.connect(tell_asked, dispatch_uid="b40.translators")
