"""Pages three levels deep, and how an editor gives one another slug."""

from types import SimpleNamespace

import pytest
from django.utils import timezone
from wagtail.models import Page

from tests.pages.builders import make_page


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Return a function that gives a page another slug, as publishing it does."""

    def give(page, slug) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            fresh = Page.objects.get(pk=page.pk).specific
            fresh.slug = slug
            fresh.save()

    return give


@pytest.fixture
def tree(homes):
    """Pages that were published in English: two below the start page, and below the first one more, and one below that."""

    def published(parent, slug, **fields):
        return make_page(parent, slug, first_published_at=timezone.now(), **fields)

    about = published(homes.en, "about", title="About the network")
    history = published(about, "history", title="History of the network")
    return SimpleNamespace(
        home=homes.en, turkish=homes.tr, about=about, history=history, founding=published(history, "founding"),
        work=published(homes.en, "work"), published=published,
    )  # fmt: skip


@pytest.fixture
def move():
    def below(page, parent) -> None:
        Page.objects.get(pk=page.pk).move(Page.objects.get(pk=parent.pk), pos="last-child")

    return below


@pytest.fixture
def delete():
    """Return a function that deletes a page with all below it."""

    def away(page) -> None:
        Page.objects.get(pk=page.pk).delete()

    return away


@pytest.fixture
def leads_to(client):
    """Return a function that asks for an address, and says the status and where it leads."""

    def asked(path) -> tuple[int, str]:
        answer = client.get(path)
        return answer.status_code, answer.headers.get("Location", "")

    return asked
