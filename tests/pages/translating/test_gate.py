"""The gate before a translation goes live: what is missing, what the glossary wants, what is wrong in any case."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import Locale, PageLogEntry
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from pages.glossary import Term
from pages.models import ContentPage
from pages.translating.gate import findings
from pages.translating.keeping import keep_missing
from pages.translating.truth import truth_of
from tests.pages.builders import make_page
from tests.pages.translating.conftest import NOW

pytestmark = pytest.mark.django_db
BODY = [("paragraph", "<p>Every mayor signs.</p>"), ("paragraph", "<p>Prishtina, Kosovo*.</p>")]
RIGHT = {
    "Statutes": "Tüzük",
    "Every mayor signs.": "Her belediye başkanı imzalar.",
    "Prishtina, Kosovo*.": "Priştine, Kosova*.",
}


@pytest.fixture
def translation(homes):
    english = make_page(homes.en, "statutes", body=BODY)
    Term.objects.create(key="mayor", text_en="mayor", language="tr", text="Belediye Başkanı", certainty="high")
    keep_missing(NOW)
    source, _ = TranslationSource.get_or_create_from_instance(english)
    made = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="tr"))
    made.save_target(publish=False)
    return made


def translate(translation, texts: dict[str, str]) -> None:
    for segment in translation.source.stringsegment_set.select_related("string"):
        if segment.string.data in texts:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=translation.target_locale,
                context=segment.context,
                defaults={"data": texts[segment.string.data]},
            )


def kinds(translation) -> list[tuple[str, str]]:
    return [(found.kind.value, found.source) for found in findings(translation)]


def press_publish(client, page):
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"})


def test_what_is_right_has_no_finding(translation):
    translate(translation, RIGHT)

    assert findings(translation) == []


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("Every mayor signs.", "Her kent başkanı imzalar.", "term"),
        ("Prishtina, Kosovo*.", "Priştine, Kosova.", "fault"),
        ("Every mayor signs.", "Her bеlediye başkanı imzalar.", "fault"),
        ("Every mayor signs.", "Her „belediye başkanı” imzalar.", "fault"),
    ],
)
def test_each_kind_of_fault_is_found_where_it_is(translation, source, text, expected):
    translate(translation, {**RIGHT, source: text})

    assert (expected, source) in kinds(translation)


def test_what_is_missing_is_found(translation):
    translate(translation, {"Statutes": "Tüzük"})

    assert kinds(translation) == [("missing", "Every mayor signs."), ("missing", "Prishtina, Kosovo*.")]


def test_a_whole_translation_is_published_by_the_editor_s_own_button(
    enter, translation, django_capture_on_commit_callbacks
):
    translate(translation, RIGHT)

    with django_capture_on_commit_callbacks(execute=True):
        press_publish(enter, translation.get_target_instance())

    page = ContentPage.objects.get(locale__language_code="tr")
    assert (page.live, truth_of(page).untranslated) == (True, 0)


def test_a_partial_one_is_led_to_the_gate_and_published_with_a_mark_when_the_editor_says_so(
    enter, translation, django_capture_on_commit_callbacks
):
    translate(translation, {"Statutes": "Tüzük"})
    page = translation.get_target_instance()
    gate = reverse("translation_gate", args=[translation.pk])
    assert press_publish(enter, page).url == gate
    assert ContentPage.objects.get(pk=page.pk).live is False
    assert "Every mayor signs." in enter.get(gate).content.decode()
    assert enter.post(gate).status_code == 422

    with django_capture_on_commit_callbacks(execute=True):
        enter.post(gate, {"is_partial": "on"})

    page = ContentPage.objects.get(pk=page.pk)
    assert (page.live, truth_of(page).untranslated) == (True, 2)
    assert '<p class="page__truth">' in enter.get(page.url).content.decode()
    assert PageLogEntry.objects.filter(action="b40.translation_published_with_findings").exists()


def test_another_word_than_the_glossary_s_needs_a_reason(enter, translation, django_capture_on_commit_callbacks):
    translate(translation, {**RIGHT, "Every mayor signs.": "Her kent başkanı imzalar."})
    gate = reverse("translation_gate", args=[translation.pk])
    assert enter.post(gate, {"reason": " "}).status_code == 422

    with django_capture_on_commit_callbacks(execute=True):
        enter.post(gate, {"reason": "A quotation."})

    assert ContentPage.objects.get(locale__language_code="tr").live
    assert PageLogEntry.objects.get(action="b40.translation_published_with_findings").data["reason"] == "A quotation."


def test_kosovo_without_its_star_is_published_by_nobody(enter, translation):
    translate(translation, {**RIGHT, "Prishtina, Kosovo*.": "Priştine, Kosova."})

    answer = enter.post(reverse("translation_gate", args=[translation.pk]), {"is_partial": "on", "reason": "R"})

    assert answer.status_code == 422
    assert ContentPage.objects.get(locale__language_code="tr").live is False


def test_what_is_sent_on_to_all_translations_passes_the_gate_too(
    enter, translation, django_capture_on_commit_callbacks
):
    translate(translation, {"Statutes": "Tüzük"})
    address = reverse("wagtail_localize:update_translations", args=[translation.source_id])

    answer = enter.post(address, {"publish_translations": "on"}, follow=True)
    assert "Not published, because something is to be looked at first: Türkçe." in answer.content.decode()
    assert ContentPage.objects.get(locale__language_code="tr").live is False

    translate(translation, RIGHT)
    with django_capture_on_commit_callbacks(execute=True):
        answer = enter.post(address, {"publish_translations": "on"}, follow=True)
    assert "Not published" not in answer.content.decode()
    assert ContentPage.objects.get(locale__language_code="tr").live


def test_who_may_not_publish_the_page_passes_no_gate(client, translation):
    client.force_login(get_user_model().objects.create_user("reader", "reader@example.org", "x"))

    assert client.get(reverse("translation_gate", args=[translation.pk])).status_code in (302, 403)
