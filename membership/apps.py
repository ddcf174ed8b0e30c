"""The membership app."""

from django.apps import AppConfig

from pages import places


class MembershipConfig(AppConfig):
    name = "membership"
    verbose_name = "Membership"

    def ready(self) -> None:
        from membership.models import City  # noqa: PLC0415 - models are there only when the apps are loaded

        places.register(lambda: City.objects.values_list("slug", "name_en"))
