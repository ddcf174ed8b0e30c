"""Tests of the registry of places and of the list from which an editor chooses."""

import pytest
from django.core.exceptions import ValidationError

from pages import places


@pytest.fixture
def two_cities(monkeypatch):
    """The registry holds two cities and nothing else."""
    monkeypatch.setattr(places, "_providers", [])
    places.register(lambda: [("tirana", "Tirana"), ("sofia", "Sofia")])


def choice_field(**options):
    return places.PlaceField("city", **options).formfield()


def test_places_come_in_the_order_of_their_providers(two_cities):
    places.register(lambda: [("athens", "Athens")])

    assert list(places.choices()) == [("tirana", "Tirana"), ("sofia", "Sofia"), ("athens", "Athens")]


def test_a_provider_registered_twice_is_asked_once(two_cities):
    def provider():
        return [("athens", "Athens")]

    places.register(provider)
    places.register(provider)

    assert list(places.choices()) == [("tirana", "Tirana"), ("sofia", "Sofia"), ("athens", "Athens")]


def test_an_editor_chooses_among_the_places(two_cities):
    assert choice_field().widget.render("city", "sofia") == (
        '<select name="city">\n'
        '  <option value="">---------</option>\n\n'
        '  <option value="tirana">Tirana</option>\n\n'
        '  <option value="sofia" selected>Sofia</option>\n\n'
        "</select>"
    )


def test_a_place_that_is_gone_stays_visible(two_cities):
    assert '<option value="tuzi" selected>tuzi</option>' in choice_field().widget.render("city", "tuzi")


def test_a_place_outside_the_records_is_refused(two_cities):
    field = choice_field()

    assert field.clean("sofia") == "sofia"
    with pytest.raises(ValidationError):
        field.clean("tuzi")


def test_an_optional_place_may_be_empty(two_cities):
    assert choice_field(blank=True).clean("") == ""


def test_a_place_registered_later_is_offered(two_cities):
    field = choice_field()

    places.register(lambda: [("athens", "Athens")])

    assert field.clean("athens") == "athens"


def test_places_are_named_in_a_language_by_whoever_knows_them(monkeypatch):
    monkeypatch.setattr(places, "_namers", [])
    places.register_names(lambda slugs, language: {slug: f"{slug} {language}" for slug in slugs if slug != "nowhere"})

    assert places.names(["tirana", "nowhere"], "tr") == {"tirana": "tirana tr"}


def test_nobody_is_asked_for_the_names_of_no_places(monkeypatch):
    asked = []
    monkeypatch.setattr(places, "_namers", [])
    places.register_names(lambda *question: asked.append(question) or {})

    assert (places.names([], "tr"), asked) == ({}, [])
