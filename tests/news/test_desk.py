"""The short way to a new news item."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission
from wagtail.users.models import UserProfile

pytestmark = pytest.mark.django_db


def person(pages=(), act: str = "add_page"):
    """Return somebody who may do something with some pages."""
    user = get_user_model().objects.create_user("editor", "editor@example.org", "x")
    group = Group.objects.create(name="Some editors")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    permission = Permission.objects.get(codename=act, content_type__app_label="wagtailcore")
    for page in pages:
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user.groups.add(group)
    return user


def form_below(index) -> str:
    return reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk])


@pytest.mark.parametrize(("language", "expected"), [("tr", "tr"), ("en", "en"), ("", "en")])
def test_it_leads_to_the_list_in_the_language_of_the_office(client, news, language, expected):
    editor = person([news.en, news.tr, news.el])
    UserProfile.objects.create(user=editor, preferred_language=language)
    client.force_login(editor)

    assert client.get(reverse("new_news")).url == form_below(getattr(news, expected))


def test_it_leads_to_the_list_to_which_one_may_add(client, news):
    editor = person([news.el])
    client.force_login(editor)

    assert client.get(reverse("new_news")).url == form_below(news.el)
    assert client.get(form_below(news.el)).status_code == 200


def test_who_may_add_to_no_list_of_news_is_told(client, homes, news):
    client.force_login(person([homes["en"]]))
    news.en.delete()

    answer = client.get(reverse("new_news"), follow=True)

    assert "There is no list of news to which you may add an item." in answer.content.decode()


@pytest.mark.parametrize(("act", "is_offered"), [("add_page", True), ("change_page", False)])
def test_it_is_offered_in_the_menu_and_on_the_home_page_to_those_who_may(client, news, act, is_offered):
    client.force_login(person([news.en], act))

    home = client.get(reverse("wagtailadmin_home")).content.decode()

    assert (f'<a class="button" href="{reverse("new_news")}">' in home) is is_offered
    assert (home.count(reverse("new_news")) > 1) is is_offered  # the button, and the menu


def test_who_may_only_translate_adds_nothing(client, news):
    client.force_login(person([news.en], "change_page"))

    assert client.get(reverse("new_news")).status_code in (302, 403)
    assert "newspage" not in client.get(reverse("new_news")).headers.get("Location", "")
