"""What the Secretariat does towards an applicant, from the dossier."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from membership.desk.applicant_forms import (
    EraseForm,
    ExtendApprovalForm,
    ExtendForm,
    MatchForm,
    MessageForm,
    ReleaseFreezeForm,
    ReopenForm,
    RequestForm,
    ReturnForm,
    TakeInForm,
    TransferForm,
)
from membership.desk.dossier_acts import DossierAct
from membership.permissions import Action
from membership.services import afterwards, contacts, dossier, information, messages, notices, returning


class RequestInformation(DossierAct):
    act = Action.REQUEST_INFORMATION
    form_class = RequestForm
    done = _("The applicant was asked. The check waits for the answer.")

    def perform(self, **words: Any) -> None:
        information.request_information(*self.by, now=self.now, **words)


class Extend(DossierAct):
    act = Action.REQUEST_INFORMATION
    form_class = ExtendForm
    done = _("The applicant has more time.")

    def perform(self, **words: Any) -> None:
        information.extend(*self.by, now=self.now, **words)


class Reopen(DossierAct):
    act = Action.REQUEST_INFORMATION
    form_class = ReopenForm
    done = _("The application is open again. The applicant was told.")

    def perform(self, **words: Any) -> None:
        information.reopen(*self.by, now=self.now, **words)


class ExtendApproval(DossierAct):
    act = Action.EXTEND_APPROVAL
    form_class = ExtendApprovalForm
    done = _("The city has twelve more months to sign.")

    def perform(self, **words: Any) -> None:
        afterwards.extend_approval(*self.by, now=self.now, **words)


class Write(DossierAct):
    act = Action.WRITE_TO_APPLICANT
    form_class = MessageForm
    done = _("The message is sent.")

    def perform(self, **words: Any) -> None:
        messages.write_to_applicant(*self.by, now=self.now, **words)


class Return(DossierAct):
    act = Action.RETURN
    form_class = ReturnForm
    done = _("The application is returned. The applicant may insist within thirty days.")

    def perform(self, **words: Any) -> None:
        returning.return_application(*self.by, now=self.now, **words)


class ReleaseFreeze(DossierAct):
    act = Action.RELEASE_FREEZE
    form_class = ReleaseFreezeForm
    done = _("The application may go on.")

    def perform(self, **words: Any) -> None:
        notices.release_freeze(*self.by, now=self.now, **words)


class Transfer(DossierAct):
    act = Action.TRANSFER_CONTACT
    form_class = TransferForm
    done = _("The application has a new contact, who was sent a link and a code.")

    def perform(self, **words: Any) -> None:
        contacts.transfer(*self.by, now=self.now, **words)


class Erase(DossierAct):
    act = Action.ERASE_PERSON
    form_class = EraseForm
    done = _("The personal data are erased. City, hashes and decision remain.")

    def perform(self, **words: Any) -> None:
        contacts.erase_persons(*self.by, now=self.now, **words)


class Match(DossierAct):
    act = Action.MATCH_CITY
    form_class = MatchForm
    done = _("The application is matched with the city.")

    def perform(self, **words: Any) -> None:
        dossier.match_to_city(*self.by, now=self.now, **words)


class TakeIn(DossierAct):
    """Take a late file in; which one, the address says."""

    act = Action.COMPLETE_CHECK
    form_class = TakeInForm
    done = _("The file belongs to the application now, in a new revision.")

    def perform(self, **words: Any) -> None:
        dossier.take_in(*self.by, upload_id=self.kwargs["upload"], now=self.now, **words)
