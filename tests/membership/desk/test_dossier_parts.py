"""What a dossier shows of an application: revisions compared, translations beside, neighbours."""

import pytest
from django.urls import reverse

from membership.labels.states import ApplicationState, UploadKind
from membership.models import Revision, Upload
from tests.membership.factories import ApplicationFactory, CityFactory, MemberFactory, make_letter

pytestmark = pytest.mark.django_db
NIS = {"latitude": "43.32472", "longitude": "21.90333"}


@pytest.fixture
def application(db):
    return ApplicationFactory(name_en="Niš", check_due_on="2027-03-15")


def revise(application, **answers):
    number = application.revisions.count() + 1
    content = {"answers": answers, "files": []}
    Revision.objects.create(
        application=application, number=number, language="sr", content=content, sha256=str(number) * 64
    )


def show(client, application, **query):
    return client.get(reverse("desk:dossier", args=[application.pk]), query)


def changed(answer) -> list[tuple[str, str]]:
    return [(change.before, change.after) for change in answer.context["changes"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, [("Two.", "Three.")]),
        ({"before": "1", "after": "3"}, [("One.", "Three.")]),
        ({"before": "3", "after": "1"}, [("Three.", "One.")]),
        ({"before": "2", "after": "2"}, []),
        ({"before": "7", "after": "x"}, [("Two.", "Three.")]),
        ({"before": "1"}, [("Two.", "Three.")]),
    ],
    ids=str,
)
def test_any_two_revisions_are_compared(enter, secretary, application, query, expected):
    for words in ("One.", "Two.", "Three."):
        revise(application, contribution={"pledge": words})

    assert changed(show(enter(secretary), application, **query)) == expected


def test_the_first_revision_is_compared_with_nothing(enter, secretary, application):
    revise(application, contribution={"pledge": "One."})

    answer = show(enter(secretary), application)

    assert answer.context["compare"] is None
    assert "Differences between revisions" not in answer.content.decode()


def test_an_answer_in_another_language_stands_beside_its_summary(enter, secretary, application):
    role = {"answer_language": "sr", "national_role": "Седиште округа.", "summary_en": "Seat of the district."}
    revise(application, role=role)

    page = show(enter(secretary), application).content.decode()

    assert '<dd class="desk-words" lang="sr">Седиште округа.</dd>' in page
    assert '<p class="desk-words" lang="en">Seat of the district.</p>' in page
    assert page.count("Seat of the district.") == 1


@pytest.mark.parametrize(
    ("language", "lang"), [("en", ""), ("other", ""), ("", "")], ids=["english", "another", "unsaid"]
)
def test_an_answer_of_no_known_other_language_bears_none(enter, secretary, application, language, lang):
    revise(application, role={"answer_language": language, "national_role": "Seat."})

    assert '<dd class="desk-words">Seat.</dd>' in show(enter(secretary), application).content.decode()


def test_a_translation_stands_beside_the_original(enter, secretary, application):
    revise(application)
    letter = make_letter(application)
    values = {"content_type": "application/pdf", "size": 1, "sha256": "2" * 64, "file": "ab/t.pdf"}
    translation = Upload.objects.create(
        application=application, kind=UploadKind.TRANSLATION, display_name="letter-en.pdf", **values
    )

    context = show(enter(secretary), application).context

    assert (context["originals"], context["translations"]) == ([letter], [translation])


def test_the_nearest_five_members_are_named_with_their_distance(enter, secretary, application):
    revise(application, city=NIS)
    places = [
        ("Skopje", "MK", 42.0),
        ("Sofia", "BG", 42.7),
        ("Far", "TR", 37.0),
        *((f"N{n}", "RO", 46 + n) for n in range(3)),
    ]
    for name, country, latitude in places:
        city = CityFactory(slug=name.lower(), name_en=name, country=country, latitude=latitude, longitude="21.90333")
        MemberFactory(city=city)

    page = show(enter(secretary), application)

    found = [(near.number, near.name, near.kilometres) for near in page.context["neighbourhood"].nearest]
    assert found == [(1, "Sofia", 69), (2, "Skopje", 147), (3, "N0", 297), (4, "N1", 409), (5, "N2", 520)]
    assert "Sofia, Bulgaria: 69 km" in page.content.decode()


def test_a_neighbour_in_kosovo_bears_its_star(enter, secretary, application):
    revise(application, city=NIS)
    MemberFactory(city=CityFactory(slug="prishtina", country="XK", latitude="42.66", longitude="21.16"))

    assert "Prishtina, Kosovo*: 95 km" in show(enter(secretary), application).content.decode()


@pytest.mark.parametrize(
    "city", [{}, {"latitude": "", "longitude": None}, {"latitude": "x", "longitude": "1"}], ids=str
)
def test_without_a_position_no_distance_is_told(enter, secretary, application, city):
    revise(application, city=city)
    MemberFactory()

    answer = show(enter(secretary), application)

    assert answer.context["neighbourhood"].nearest == ()
    assert "The application gives no position" in answer.content.decode()


def test_the_city_of_the_records_gives_the_position_that_the_application_lacks(enter, secretary, application):
    application.city = CityFactory(country="RS")
    application.save()
    revise(application, city={})
    MemberFactory(city=CityFactory(slug="near", latitude="42.7", longitude="23.32415"))

    assert [near.kilometres for near in show(enter(secretary), application).context["neighbourhood"].nearest] == [0]


def test_an_observer_of_no_country_of_the_network_has_no_map(enter, secretary):
    application = ApplicationFactory(route="observer", category="international_body", country="")

    assert show(enter(secretary), application).context["neighbourhood"] is None


def test_the_contents_lead_to_every_part(enter, secretary, application):
    for words in ("One.", "Two."):
        revise(application, contribution={"pledge": words}, city=NIS)

    page = show(enter(secretary), application).content.decode()

    contents = page.partition('<nav class="desk-contents"')[2].partition("</nav>")[0]
    targets = [part.partition('"')[0] for part in contents.split('href="#')[1:]]
    assert "neighbours-section" in targets
    assert "changes-section" in targets
    assert [target for target in targets if f'id="{target}"' not in page] == []


def test_the_checklist_is_shown_to_whom_it_is_no_form(enter, auditor, secretary, application):
    type(application).objects.filter(pk=application.pk).update(
        state=ApplicationState.IN_CHECK, checklist={"letter": True}
    )

    page = show(enter(auditor), application).content.decode()

    assert "<strong>Checked:</strong> The letter is signed by the mayor (Article 5)." in page
    assert page.count("<strong>Open:</strong>") == 6
    assert "checklist-section" not in show(enter(secretary), application).content.decode()


def test_the_dossier_says_until_when_the_check_is_due(enter, secretary, application):
    assert "10 working days left" in show(enter(secretary), application).content.decode()
