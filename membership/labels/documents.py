"""The documents that an application may have: what each is, and what to know before sending it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from membership.labels.states import Route, UploadKind


@dataclass(frozen=True, slots=True)
class DocumentWords:
    title: str | Promise
    lead: str | Promise


DOCUMENTS: dict[UploadKind, DocumentWords] = {
    UploadKind.MAYOR_LETTER: DocumentWords(
        _("Letter signed by the mayor"),
        _("Article 5 asks for a letter in which the mayor applies for membership. A scan or a photograph is enough."),
    ),
    UploadKind.COUNCIL_DECISION: DocumentWords(
        _("Decision of the council"),
        _("If the council has decided to join the network, send its decision. It is recommended, not required."),
    ),
    UploadKind.TRANSLATION: DocumentWords(
        _("English translation"),
        _("If a document is not in English, a translation helps the Committee. It need not be certified."),
    ),
    UploadKind.OTHER: DocumentWords(
        _("Other document"),
        _(
            "Something that shows the size of the city, or its national and international role. Nothing else is considered."
        ),
    ),
}
LOGO = DocumentWords(
    _("Coat of arms or logo"),
    _("It may stand on your city’s page of this site. Send it only if the city may allow this."),
)
OBSERVER_LETTER = DocumentWords(
    _("Signed letter"),
    _("A letter in which the organisation asks to be an observer. A scan or a photograph is enough."),
)
NEEDED = UploadKind.MAYOR_LETTER  # without it nothing is submitted (Statutes, Art. 5)


def leads_of(route: str) -> dict[UploadKind, DocumentWords]:
    """Return title and lead of each kind of document for what is applied for."""
    words = {**DOCUMENTS, UploadKind.LOGO: LOGO}
    return {**words, UploadKind.MAYOR_LETTER: OBSERVER_LETTER} if route == Route.OBSERVER else words
