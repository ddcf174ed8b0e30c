"""Who may apply for what: membership, observer status, or neither (Statutes, Art. 1, 2, 5, 6)."""

from dataclasses import dataclass
from enum import StrEnum

from . import statutes
from .countries import is_in_region
from .errors import RuleError
from .findings import Finding


class ApplicantKind(StrEnum):
    LOCAL_GOVERNMENT_IN_REGION = "local_government_in_region"
    LOCAL_GOVERNMENT_OUTSIDE = "local_government_outside"
    LOCAL_ASSOCIATION = "local_association"
    INTERNATIONAL_BODY = "international_body"


class Route(StrEnum):
    MEMBERSHIP = "membership"
    OBSERVER = "observer"


@dataclass(frozen=True, slots=True)
class Assessment:
    """The routes open to an applicant, why, and what an official should know. No route: the reasons say why not."""

    routes: tuple[Route, ...]
    reasons: tuple[Finding, ...]
    warnings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        if not self.reasons:
            raise ValueError("an assessment without a reason helps nobody")

    @property
    def may_apply(self) -> bool:
        return bool(self.routes)


def assess(kind: ApplicantKind | str, country: str, population: int | None = None) -> Assessment:
    """Return the routes open to an applicant.

    `country` is an ISO 3166 code (XK for Kosovo*) or `countries.ELSEWHERE`; an international body may leave it empty.
    `population` counts only for a local government outside the region. Raises `RuleError` for an unknown kind or
    country, and where the population is missing or no whole number from 0.
    """
    kind = _kind(kind)
    _refuse_nonsense(population)
    if kind is ApplicantKind.INTERNATIONAL_BODY:
        return _observer("international_body")
    in_region = is_in_region(country)
    if kind is ApplicantKind.LOCAL_ASSOCIATION:
        return _observer("association_in_region") if in_region else _nothing("association_outside_region")
    if in_region:
        return Assessment((Route.MEMBERSHIP,), (Finding("local_government_in_region", statutes.ADMISSION),))
    if kind is ApplicantKind.LOCAL_GOVERNMENT_IN_REGION:
        return Assessment((), (Finding("country_outside_region", statutes.REGION),))
    return _outside(population)


def _outside(population: int | None) -> Assessment:
    """Assess a local government outside the region: the number of Art. 6 is reached at equality."""
    if population is None:
        raise RuleError("population_missing", statutes.OBSERVERS)
    if population < statutes.OBSERVER_POPULATION:
        return _nothing("population_too_small")
    if population > statutes.OBSERVER_POPULATION:
        return _observer("local_government_outside")
    contradiction = Finding("population_exactly_at_threshold", statutes.MEMBERS)
    return _observer("local_government_outside", contradiction)


def _observer(code: str, *warnings: Finding) -> Assessment:
    return Assessment((Route.OBSERVER,), (Finding(code, statutes.OBSERVERS),), warnings)


def _nothing(code: str) -> Assessment:
    return Assessment((), (Finding(code, statutes.OBSERVERS),))


def _kind(kind: ApplicantKind | str) -> ApplicantKind:
    try:
        return ApplicantKind(kind)
    except ValueError:
        raise RuleError("applicant_kind_unknown", kind=str(kind)) from None


def _refuse_nonsense(population: int | None) -> None:
    if population is None:
        return
    if not isinstance(population, int) or isinstance(population, bool) or population < 0:
        raise RuleError("population_invalid", population=str(population))
