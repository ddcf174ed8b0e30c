"""The button of the translation editor, with the service on and off, well and ill."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation

from pages.glossary import Term
from pages.models import ContentPage
from pages.origins import Origin
from pages.translating.sending.submission import submit
from tests.pages.builders import make_page
from tests.servers.translator import running

pytestmark = pytest.mark.django_db
LEFT = "The texts are left as they were."


@pytest.fixture
def translator(settings):
    with running() as found:
        settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
            "CLASS": "pages.translating.machine.translator.ServiceTranslator",
            "OPTIONS": {"url": found.url, "pauses": (), "limit": 20.0},
        }
        yield found


@pytest.fixture
def draft(homes):
    Term.objects.create(key="mayor", text_en="mayor", language="tr", text="belediye başkanı", certainty="high")
    page = make_page(homes.en, "statutes", body=[("paragraph", "<p>Every mayor signs.</p><p>Prishtina, Kosovo*.</p>")])
    return submit(page, Locale.objects.filter(language_code="tr"), None)[0]


def made(draft):
    return draft.locale.translations.get(source__object_id=draft.translation_key)


def ask(client, draft):
    address = reverse("wagtail_localize:machine_translate", args=[made(draft).pk])
    return client.post(address, follow=True).content.decode()


def texts() -> dict[str, str]:
    return dict(StringTranslation.objects.values_list("translation_of__data", "data"))


def test_it_fills_what_is_missing_with_the_glossary_s_words_and_the_page_says_it_is_a_machine_s(
    enter, translator, draft, django_capture_on_commit_callbacks
):
    answer = ask(enter, draft)

    assert "All texts are filled in. Read them before you publish." in answer
    assert texts() == {
        "Statutes": "STATUTES",
        "Every mayor signs.": "EVERY belediye başkanı SIGNS.",
        "Prishtina, Kosovo*.": "PRISHTINA, KOSOVO*.",
    }
    assert ContentPage.objects.get(pk=draft.pk).live is False
    with django_capture_on_commit_callbacks(execute=True):
        made(draft).save_target(publish=True)
    assert ContentPage.objects.get(pk=draft.pk).origin == Origin.MACHINE

    StringTranslation.objects.update(translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL)
    with django_capture_on_commit_callbacks(execute=True):
        made(draft).save_target(publish=True)
    assert ContentPage.objects.get(pk=draft.pk).origin == Origin.HUMAN


def test_what_a_person_has_written_is_not_sent(enter, translator, draft):
    segment = made(draft).source.stringsegment_set.get(string__data="Statutes")
    StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=draft.locale, data="Tüzük"
    )

    ask(enter, draft)

    assert texts()["Statutes"] == "Tüzük"
    assert [text for asked in translator.asked for text in asked["q"] if "Statutes" in text] == []


@pytest.mark.parametrize("body", [b"<!doctype html>", b'{"translatedText": ["EV', b""])
@pytest.mark.parametrize("status", [200, 500])
def test_a_service_that_is_ill_changes_nothing_and_the_editor_is_told(enter, translator, draft, body, status):
    translator.answer = lambda _words: (status, body)

    assert LEFT in ask(enter, draft)
    assert texts() == {}


def test_a_service_that_does_not_answer_changes_nothing(enter, translator, draft, settings):
    translator.answer = translator.hang
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR["OPTIONS"]["limit"] = 0.2

    assert LEFT in ask(enter, draft)
    assert texts() == {}


def test_texts_that_come_back_broken_are_left_to_the_person(enter, translator, draft):
    translator.answer = lambda words: (200, b'{"translatedText": [%s]}' % b",".join([b'"Kosova"'] * len(words["q"])))

    assert "Some texts did not come back whole and are left to you." in ask(enter, draft)
    assert texts() == {}


def test_without_a_service_there_is_none_to_ask(enter, draft):
    address = reverse("wagtail_localize:machine_translate", args=[made(draft).pk])

    assert enter.post(address).status_code == 404


def test_what_is_sent_on_may_be_filled_too(enter, translator, draft):
    address = reverse("wagtail_localize:update_translations", args=[made(draft).source_id])

    enter.post(address, {"use_machine_translation": "on"})
    assert texts()["Statutes"] == "STATUTES"

    StringTranslation.objects.all().delete()
    translator.answer = lambda _words: (500, b"")
    assert LEFT in enter.post(address, {"use_machine_translation": "on"}, follow=True).content.decode()
    assert texts() == {}
