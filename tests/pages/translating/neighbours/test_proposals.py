"""What a neighbouring language says is proposed, read by a person, and only then taken."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation

from pages.models import ContentPage
from pages.translating.keeping import keep_missing
from pages.translating.neighbours.memory import proposals_for
from pages.translating.sending.submission import submit
from tests.pages.builders import make_home, make_page
from tests.pages.translating.conftest import NOW

pytestmark = pytest.mark.django_db
BODY = '<p>The municipality decides in August.</p><p>See <a href="https://example.org/">this</a>.</p>'
CROATIAN = {
    "The municipality decides in August.": "Općina odlučuje u kolovozu.",
    'See <a id="a1">this</a>.': 'Vidi <a id="a1">ovo</a>.',
}


@pytest.fixture
def page(homes):
    for code in ("bs", "hr", "cnr", "sr"):
        make_home(code, homes.en)
    return make_page(homes.en, "law", title="Law", body=[("paragraph", BODY)])


def sent(page, code):
    submit(page, Locale.objects.filter(language_code=code), None)
    return Locale.objects.get(language_code=code).translations.get(source__object_id=page.translation_key)


def say(made, words, **fields) -> None:
    for segment in made.source.stringsegment_set.select_related("string"):
        if segment.string.data in words:
            StringTranslation.objects.create(
                translation_of=segment.string,
                context=segment.context,
                locale=made.target_locale,
                data=words[segment.string.data],
                **fields,
            )


def offered(made) -> list[tuple[str, str]]:
    return [(proposal.language, proposal.html) for proposal in proposals_for(made)]


def test_the_nearest_neighbour_is_heard_in_the_words_of_the_language(page):
    say(sent(page, "hr"), CROATIAN)
    bosnian = sent(page, "bs")
    assert offered(bosnian) == [("hr", "Općina odlučuje u augustu."), ("hr", 'Vidi <a id="a1">ovo</a>.')]

    say(sent(page, "cnr"), {"The municipality decides in August.": "Opština odlučuje u avgustu."})

    assert offered(bosnian)[0][0] == "hr"
    assert offered(sent(page, "cnr")) == [("hr", 'Vidi <a id="a1">ovo</a>.')]


def test_a_page_that_was_written_by_hand_is_heard_too(page):
    home = ContentPage.objects.get(pk=page.pk).get_parent().get_translation(Locale.objects.get(language_code="hr"))
    body = '<p>Općina odlučuje u kolovozu.</p><p>Vidi <a href="https://example.org/">ovo</a>.</p>'
    make_page(home, "zakon", page, title="Zakon", body=[("paragraph", body)])
    keep_missing(NOW)

    assert offered(sent(page, "cnr")) == [
        ("hr", "Zakon"),
        ("hr", "Opština odlučuje u avgustu."),
        ("hr", 'Vidi <a id="a1">ovo</a>.'),
    ]


def test_what_is_translated_already_gets_no_proposal_and_other_languages_none(page):
    say(sent(page, "hr"), CROATIAN)
    bosnian = sent(page, "bs")
    say(bosnian, CROATIAN)

    assert offered(bosnian) == []
    assert offered(sent(page, "tr")) == []
    assert offered(sent(page, "sr")) == []


def test_only_what_is_ticked_is_taken_as_it_was_changed(enter, page):
    say(sent(page, "hr"), CROATIAN)
    bosnian = sent(page, "bs")
    address = reverse("translation_proposals", args=[bosnian.pk])
    text = enter.get(address).content.decode()
    assert "<del>kolovozu</del> <ins>augustu</ins>" in text
    first, second = (proposal.segment.pk for proposal in proposals_for(bosnian))

    enter.post(
        address, {f"take-{first}": "on", f"text-{first}": "Općina odluči u augustu.", f"text-{second}": "Nešto."}
    )

    rows = StringTranslation.objects.filter(locale=bosnian.target_locale)
    assert [(row.data, row.translation_type, row.tool_name) for row in rows] == [
        ("Općina odluči u augustu.", "manual", "Hrvatski")
    ]


def test_a_proposal_that_nobody_read_is_never_published(page, django_capture_on_commit_callbacks):
    say(sent(page, "hr"), CROATIAN)
    bosnian = sent(page, "bs")

    with django_capture_on_commit_callbacks(execute=True):
        bosnian.save_target(publish=True)

    assert "august" not in str(ContentPage.objects.get(locale__language_code="bs").body)
    assert StringTranslation.objects.filter(locale=bosnian.target_locale).count() == 0


@pytest.mark.parametrize("words", ["", "<script>x</script>", 'Vidi <a id="a2">ovo</a>.'])
def test_broken_words_are_refused_and_nothing_is_taken(enter, page, words):
    say(sent(page, "hr"), CROATIAN)
    bosnian = sent(page, "bs")
    first, second = (proposal.segment.pk for proposal in proposals_for(bosnian))

    answer = enter.post(
        reverse("translation_proposals", args=[bosnian.pk]),
        {f"take-{first}": "on", f"text-{first}": "Dobro.", f"take-{second}": "on", f"text-{second}": words},
    )

    assert answer.status_code == 422
    assert StringTranslation.objects.filter(locale=bosnian.target_locale).count() == 0


def test_the_editor_of_the_translation_tells_of_proposals(enter, page):
    say(sent(page, "hr"), CROATIAN)
    bosnian = sent(page, "bs")

    text = enter.get(reverse("wagtailadmin_pages:edit", args=[bosnian.get_target_instance().pk])).content.decode()

    assert "Neighbouring languages have 2 of the missing texts." in text
    assert reverse("translation_proposals", args=[bosnian.pk]) in text
