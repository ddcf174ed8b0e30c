"""Serbian in Latin script is made from the Cyrillic whenever that goes live; what an editor wrote in it stays."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from pages.models import ContentPage
from pages.origins import Origin
from pages.translating.keeping import check
from pages.translating.records import PageText, ScriptOverride
from pages.translating.transliterated import follow
from tests.pages.builders import make_home, make_page
from tests.pages.translating.conftest import LATER
from tests.pages.translating.test_truth import publish

pytestmark = pytest.mark.django_db
FIRST, SECOND = "<p>Љубав и <b>Његош</b>.</p>", '<p>Видети <a href="https://b40.example/љ">Џеп</a>.</p>'


@pytest.fixture
def serbian(homes):
    """A Serbian page below a start page that there is in both scripts."""
    cyrillic = make_home("sr", homes.en)
    make_home("sr-latn", homes.en)
    english = make_page(homes.en, "about")
    return make_page(cyrillic, "o-nama", english, title="О нама", origin=Origin.HUMAN)


def latin(page) -> ContentPage:
    return ContentPage.objects.get(translation_key=page.translation_key, locale__language_code="sr-latn")


def body_of(page) -> str:
    return "".join(str(block.value) for block in page.body)


def test_a_page_that_goes_live_is_there_in_the_other_script(serbian):
    publish(serbian, FIRST, SECOND)

    made = latin(serbian)
    assert (made.live, made.title, made.slug, made.origin) == (True, "O nama", "o-nama", Origin.TRANSLITERATED)
    assert "Ljubav i <b>Njegoš</b>." in body_of(made)
    assert '<a href="https://b40.example/љ">Džep</a>' in body_of(made)
    assert "Љубав" in body_of(ContentPage.objects.get(pk=serbian.pk))


def test_it_is_renewed_with_its_source_and_keeps_its_own_address(serbian):
    publish(serbian, FIRST)
    made = latin(serbian)
    made.slug = "o-nama-latinicom"
    made.save()

    publish(serbian, "<p>Нова реченица.</p>")

    assert (latin(serbian).slug, "Nova rečenica." in body_of(latin(serbian))) == ("o-nama-latinicom", True)
    assert ContentPage.objects.filter(translation_key=serbian.translation_key).count() == 3


def test_what_an_editor_wrote_stays_while_its_original_does(serbian):
    publish(serbian, FIRST, "<p>Гугл мапе.</p>")
    made = latin(serbian)
    publish(made, str(made.body[0].value), "<p>Google Maps.</p>", title="O nama!")
    assert dict(ScriptOverride.objects.values_list("original", "text")) == {"О нама": "O nama!"}

    publish(serbian, "<p>Друга.</p>")
    assert (latin(serbian).title, "Druga." in body_of(latin(serbian))) == ("O nama!", True)

    publish(serbian, title="О мрежи")
    assert latin(serbian).title == "O mreži"


def test_a_paragraph_written_otherwise_stays_and_the_others_follow(serbian):
    publish(serbian, "<p>Мапе.</p>", "<p>Друго.</p>")
    made = latin(serbian)
    made.body[0].value.source = "<p>Karte.</p>"
    made.save_revision().publish()

    source = ContentPage.objects.get(pk=serbian.pk)
    source.body[1].value.source = "<p>Треће.</p>"
    source.save_revision().publish()

    assert ("Karte." in body_of(latin(serbian)), "Treće." in body_of(latin(serbian))) == (True, True)


def test_it_goes_offline_with_its_source(serbian):
    publish(serbian, FIRST)

    ContentPage.objects.get(pk=serbian.pk).unpublish()

    assert latin(serbian).live is False


def test_a_machine_s_text_is_labelled_in_both_scripts_until_a_person_checks_it(serbian, django_user_model):
    publish(serbian, FIRST, origin=Origin.MACHINE)
    assert latin(serbian).origin == Origin.MACHINE

    check(ContentPage.objects.get(pk=serbian.pk), django_user_model.objects.create_user("editor"), now=LATER)
    follow(ContentPage.objects.get(pk=serbian.pk))

    assert latin(serbian).origin == Origin.TRANSLITERATED
    assert PageText.objects.get(page_id=latin(serbian).pk).is_checked


def test_a_page_that_an_editor_translates_is_left_to_the_editor(serbian):
    source, _ = TranslationSource.get_or_create_from_instance(serbian)
    Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="sr-latn"))

    publish(serbian, FIRST)

    assert not ContentPage.objects.filter(locale__language_code="sr-latn").exists()


def test_below_a_page_that_is_not_there_nothing_is_made(homes):
    cyrillic = make_home("sr", homes.en)
    Locale.objects.get_or_create(language_code="sr-latn")

    publish(make_page(cyrillic, "o-nama"), FIRST)

    assert not ContentPage.objects.filter(locale__language_code="sr-latn").exists()


def test_without_the_other_script_a_page_goes_live_all_the_same(homes):
    page = make_page(make_home("sr", homes.en), "o-nama")

    assert publish(page, FIRST).live


def test_other_languages_are_left_alone(pair):
    publish(pair.tr)

    assert ContentPage.objects.count() == 2
