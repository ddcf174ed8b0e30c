"""Which sections a form has: that for membership, and those for the three categories of observer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from membership.forms.base import SectionForm
from membership.forms.city import CityForm, MandateForm
from membership.forms.declarations import DeclarationsForm, ObserverDeclarationsForm
from membership.forms.observing import (
    AssociationForm,
    GovernmentAbroadForm,
    InterestForm,
    InternationalBodyForm,
    ObserverContactForm,
)
from membership.forms.people import ContactsForm
from membership.forms.work import ContributionForm, RoleForm
from membership.labels.states import Route
from membership.models import Application
from membership.rules.eligibility import ApplicantKind

DOCUMENTS = "documents"
ORGANISATIONS: dict[str, type[SectionForm]] = {
    ApplicantKind.LOCAL_GOVERNMENT_OUTSIDE: GovernmentAbroadForm,
    ApplicantKind.LOCAL_ASSOCIATION: AssociationForm,
    ApplicantKind.INTERNATIONAL_BODY: InternationalBodyForm,
}


@dataclass(frozen=True, slots=True)
class Plan:
    """The sections of a form by their key, in the order of asking; the documents stand before the declarations."""

    sections: Mapping[str, type[SectionForm]]

    @property
    def steps(self) -> tuple[str, ...]:
        *keys, last = self.sections
        return (*keys, DOCUMENTS, last)


def _plan(*sections: type[SectionForm]) -> Plan:
    return Plan({section.key: section for section in sections})


MEMBERSHIP = _plan(CityForm, MandateForm, ContactsForm, RoleForm, ContributionForm, DeclarationsForm)
OBSERVERS = {
    category: _plan(organisation, InterestForm, ObserverContactForm, ObserverDeclarationsForm)
    for category, organisation in ORGANISATIONS.items()
}


def plan_of(application: Application) -> Plan:
    """Return the sections that this application is asked for."""
    return OBSERVERS[application.category] if application.route == Route.OBSERVER else MEMBERSHIP
