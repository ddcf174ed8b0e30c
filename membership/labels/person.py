"""What is held on a person, one name for each kind."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

HOLDINGS: dict[str, "StrPromise"] = {
    "application": _("Application"),
    "mayor_notice": _("Notice to the mayor’s office"),
    "message": _("Message"),
    "answer": _("Answer to a request"),
    "request": _("Request for information"),
    "answers": _("Answers in the form"),
    "revision": _("Answers as they were submitted"),
    "mail": _("Mail"),
    "key": _("Link and code"),
    "account": _("Account"),
    "seat": _("Seat of the Executive Committee"),
    "assigned": _("Assigned application"),
    "event": _("Record"),
    "statement": _("Statement on a conflict of interest"),
    "ballot": _("Vote"),
    "declaration": _("Declaration"),
    "release": _("Release"),
    "member": _("Contact of a member"),
    "member_act": _("Act about a member"),
    "assembly_ballot": _("Recorded vote of the General Assembly"),
    "ceremony_move": _("Moved ceremony"),
}
