"""Section 7: what the applicant declares, with the version of each text (Statutes, Art. 8)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.forms.base import Answers, SectionForm

DECLARATION_VERSION = "2021-11-30"
PRINCIPLES_VERSION = "2024-01"
PRIVACY_VERSION = "2026-11"


NOT_DECLARED = _("Tick this box if it is so. Without it the application cannot be submitted.")


class DeclarationsForm(SectionForm):
    """Five declarations that are needed, and one permission that is not."""

    key = "declarations"
    title = _("Declarations")
    lead = _("There is no membership fee, and recommendations of the network are voluntary.")

    adheres_to_declaration = forms.BooleanField(
        label=_("We have read the Istanbul Declaration of 30 November 2021 and adhere to it.")
    )
    adheres_to_principles = forms.BooleanField(
        label=_(
            "We have read the Organisational Structure and Working Principles of January 2024 and adhere to them (Article 8)."
        )
    )
    is_authorised = forms.BooleanField(
        label=_("I am authorised to submit this application in the name of the local government.")
    )
    is_accurate = forms.BooleanField(label=_("The answers are accurate to the best of my knowledge."))
    has_read_privacy = forms.BooleanField(
        label=_("I have read the privacy notice of this site (version November 2026).")
    )
    may_be_named = forms.BooleanField(label=_("The city may be named in public as a candidate."), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = NOT_DECLARED

    def answers(self) -> Answers:
        versions = {
            "declaration": DECLARATION_VERSION,
            "principles": PRINCIPLES_VERSION,
            "privacy": PRIVACY_VERSION,
        }
        return {**super().answers(), "versions": versions}
