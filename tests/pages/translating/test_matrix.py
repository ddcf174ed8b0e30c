"""The matrix: how every page stands in every language, with the words to do."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from pages.languages.table import CODES
from pages.models import ContentPage
from pages.origins import Origin
from pages.translating.keeping import check, keep_missing
from pages.translating.matrix import Matrix
from tests.pages.builders import make_home, make_page
from tests.pages.translating.conftest import FIRST, LATER, SECOND
from tests.pages.translating.test_truth import publish

pytestmark = pytest.mark.django_db


def cell(page, code):
    row = next(row for row in Matrix().rows() if row.original.translation_key == page.translation_key)
    return row.cells[CODES.index(code)]


def stands(page, code="tr"):
    found = cell(page, code)
    return found.standing, found.words


def test_an_original_a_missing_page_and_one_in_step(pair):
    assert stands(pair.en, "en") == ("original", 0)
    assert stands(pair.en, "el") == ("missing", 10)
    assert stands(pair.en) == ("unchecked", 0)


def test_a_translation_behind_its_original_counts_the_words_of_the_changed_paragraphs(pair):
    publish(pair.en, FIRST, "<p>They sign a treaty in Sofia.</p>")

    assert stands(pair.en) == ("behind", 6)


def test_a_draft_counts_all_words(pair):
    pair.tr.unpublish()

    assert stands(pair.en) == ("draft", 10)


@pytest.mark.parametrize(
    ("origin", "standing"),
    [(Origin.MACHINE, "machine"), (Origin.TRANSLITERATED, "transliterated"), (Origin.HUMAN, "unchecked")],
)
def test_a_live_translation_stands_by_its_origin(pair, origin, standing):
    publish(pair.tr, origin=origin)

    assert stands(pair.en) == (standing, 0)


def test_a_check_is_shown(pair, django_user_model):
    check(pair.tr, django_user_model.objects.create_user("editor"), now=LATER)

    assert stands(pair.en) == ("checked", 0)


def test_a_translation_in_the_editor_shows_how_far_it_is(homes):
    english = make_page(homes.en, "statutes", body=[("paragraph", FIRST), ("paragraph", SECOND)])
    keep_missing(LATER)
    source, _ = TranslationSource.get_or_create_from_instance(english)
    turkish = Locale.objects.get(language_code="tr")
    translation = Translation.objects.create(source=source, target_locale=turkish)
    translation.save_target(publish=False)
    segments = list(source.stringsegment_set.all())
    for segment in segments[:1]:
        StringTranslation.objects.create(
            translation_of=segment.string, locale=turkish, context=segment.context, data="Tüzük"
        )

    found = cell(english, "tr")

    assert (found.standing, found.percent) == ("draft", 100 // len(segments))
    translation.save_target(publish=True)
    ContentPage.objects.get(locale=turkish, translation_key=english.translation_key).save_revision().publish()
    assert cell(english, "tr").standing == "partly"


def test_a_page_that_was_written_first_in_another_language_is_the_original(homes):
    turkish = make_page(homes.tr, "haber")
    keep_missing(LATER)

    assert stands(turkish) == ("original", 0)
    assert stands(turkish, "en") == ("missing", 1)


def test_the_queries_do_not_grow_with_the_pages(homes, django_assert_max_num_queries):
    others = [make_home(code, homes.en) for code in ("bg", "el", "hr")]
    for number in range(6):
        english = make_page(homes.en, f"page-{number}", body=[("paragraph", FIRST)])
        for home in (homes.tr, *others):
            make_page(home, f"page-{number}", english, body=[("paragraph", FIRST)])
    keep_missing(LATER)
    for page in ContentPage.objects.filter(locale__language_code="en"):
        publish(page, SECOND)

    with django_assert_max_num_queries(8):
        rows = list(Matrix().rows())

    assert [found.standing for found in rows[-1].cells].count("behind") == 4
