"""The membership app."""

from collections.abc import Iterable

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_migrate

from pages import groups, places
from pages.languages.active import active_language


class MembershipConfig(AppConfig):
    name = "membership"
    verbose_name = "Membership"

    def ready(self) -> None:
        from membership.desk.start import remember_login  # noqa: PLC0415 - as the models
        from membership.models import City  # noqa: PLC0415 - models are there only when the apps are loaded
        from membership.models.triggers import reinstall  # noqa: PLC0415 - as above

        post_migrate.connect(reinstall, sender=self, dispatch_uid="membership.triggers")
        user_logged_in.connect(remember_login, dispatch_uid="membership.desk.start")
        from membership.citing import citations  # noqa: PLC0415 - as above
        from membership.opendata import offer  # noqa: PLC0415 - as above
        from pages.documents import references  # noqa: PLC0415 - as above

        references.register(citations)
        offer()
        places.register_names(names_of_cities)
        places.register_countries(lambda: dict(City.objects.values_list("slug", "country")))
        groups.register(named_groups)
        places.register(lambda: City.objects.values_list("slug", "name_en"))


def names_of_cities(slugs: Iterable[str], language: str) -> dict[str, str]:
    """Return slug → name of the cities for the other apps, in a language."""
    from membership.selectors import cities  # noqa: PLC0415 - models are there only when the apps are loaded

    return {slug: city.name for slug, city in cities.links(slugs, language).items()}


def named_groups() -> Iterable[tuple[str, str]]:
    """Return the working groups for the other apps, as key and name in the active language."""
    from membership.selectors import organisation  # noqa: PLC0415 - models are there only when the apps are loaded

    return ((group.key, group.name) for group in organisation.groups(active_language().code))
