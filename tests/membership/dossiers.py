"""A dossier with something of everything, for the tests of what is taken along."""

from hashlib import sha256

from membership.emails import Message
from membership.inspection.values import CheckedFile
from membership.labels.states import ScanState, UploadKind
from membership.models import Application, SectionAnswers
from membership.services import decisions, messages, rounds
from membership.services.files import attach
from membership.services.outbox import Attachment, post
from membership.services.submission import freeze
from tests.membership.applicant import PDF
from tests.membership.factories import NOW, make_committee, make_ready_application, make_rules, make_secretary
from tests.membership.services.voting import close

CONTACTS = {
    "contact_name": "Nada Person",
    "contact_phone": "+381 36 000",
    "alternate_name": "Mila Other",
    "alternate_email": "mila@kraljevo.example",
    "mayor_email": "mayor@kraljevo.example",
}


def make_decided_dossier() -> Application:
    """An application of two revisions with a letter, a late file, messages, a released decision and its mail."""
    seats, secretary, rule = make_committee(), make_secretary(), make_rules()
    holders = [seat.holder for seat in seats]
    application = make_ready_application(contact_email="nada@kraljevo.example", alternate_email="mila@kraljevo.example")
    application.revisions.get().redact({"answers": {}, "files": []}, now=NOW)
    SectionAnswers.objects.create(application=application, section="contacts", answers=CONTACTS)
    attach_letter(application)
    freeze(application)
    messages.write_to_office(application.pk, "We have a question: Niš or Kraljevo?")
    messages.write_to_applicant(application.pk, secretary, body="Kraljevo.", now=NOW)
    post("access:1", application.contact_email, _mail("The code is 123456."), application)
    attachment = Attachment("receipt.pdf", PDF)
    post("receipt:1", application.contact_email, _mail("Received."), application, attachment=attachment)
    round_ = rounds.open_round(application.pk, holders[0], rule_id=rule.pk, now=NOW)
    close(round_, secretary, holders, "yyyyyyn")
    decisions.not_approve(round_.pk, holders[0], reason="A vote against.", now=NOW)
    decisions.release(round_.pk, secretary, now=NOW)
    application.refresh_from_db()
    return application


def attach_letter(application: Application) -> None:
    """A letter that stands, and a late file that waits for the scan."""
    Application.objects.filter(pk=application.pk).update(state="draft")
    attach(application.pk, UploadKind.MAYOR_LETTER, _file(PDF, "Писмо ../градоначелника.pdf"), now=NOW)
    Application.objects.filter(pk=application.pk).update(state="ready")
    late = attach(application.pk, UploadKind.OTHER, _file(b"%PDF late", "late.pdf"), now=NOW)
    late.scan = ScanState.PENDING
    late.save(update_fields=["scan"])
    application.refresh_from_db()


def _file(content: bytes, name: str) -> CheckedFile:
    return CheckedFile(content, name, "application/pdf", "pdf", sha256(content).hexdigest())


def _mail(body: str) -> Message:
    return Message("en", "A message", body)
