"""The sections of a request to be an observer (Statutes, Art. 6): each category has its own first section."""

from __future__ import annotations

from django import forms
from django.core.validators import MinValueValidator
from django.utils.translation import gettext_lazy as _

from membership.forms.base import SectionForm
from membership.forms.choices import Knowledge
from membership.forms.city import FIRST_YEAR, country_choice, population, website
from membership.forms.fields import CountField, WordsField, YearField, choice, text
from membership.forms.people import mail_language_choice, telephone
from membership.forms.summarised import SummarisedForm
from membership.labels.states import ObserverKind
from membership.rules.statutes import OBSERVER_POPULATION

MISSION_WORDS, INTEREST_WORDS, OFFER_WORDS = 150, 250, 250


class OrganisationForm(SectionForm):
    """Who asks; what an association and an international body are asked beyond, stands below."""

    key = "organisation"
    title = _("Your organisation")

    name_local = text(_("Official name"), max_length=120, autocomplete="organization")
    name_en = text(_("Name in English"), max_length=120)
    seat = text(_("Seat: town and country"), max_length=120)
    website = website()


class GovernmentAbroadForm(OrganisationForm):
    """A local government outside the region: its population decides, and the limit itself is enough."""

    population = population()
    population_year = YearField(label=_("Year of the population figure"))
    population_source = text(
        _("Source of the population figure"), help_text=_("For example the national office of statistics, census")
    )

    def clean_population(self) -> int | None:
        people: int | None = self.cleaned_data["population"]
        if people is not None and people < OBSERVER_POPULATION:
            raise forms.ValidationError(
                _(
                    "A local government outside the region needs at least 500,000 inhabitants to be an observer (Article 6)."
                )
            )
        return people

    def clean_population_year(self) -> int | None:
        year: int | None = self.cleaned_data["population_year"]
        if year is not None and not FIRST_YEAR <= year <= self.today.year:
            words = {"first": FIRST_YEAR, "last": self.today.year}
            raise forms.ValidationError(_("Enter a year from %(first)d to %(last)d."), params=words)
        return year


class AssociationForm(OrganisationForm):
    """An association of local governments of the region."""

    country = country_choice()
    members_represented = CountField(
        label=_("How many local governments it represents"),
        validators=[MinValueValidator(1, _("Enter at least 1."))],
    )
    field_order = ["name_local", "name_en", "country", "seat", "website", "members_represented"]


class InternationalBodyForm(OrganisationForm):
    """An international body."""

    mission = WordsField(label=_("Mission"), max_words=MISSION_WORDS)


class InterestForm(SummarisedForm):
    """Why it wants to observe, and what it would contribute (Article 6)."""

    key = "interest"
    title = _("Interest and contribution")

    interest = WordsField(label=_("Why are you interested in the aims of the network?"), max_words=INTEREST_WORDS)
    knowledge = forms.MultipleChoiceField(
        label=_("What would you contribute?"), choices=Knowledge.choices, widget=forms.CheckboxSelectMultiple
    )
    offer = WordsField(label=_("Describe your contribution"), max_words=OFFER_WORDS)
    wanted = choice(_("What would you like to be?"), ObserverKind.choices)
    field_order = ["answer_language", "interest", "knowledge", "offer", "wanted", "summary_en"]


class ObserverContactForm(SectionForm):
    """Whom the network writes to."""

    key = "contact"
    title = _("Contact")
    lead = _("Please give work addresses. The e-mail address of the main contact is the one you have confirmed.")

    contact_name = text(_("Name of the main contact"), autocomplete="name", max_length=120)
    contact_post = text(_("Post"), autocomplete="organization-title", max_length=120)
    contact_phone = telephone()
    mail_language = mail_language_choice()
