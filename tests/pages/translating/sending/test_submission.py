"""A page submitted for translation: what is stored, which drafts there are, and what it costs."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, PageLogEntry
from wagtail_localize.models import StringSegment, TranslatableObject, Translation, TranslationSource

from news.models import NewsCity, NewsIndexPage, NewsPage
from pages.languages.table import CODES
from pages.models import ContentPage
from pages.origins import Origin
from pages.translating.sending.sources import stored
from pages.translating.sending.submission import submit
from tests.pages.builders import make_home, make_page

pytestmark = pytest.mark.django_db
ARTICLES = 14


def statutes_of(articles: int) -> list:
    """A heading and four paragraphs for each article."""
    blocks = []
    for number in range(1, articles + 1):
        text = "".join(f"<p>Paragraph {number}.{place} of the <b>statutes</b>.</p>" for place in range(4))
        blocks += [("heading", {"text": f"Article {number}", "level": "2"}), ("paragraph", text)]
    return blocks


@pytest.fixture
def all_homes(homes):
    for code in CODES:
        if code not in ("en", "tr"):
            make_home(code, homes.en)
    return homes


def others() -> list[Locale]:
    return list(Locale.objects.exclude(language_code="en"))


def kept(source: TranslationSource) -> dict[str, list]:
    """What the editor has of a page, without the numbers of the rows."""
    texts, templates, overridable = (
        rows.order_by("order")
        for rows in (source.stringsegment_set, source.templatesegment_set, source.overridablesegment_set)
    )
    place = ("order", "context__path", "context__field_path")
    return {
        "texts": list(texts.values_list(*place, "string__data", "attrs")),
        "templates": list(templates.values_list(*place, "template__template", "template__string_count")),
        "overridable": list(overridable.values_list(*place, "data_json")),
        "content": [source.schema_version, source.object_repr, source.specific_content_type_id],
    }


def test_the_texts_are_stored_as_the_editor_s_own_code_stores_them(homes):
    link = f'<p>See <a href="https://example.org/">this</a> and <a linktype="page" id="{homes.en.pk}">that</a>.</p>'
    page = make_page(homes.en, "statutes", body=[*statutes_of(2), ("paragraph", link)])

    expected = kept(TranslationSource.get_or_create_from_instance(page)[0])
    TranslationSource.objects.all().delete()
    TranslatableObject.objects.all().delete()
    found = kept(stored(page))

    assert found == expected
    assert [len(found[kind]) for kind in ("texts", "templates", "overridable")] == [12, 3, 2]


def test_a_second_submission_stores_what_changed_and_leaves_the_rest_as_it_was(homes):
    page = make_page(homes.en, "statutes", body=statutes_of(2))
    source = stored(page)
    before = dict(StringSegment.objects.values_list("string__data", "pk"))
    assert stored(page).pk == source.pk

    page.body = json.dumps(list(page.body.raw_data)).replace("Paragraph 1.1", "Part 1.1")
    page.save()
    stored(ContentPage.objects.get(pk=page.pk))

    after = dict(StringSegment.objects.values_list("string__data", "pk"))
    assert {text: after.get(text) for text in before} == before | {"Paragraph 1.1 of the <b>statutes</b>.": None}
    assert set(after) - set(before) == {"Part 1.1 of the <b>statutes</b>."}


def test_a_page_of_fourteen_articles_into_twelve_languages_asks_at_most_400_queries(client, all_homes, chief):
    page = make_page(all_homes.en, "statutes", body=statutes_of(ARTICLES))
    client.force_login(chief)
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])

    with CaptureQueriesContext(connection) as queries:
        answer = client.post(address, {"locales": [locale.pk for locale in others()]})

    assert answer.status_code == 302
    assert len(queries) <= 400
    assert page.get_translations().count() == 11  # Serbian in Latin script is made when the Serbian page is published
    assert Translation.objects.count() == 11


def test_each_draft_is_at_its_place_with_the_words_of_the_original_and_seen_by_nobody(all_homes, chief):
    page = make_page(all_homes.en, "statutes", body=statutes_of(1), summary="Rules.")

    drafts = submit(page, others(), chief)

    greek = next(draft for draft in drafts if draft.locale.language_code == "el")
    found = ContentPage.objects.get(pk=greek.pk)
    assert (found.live, found.has_unpublished_changes, found.origin, found.slug) == (
        False,
        True,
        Origin.HUMAN,
        "statutes",
    )
    assert (found.get_parent().locale.language_code, found.translation_key) == ("el", page.translation_key)
    assert (found.summary, len(found.body)) == ("Rules.", 2)
    assert found.latest_revision.as_object().title == "Statutes"
    assert found.latest_revision.user == chief
    assert PageLogEntry.objects.filter(page_id=found.pk, action="wagtail.copy_for_translation", user=chief).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_draft_has_the_rows_of_its_original(all_homes, chief):
    index = all_homes.en.add_child(instance=NewsIndexPage(title="News", slug="news", locale=all_homes.en.locale))
    news = index.add_child(
        instance=NewsPage(
            title="Day", slug="day", locale=index.locale, date=timezone.localdate(), cities=[NewsCity(slug="istanbul")]
        )
    )

    drafts = submit(news, others(), chief)

    greek = next(draft for draft in drafts if draft.locale.language_code == "el" and draft.slug == "day")
    assert [city.slug for city in NewsPage.objects.get(pk=greek.pk).cities.all()] == ["istanbul"]
    assert [city.slug for city in NewsPage.objects.get(pk=news.pk).cities.all()] == ["istanbul"]


def test_pages_above_that_are_missing_are_sent_along_and_named(client, homes, chief):
    page = make_page(make_page(homes.en, "about"), "history")
    client.force_login(chief)
    turkish = Locale.objects.get(language_code="tr")

    answer = client.post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": [turkish.pk]}, follow=True
    )

    assert "The pages above were missing and are submitted too: About." in answer.content.decode()
    translated = page.get_translation(turkish)
    above = translated.get_parent()
    assert (above.slug, above.live) == ("about", False)


def test_the_pages_below_are_sent_when_the_editor_says_so(client, homes, chief):
    about = make_page(homes.en, "about")
    make_page(make_page(about, "past"), "history")
    client.force_login(chief)
    turkish = Locale.objects.get(language_code="tr")

    client.post(
        reverse("wagtail_localize:submit_page_translation", args=[about.pk]),
        {"locales": [turkish.pk], "include_subtree": "on"},
    )

    assert set(Page.objects.filter(locale=turkish, depth__gt=2).values_list("slug", flat=True)) == {
        "about",
        "past",
        "history",
    }


def test_serbian_in_latin_script_is_sent_only_where_there_is_no_cyrillic_text(all_homes, chief):
    page = make_page(all_homes.en, "statutes")
    latin = Locale.objects.filter(language_code="sr-latn")

    assert [draft.locale.language_code for draft in submit(page, latin, chief)] == ["sr-latn"]
