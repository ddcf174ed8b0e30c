"""Section 7: what the applicant declares, with the version of each text (Statutes, Art. 8)."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.forms.base import Answers, SectionForm

DECLARATION_VERSION = "2021-11-30"
PRINCIPLES_VERSION = "2024-01"
PRIVACY_VERSION = "2026-11"


NOT_DECLARED = _("Tick this box if it is so. Without it the application cannot be submitted.")


class Declarations(SectionForm):
    """What whoever applies declares; a declaration that is not made stops the submission."""

    key = "declarations"
    title = _("Declarations")
    versions: ClassVar[dict[str, str]] = {"principles": PRINCIPLES_VERSION, "privacy": PRIVACY_VERSION}

    is_accurate = forms.BooleanField(label=_("The answers are accurate to the best of my knowledge."))
    has_read_privacy = forms.BooleanField(
        label=_("I have read the privacy notice of this site (version November 2026).")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = NOT_DECLARED

    def answers(self) -> Answers:
        return {**super().answers(), "versions": dict(self.versions)}


class DeclarationsForm(Declarations):
    """Five declarations that are needed, and one permission that is not."""

    lead = _("There is no membership fee, and recommendations of the network are voluntary.")
    versions: ClassVar[dict[str, str]] = {"declaration": DECLARATION_VERSION, **Declarations.versions}

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
    may_be_named = forms.BooleanField(label=_("The city may be named in public as a candidate."), required=False)
    field_order = [
        "adheres_to_declaration",
        "adheres_to_principles",
        "is_authorised",
        "is_accurate",
        "has_read_privacy",
        "may_be_named",
    ]


class ObserverDeclarationsForm(Declarations):
    """An observer adheres to nothing; it declares who asks, that the answers are right, and that it knows Article 6."""

    knows_article = forms.BooleanField(
        label=_("We know that observers are invited by the President and have no vote (Article 6).")
    )
    is_authorised = forms.BooleanField(
        label=_("I am authorised to submit this request in the name of the organisation.")
    )
    may_be_named = forms.BooleanField(
        label=_("The organisation may be named in public as an applicant."), required=False
    )
    field_order = ["knows_article", "is_authorised", "is_accurate", "has_read_privacy", "may_be_named"]
