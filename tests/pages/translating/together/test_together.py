"""A page goes online with its translations at one moment, or none of them does; and what happens when it goes offline."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation

from pages.models import ContentPage
from pages.translating.sending.submission import submit
from pages.translating.together.publishing import HeldBackError, companions_of, publish_due, publish_together
from pages.translating.truth import truth_of
from tests.pages.builders import make_home, make_page

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
BODY = [("paragraph", "<p>Every city signs.</p>")]
WORDS = {"tr": ["Tüzük", "Her şehir imzalar."], "el": ["Καταστατικό", "Κάθε πόλη υπογράφει."]}


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def draft(homes, chief):
    """A draft that was sent to Turkish and Greek, and translated."""
    make_home("el", homes.en)
    page = make_page(homes.en, "statutes", live=False, body=BODY)
    page.save_revision()
    submit(page, Locale.objects.filter(language_code__in=WORDS), chief)
    for code, words in WORDS.items():
        translate(page, code, words)
    return page


def translate(page, code, words) -> None:
    translation = next(one for one in companions_of(page) if one.page.locale.language_code == code).translation
    segments = translation.source.stringsegment_set.select_related("string").order_by("order")
    for segment, data in zip(segments, words, strict=False):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={"data": data},
        )


def live(page) -> list[str]:
    found = Page.objects.live().filter(translation_key=page.translation_key)
    return sorted(found.values_list("locale__language_code", flat=True))


def others(page) -> list[Page]:
    return [companion.page for companion in companions_of(page)]


def test_all_go_online_at_once(draft, chief):
    assert publish_together(draft, others(draft), chief) == 3

    assert live(draft) == ["el", "en", "tr"]
    greek = ContentPage.objects.get(locale__language_code="el", translation_key=draft.translation_key)
    assert greek.title == "Καταστατικό"
    assert truth_of(greek).changed_at is None


def test_the_others_wait_when_they_are_not_chosen(draft, chief):
    publish_together(draft, others(draft)[:1], chief)

    assert len(live(draft)) == 2


def test_none_goes_online_when_the_gate_holds_one_back(draft, chief):
    StringTranslation.objects.filter(data="Her şehir imzalar.").delete()

    with pytest.raises(HeldBackError):
        publish_together(draft, others(draft), chief)

    assert live(draft) == []


def test_at_a_moment_to_come_they_go_online_together_and_not_before(draft, chief):
    at = NOW + timedelta(hours=5)
    publish_together(draft, others(draft), chief, at)
    assert (live(draft), publish_due(NOW), live(draft)) == ([], 0, [])

    with time_machine.travel(at + timedelta(minutes=1), tick=False):
        assert publish_due(at + timedelta(minutes=1)) == 3
        assert live(draft) == ["el", "en", "tr"]
        assert publish_due(at + timedelta(minutes=1)) == 0


def test_a_change_that_is_still_a_draft_is_sent_and_goes_online_with_its_translations(client, draft, chief):
    publish_together(draft, others(draft), chief)
    page = ContentPage.objects.get(pk=draft.pk)
    page.title = "Rules"
    page.save_revision()
    client.force_login(chief)
    address = reverse("publish_together", args=[page.pk])
    assert "The page has changed since it was sent to its translators." in client.get(address).content.decode()

    client.post(address, {"send": "1"})
    text = client.get(address).content.decode()
    assert "The page has changed since it was sent to its translators." not in text
    assert text.count("1 text to look at") == 2
    for code, words in {"tr": "Kurallar", "el": "Κανόνες"}.items():
        translate(page, code, [words])
    client.post(address, {"translations": [other.pk for other in others(page)]})

    titles = set(Page.objects.live().filter(translation_key=page.translation_key).values_list("title", flat=True))
    assert titles == {"Rules", "Kurallar", "Κανόνες"}


def test_the_page_of_the_admin_publishes_now_or_later(client, draft, chief):
    client.force_login(chief)
    address = reverse("publish_together", args=[draft.pk])
    chosen = [other.pk for other in others(draft)]

    assert (
        client.post(address, {"translations": chosen, "at": "2027-03-01T11:00"}).status_code == 422
    )  # Istanbul is at 13:00
    answer = client.post(address, {"translations": chosen, "at": "2027-03-01T15:00"}, follow=True)
    assert "3 pages will go online together." in answer.content.decode()
    assert live(draft) == []
    answer = client.post(address, {"translations": chosen}, follow=True)
    assert "3 pages are online." in answer.content.decode()
    assert live(draft) == ["el", "en", "tr"]


def test_what_the_gate_holds_cannot_be_chosen(client, draft, chief):
    StringTranslation.objects.filter(data="Her şehir imzalar.").delete()
    client.force_login(chief)

    answer = client.post(
        reverse("publish_together", args=[draft.pk]), {"translations": [other.pk for other in others(draft)]}
    )

    assert answer.status_code == 422
    assert live(draft) == []


def test_who_may_not_publish_publishes_nothing(client, draft):
    client.force_login(get_user_model().objects.create_user("reader", "reader@example.org", "x"))

    assert client.post(reverse("publish_together", args=[draft.pk])).status_code in (302, 403)


@pytest.mark.parametrize("act", ["unpublish", "delete"])
def test_whoever_takes_an_original_offline_is_asked_about_its_translations(client, draft, chief, act):
    publish_together(draft, others(draft), chief)
    client.force_login(chief)

    answer = client.post(reverse(f"wagtailadmin_pages:{act}", args=[draft.pk]), follow=True)

    question = answer.redirect_chain[-1][0]
    text = answer.content.decode()
    assert "The translations are still online" in text
    assert "Tüzük (Türkçe)" in text
    assert live(draft) == ["el", "tr"]
    greek = Page.objects.get(locale__language_code="el", translation_key=draft.translation_key)
    client.post(question, {"translations": [greek.pk]})
    assert live(draft) == ["tr"]


def test_pages_taken_offline_many_at_once_are_asked_about_too(client, draft, chief):
    publish_together(draft, others(draft), chief)
    client.force_login(chief)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])

    answer = client.post(f"{address}?id={draft.pk}", follow=True)

    assert "The translations are still online" in answer.content.decode()


def test_taking_a_translation_offline_asks_nothing(client, draft, chief):
    publish_together(draft, others(draft), chief)
    client.force_login(chief)

    answer = client.post(reverse("wagtailadmin_pages:unpublish", args=[others(draft)[0].pk]), follow=True)

    assert "The translations are still online" not in answer.content.decode()
    assert len(live(draft)) == 2


@pytest.mark.parametrize("query", ["", "?key=x", "?key=0d6d3a3e-8f5e-4f0f-9d0a-6f3d6c0f0b40"])
def test_a_question_about_nothing_leads_to_the_matrix(client, draft, chief, query):
    client.force_login(chief)

    assert client.get(reverse("translations_left") + query).url == reverse("translations")


def test_an_original_whose_time_is_over_takes_its_translations_along(draft, chief):
    publish_together(draft, others(draft), chief)
    Page.objects.filter(pk=draft.pk).update(expire_at=NOW + timedelta(hours=1))

    with time_machine.travel(NOW + timedelta(hours=2), tick=False):
        publish_due(NOW + timedelta(hours=2))

    assert live(draft) == []
