"""What is told of a translation: in step, behind its original, checked by a person."""

import pytest
import time_machine
from django.contrib.auth import get_user_model
from wagtail.models import PageLogEntry

from pages.origins import Origin
from pages.translating.keeping import check, keep_missing
from pages.translating.records import PageText
from pages.translating.segments import texts_of
from pages.translating.truth import truth_of
from tests.pages.translating.conftest import FIRST, LATER, NOW

pytestmark = pytest.mark.django_db
NEW = "<p>The cities meet in July, in Sofia.</p>"


def publish(page, *paragraphs: str, at=LATER, **fields):
    """Publish a page as the editor does."""
    page = type(page).objects.get(pk=page.pk)
    page.body = [("paragraph", text) for text in paragraphs] or page.body
    for name, value in fields.items():
        setattr(page, name, value)
    with time_machine.travel(at, tick=False):
        page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def editor(db):
    return get_user_model().objects.create_user("editor", "editor@example.org", "x")


def told(page):
    truth = truth_of(type(page).objects.get(pk=page.pk))
    return (truth.changed_at, truth.checked_at) if truth else None


def test_the_texts_of_a_page_are_its_title_and_its_paragraphs_in_their_order(pair):
    assert texts_of(pair.en) == ["Declaration", "The cities meet in June.", "They sign a declaration."]


def test_a_translation_in_step_says_nothing_and_an_original_never_does(pair):
    assert (told(pair.tr), told(pair.en)) == ((None, None), None)


def test_a_changed_original_is_told_with_its_day(pair):
    publish(pair.en, FIRST, "<p>They sign a treaty.</p>")

    assert told(pair.tr) == (LATER, None)


def test_an_original_published_again_with_the_same_words_changes_nothing(pair):
    publish(pair.en, FIRST, "<p>They <b>sign</b> a  declaration.</p>", slug="the-declaration")

    assert told(pair.tr) == (None, None)


def test_a_translation_that_is_published_again_stays_behind_until_somebody_checks_it(pair, editor):
    publish(pair.en, NEW)
    turkish = publish(pair.tr, "<p>Şehirler buluşur.</p>", at=LATER)
    assert told(turkish) == (LATER, None)

    check(turkish, editor, now=LATER)

    assert told(turkish) == (None, LATER)
    assert PageLogEntry.objects.get(action="b40.translation_checked").user == editor


def test_a_check_holds_for_the_text_that_was_checked(pair, editor):
    check(pair.tr, editor, now=NOW)
    assert told(pair.tr) == (None, NOW)

    turkish = publish(pair.tr, "<p>Bambaşka bir metin.</p>")

    assert told(turkish) == (None, None)


def test_a_check_makes_of_a_machine_text_one_that_a_person_checked(pair, editor):
    turkish = publish(pair.tr, origin=Origin.MACHINE)

    check(turkish, editor, now=LATER)

    turkish.refresh_from_db()
    assert turkish.origin == Origin.CHECKED


def test_keeping_again_keeps_nothing_new(pair):
    before = list(PageText.objects.order_by("pk").values_list("pk", "digest", "changed_at"))

    assert keep_missing(LATER) == 0
    assert list(PageText.objects.order_by("pk").values_list("pk", "digest", "changed_at")) == before


def test_a_translation_whose_original_goes_offline_is_an_original_itself(pair):
    pair.en.unpublish()

    assert told(pair.tr) is None


def test_a_translation_that_was_there_first_is_read_as_it_is(homes):
    assert told(homes.tr) is None  # nothing is kept of a page that was never published
