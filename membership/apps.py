"""The membership app."""

from django.apps import AppConfig


class MembershipConfig(AppConfig):
    name = "membership"
    verbose_name = "Membership"

    def ready(self) -> None:
        from membership.models import City  # models are there only now
        from pages import places

        places.register(lambda: City.objects.values_list("slug", "name_en"))
