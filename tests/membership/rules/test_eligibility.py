"""Who may apply for what."""

import pytest

from membership.rules.countries import ELSEWHERE, REGION_COUNTRIES, is_in_region
from membership.rules.eligibility import Assessment, assess
from membership.rules.errors import RuleError

CITY, OUTSIDE = "local_government_in_region", "local_government_outside"
ASSOCIATION, BODY = "local_association", "international_body"


@pytest.mark.parametrize(
    ("applicant", "routes", "reason", "warning"),
    [
        pytest.param((CITY, "TR", None), ("membership",), (CITY, "5"), None, id="city_in_region"),
        pytest.param((CITY, "XK", 1), ("membership",), (CITY, "5"), None, id="small_city_in_kosovo"),
        pytest.param((CITY, "IT", None), (), ("country_outside_region", "1"), None, id="city_elsewhere"),
        pytest.param((OUTSIDE, "GR", None), ("membership",), (CITY, "5"), None, id="in_the_region_after_all"),
        pytest.param((OUTSIDE, "IT", 499_999), (), ("population_too_small", "6"), None, id="499999"),
        pytest.param(
            (OUTSIDE, "IT", 500_000),
            ("observer",),
            (OUTSIDE, "6"),
            ("population_exactly_at_threshold", "2"),
            id="500000",
        ),
        pytest.param((OUTSIDE, "IT", 500_001), ("observer",), (OUTSIDE, "6"), None, id="500001"),
        pytest.param((OUTSIDE, ELSEWHERE, 900_000), ("observer",), (OUTSIDE, "6"), None, id="country_not_asked"),
        pytest.param((ASSOCIATION, "BG", None), ("observer",), ("association_in_region", "6"), None, id="association"),
        pytest.param(
            (ASSOCIATION, "AT", None), (), ("association_outside_region", "6"), None, id="association_outside"
        ),
        pytest.param((BODY, "", None), ("observer",), (BODY, "6"), None, id="international_body"),
    ],
)
def test_an_applicant_may_take_these_routes(applicant, routes, reason, warning):
    assessment = assess(*applicant)

    assert assessment.routes == routes
    assert [(found.code, found.article) for found in assessment.reasons] == [reason]
    assert [(found.code, found.article) for found in assessment.warnings] == ([warning] if warning else [])
    assert assessment.may_apply is bool(routes)


@pytest.mark.parametrize(
    ("code", "kind", "country", "population"),
    [
        pytest.param("applicant_kind_unknown", "company", "TR", None, id="kind"),
        pytest.param("country_unknown", CITY, "", None, id="no_country"),
        pytest.param("country_unknown", CITY, "tr", None, id="small_letters"),
        pytest.param("country_unknown", OUTSIDE, "ZZ", 900_000, id="no_such_country"),
        pytest.param("country_unknown", OUTSIDE, None, 900_000, id="nothing"),
        pytest.param("population_missing", OUTSIDE, "IT", None, id="no_population"),
        pytest.param("population_invalid", OUTSIDE, "IT", -1, id="negative"),
        pytest.param("population_invalid", OUTSIDE, "IT", 5e5, id="float"),
        pytest.param("population_invalid", OUTSIDE, "IT", True, id="flag"),
        pytest.param("population_invalid", CITY, "TR", -1, id="negative_where_it_does_not_count"),
    ],
)
def test_nonsense_is_refused(code, kind, country, population):
    with pytest.raises(RuleError) as refusal:
        assess(kind, country, population)

    assert refusal.value.code == code


def test_an_assessment_gives_a_reason():
    with pytest.raises(ValueError, match="reason"):
        Assessment((), ())


def test_the_region_has_the_twelve_countries_of_article_1():
    assert REGION_COUNTRIES == ("AL", "BA", "BG", "HR", "GR", "XK", "ME", "MK", "RO", "RS", "SI", "TR")


@pytest.mark.parametrize("country", REGION_COUNTRIES)
def test_a_country_of_article_1_is_in_the_region(country):
    assert is_in_region(country) is True


@pytest.mark.parametrize("country", ["HU", "CY", "MD", ELSEWHERE])
def test_a_neighbour_is_not_in_the_region(country):
    assert is_in_region(country) is False
