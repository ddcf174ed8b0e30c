"""What an editor meets when a language or a page is taken away while somebody translates."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation

from pages.translating.sending.submission import submit
from tests.pages.builders import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(homes):
    page = make_page(homes.en, "statutes", body=[("paragraph", "<p>Every city signs.</p>")])
    submit(page, Locale.objects.filter(language_code="tr"), None)
    return Translation.objects.get()


def test_a_language_with_pages_is_not_switched_off(enter, homes):
    turkish = Locale.objects.get(language_code="tr")

    answer = enter.post(reverse("wagtaillocales:delete", args=[turkish.pk]), follow=True)

    assert "This locale cannot be deleted" in answer.content.decode()
    assert Locale.objects.filter(pk=turkish.pk).exists()
    assert Page.objects.filter(locale=turkish).count() == 1


@pytest.mark.parametrize("which", ["translation", "original"])
def test_a_page_deleted_while_it_is_translated_changes_nothing_and_fails_nowhere(enter, homes, made, which):
    target, number = made.get_target_instance(), made.pk
    segment = made.source.stringsegment_set.first().pk
    edit = reverse("wagtailadmin_pages:edit", args=[target.pk])
    (target if which == "translation" else made.source.get_source_instance()).delete()

    asked = {
        "words": enter.put(
            reverse("wagtail_localize:edit_string_translation", args=[number, segment]), "value=Tüzük", "text/plain"
        ),
        "publish": enter.post(edit, {"action": "publish"}),
        "gate": enter.post(reverse("translation_gate", args=[number]), {"is_partial": "on"}),
        "proposals": enter.get(reverse("translation_proposals", args=[number])),
        "service": enter.post(reverse("wagtail_localize:machine_translate", args=[number])),
        "preview": enter.get(reverse("wagtail_localize:preview_translation", args=[number])),
        "file": enter.post(reverse("wagtail_localize:upload_pofile", args=[number])),
    }

    assert {name: answer.status_code for name, answer in asked.items() if answer.status_code >= 500} == {}
    assert StringTranslation.objects.count() == 0
    assert Page.objects.live().filter(translation_key=target.translation_key, locale=target.locale).count() == 0


def test_whoever_sends_a_file_for_a_page_that_is_gone_is_told(enter, made):
    address = reverse("wagtail_localize:upload_pofile", args=[made.pk])
    made.get_target_instance().delete()

    answer = enter.post(address, follow=True)

    assert "This page is not being translated any more. Nothing was changed." in answer.content.decode()
