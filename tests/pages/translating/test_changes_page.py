"""The page that shows a reader what changed in the original, and the line that leads to it."""

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from tests.pages.translating.conftest import FIRST
from tests.pages.translating.test_truth import publish

pytestmark = pytest.mark.django_db


def address(page, code="tr") -> str:
    with translation.override(code):
        return reverse("changes", args=[page.pk])


def test_a_translation_that_is_behind_leads_to_what_changed(client, pair):
    publish(pair.en, FIRST, "<p>They sign a treaty &amp; leave.</p>")
    page = client.get(pair.tr.url).content.decode()
    assert f'href="{address(pair.tr)}"' in page

    answer = client.get(address(pair.tr))

    text = answer.content.decode()
    assert answer.status_code == 200
    assert '<ol class="changes" lang="en">' in text
    assert "<li>They sign a <del>declaration.</del> <ins>treaty &amp; leave.</ins></li>" in text
    assert "The cities meet in June." not in text
    assert '<meta name="robots" content="noindex">' in text
    assert "Set-Cookie" not in answer.headers


def test_a_translation_in_step_has_no_such_line(client, pair):
    assert "/changes/" not in client.get(pair.tr.url).content.decode()
    assert '<ol class="changes"' not in client.get(address(pair.tr)).content.decode()


def test_the_page_can_be_read_in_any_language_of_the_site(client, pair):
    publish(pair.en, FIRST)

    answer = client.get(address(pair.tr, "en"))

    assert "Changes since the translation: Bildirge" in answer.content.decode()


def test_originals_drafts_and_private_pages_have_no_such_page(client, pair):
    assert client.get(address(pair.en)).status_code == 404
    restriction = PageViewRestriction.objects.create(page=pair.tr, restriction_type="login")
    assert client.get(address(pair.tr)).status_code == 404
    restriction.delete()
    pair.tr.unpublish()
    assert client.get(address(pair.tr)).status_code == 404
    assert client.get(address(pair.tr).replace(str(pair.tr.pk), "999999")).status_code == 404
