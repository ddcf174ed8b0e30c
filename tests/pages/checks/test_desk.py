"""The findings in the editor, and the question before something wrong is published."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.models import ContentPage
from tests.pages.builders import make_page

pytestmark = pytest.mark.django_db
WRONG, RIGHT = "<p>Prishtina, Kosovo.</p>", "<p>Prishtina, Kosovo*.</p>"


@pytest.fixture
def office(client):
    client.force_login(get_user_model().objects.create_superuser("chief", "chief@example.org", "x"))
    return client


@pytest.fixture
def draft(homes):
    page = make_page(homes.en, "water", live=False, title="Water", summary="Cities save water.")
    page.save_revision()
    return page


def publish(client, page, html: str):
    form = {
        "title": page.title,
        "slug": page.slug,
        "summary": page.summary,
        "menu_title": "",
        "seo_title": "",
        "search_description": "",
        "origin": page.origin,
        "body": streamfield([("paragraph", rich_text(html))]),
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""},
        "action-publish": "action-publish",
    }
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), nested_form_data(form))


def test_what_is_in_order_is_published_without_a_question(office, draft):
    publish(office, draft, RIGHT)

    assert ContentPage.objects.get().live


def test_what_is_wrong_is_kept_as_a_draft_and_asked_about_once(office, draft):
    gate = reverse("page_checks", args=[draft.pk])
    assert publish(office, draft, WRONG).url == gate
    assert ContentPage.objects.get().live is False
    assert "“Kosovo” needs a star: Kosovo*." in office.get(gate).content.decode()

    office.post(gate)

    page = ContentPage.objects.get()
    assert page.live
    assert "Prishtina, Kosovo." in page.body[0].value.source
    assert PageLogEntry.objects.get(action="b40.page_published_with_findings").data == {"findings": ["no_star"]}


def test_what_is_only_to_be_looked_at_asks_nothing(office, draft):
    draft.summary = ""

    publish(office, draft, RIGHT)

    assert ContentPage.objects.get().live


def test_the_editor_shows_what_was_found_in_the_draft(office, draft):
    draft.body = json.dumps([{"type": "paragraph", "value": WRONG}])
    draft.save_revision()

    page = office.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()

    assert "Before publishing" in page
    assert "“Kosovo” needs a star: Kosovo*." in page


def test_a_new_page_has_nothing_to_show(office, homes):
    page = office.get(reverse("wagtailadmin_pages:add", args=["pages", "contentpage", homes.en.pk])).content.decode()

    assert "Before publishing" not in page


def test_who_may_not_publish_passes_no_gate(client, draft):
    client.force_login(get_user_model().objects.create_user("reader", "reader@example.org", "x"))

    assert client.post(reverse("page_checks", args=[draft.pk])).status_code in (302, 403)
    assert ContentPage.objects.get().live is False
