"""What changed in an original is sent on; what stayed keeps its words, wherever they were written."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from pages.models import ContentPage
from pages.origins import Origin
from pages.translating.gate import findings
from pages.translating.keeping import keep_missing
from pages.translating.sending.changed import OtherParagraphsError, take_up
from pages.translating.truth import truth_of
from tests.pages.builders import make_home, make_page
from tests.pages.translating.conftest import FIRST, LATER, NOW
from tests.pages.translating.test_truth import publish

pytestmark = pytest.mark.django_db
NEW = "<p>They sign a treaty.</p>"


def words(page) -> dict[str, tuple[str, str]]:
    rows = StringTranslation.objects.filter(locale=page.locale)
    return {row.translation_of.data: (row.data, row.translation_type) for row in rows.select_related("translation_of")}


def test_a_translation_written_by_hand_is_taken_up_with_the_paragraphs_that_stand(pair, chief):
    publish(pair.en, FIRST, NEW)

    made = take_up(pair.tr, chief)

    assert words(pair.tr) == {
        "Declaration": ("Bildirge", "manual"),
        "The cities meet in June.": ("Şehirler haziranda buluşur.", "manual"),
    }
    assert [(found.kind.value, found.source) for found in findings(made)] == [("missing", "They sign a treaty.")]
    page = ContentPage.objects.get(pk=pair.tr.pk)
    assert (page.live, page.body[1].value.source) == (True, "<p>Bir bildirge imzalarlar.</p>")


def test_published_again_it_is_in_step_under_its_own_address(pair, chief, django_capture_on_commit_callbacks):
    publish(pair.en, FIRST, NEW)
    made = take_up(pair.tr, chief)
    missing = made.source.stringsegment_set.get(string__data="They sign a treaty.")
    StringTranslation.objects.create(
        translation_of=missing.string, context=missing.context, locale=pair.tr.locale, data="Bir antlaşma imzalarlar."
    )

    with django_capture_on_commit_callbacks(execute=True):
        made.save_target(user=chief, publish=True)

    page = ContentPage.objects.get(pk=pair.tr.pk)
    assert (page.slug, page.title) == ("bildirge", "Bildirge")
    assert [block.value.source for block in page.body] == [
        "<p>Şehirler haziranda buluşur.</p>",
        "<p>Bir antlaşma imzalarlar.</p>",
    ]
    assert truth_of(page).changed_at is None


def test_a_machine_s_words_stay_a_machine_s(pair, chief):
    ContentPage.objects.filter(pk=pair.tr.pk).update(origin=Origin.MACHINE)
    publish(pair.en, FIRST, NEW)

    take_up(ContentPage.objects.get(pk=pair.tr.pk), chief)

    assert words(pair.tr)["Declaration"] == ("Bildirge", "machine")


def test_what_is_in_the_editor_already_keeps_its_words_too(pair, chief):
    publish(pair.en, FIRST, NEW)
    take_up(pair.tr, chief)
    publish(pair.en, "<p>The cities meet in July.</p>", NEW)

    made = take_up(ContentPage.objects.get(pk=pair.tr.pk), chief)

    assert [found.source for found in findings(made)] == ["The cities meet in July.", "They sign a treaty."]
    assert Translation.objects.count() == 1


def test_a_link_keeps_its_place(homes, chief):
    see, bakin = (
        '<p>See <a href="https://example.org/">this</a>.</p>',
        '<p><a href="https://example.org/">Buna</a> bakın.</p>',
    )
    english = make_page(homes.en, "links", body=[("paragraph", f"{see}<p>Old.</p>")])
    turkish = make_page(homes.tr, "links", english, body=[("paragraph", f"{bakin}<p>Eski.</p>")])
    keep_missing(NOW)
    publish(english, f"{see}<p>New.</p>")

    take_up(turkish, chief)

    assert words(turkish)['See <a id="a1">this</a>.'] == ('<a id="a1">Buna</a> bakın.', "manual")


def test_other_paragraphs_than_the_original_s_are_not_guessed(homes, chief):
    english = make_page(homes.en, "laws", body=[("paragraph", "<p>One.</p><p>Two.</p>")])
    turkish = make_page(homes.tr, "laws", english, body=[("paragraph", "<p>Bir ve iki.</p>")])
    keep_missing(NOW)

    with pytest.raises(OtherParagraphsError):
        take_up(turkish, chief)

    assert Translation.objects.count() == 0


def test_the_button_leads_from_the_check_to_the_editor(client, pair, chief):
    publish(pair.en, FIRST, NEW)
    client.force_login(chief)
    address = reverse("translate_what_changed", args=[pair.tr.pk])
    assert f'action="{address}"' in client.get(reverse("check_translation", args=[pair.tr.pk])).content.decode()

    answer = client.post(address, follow=True)

    assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[pair.tr.pk])
    assert "1 text is left to translate." in answer.content.decode()


def test_the_button_tells_where_paragraphs_cannot_be_matched(client, pair, chief):
    ContentPage.objects.filter(pk=pair.tr.pk).update(summary="Bir cümle.")
    client.force_login(chief)

    answer = client.post(reverse("translate_what_changed", args=[pair.tr.pk]), follow=True)

    assert "This translation has other paragraphs than its original." in answer.content.decode()


def test_an_original_has_nothing_to_take_up(pair, chief):
    assert take_up(pair.en, chief) is None


def test_a_text_first_written_in_albanian_stays_the_original_when_english_comes(homes, chief):
    albanian = make_page(make_home("sq", homes.en), "lajm", body=[("paragraph", "<p>Takim.</p>")])
    turkish = make_page(homes.tr, "haber", albanian, origin=Origin.HUMAN, body=[("paragraph", "<p>Toplantı.</p>")])
    english = make_page(homes.en, "news", albanian, origin=Origin.HUMAN, body=[("paragraph", "<p>Meeting.</p>")])
    keep_missing(NOW)

    assert [truth_of(page) and truth_of(page).original.code for page in (albanian, turkish, english)] == [
        None,
        "sq",
        "sq",
    ]

    publish(albanian, "<p>Takim i ri.</p>")
    assert [truth_of(page).changed_at for page in (turkish, english)] == [LATER, LATER]


def test_who_may_not_change_a_page_sends_nothing_on(client, pair):
    client.force_login(get_user_model().objects.create_user("reader", "reader@example.org", "x"))

    assert client.post(reverse("translate_what_changed", args=[pair.tr.pk])).status_code in (302, 403)
    assert Locale.objects.filter(source_strings__isnull=False).count() == 0
