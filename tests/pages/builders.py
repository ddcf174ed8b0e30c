"""Start pages and pages of text in several languages."""

from uuid import uuid4

from wagtail.models import Locale, Page, Site

from pages.models import ContentPage, HomePage


def make_home(code: str, translation_of: Page | None = None, **fields) -> HomePage:
    """Return a new start page of a language; the English one is the root of the site."""
    key = translation_of.translation_key if translation_of else uuid4()
    home = HomePage(
        title="B40", slug=f"home-{code}", locale=_locale(code), translation_key=key, **{"summary": "Cities.", **fields}
    )
    Page.get_first_root_node().add_child(instance=home)
    if code == "en":
        Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    return home


def make_page(parent: Page, slug: str, translation_of: Page | None = None, **fields) -> ContentPage:
    """Return a new live page below `parent`, in its language and shown in menus unless told otherwise."""
    key = translation_of.translation_key if translation_of else uuid4()
    return parent.add_child(
        instance=ContentPage(
            slug=slug,
            locale=parent.locale,
            translation_key=key,
            **{"title": slug.title(), "show_in_menus": True, **fields},
        )
    )


def _locale(code: str) -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]
