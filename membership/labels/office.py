"""Why the office refuses an act: one sentence per code of a broken rule, and the status that the answer bears."""

from typing import TYPE_CHECKING

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from membership.labels.case_faults import CASE_FAULTS, fault_sentence
from membership.labels.member_faults import MEMBER_FAULTS
from membership.rules.errors import RuleError

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

CONFLICT = 409
UNPROCESSABLE = 422

APPLYING: dict[str, "StrPromise"] = {
    "email_not_verified": _("The e-mail address of the application is not verified."),
    "required_missing": _("Required answers are missing."),
    "files_missing": _("The letter signed by the mayor is missing."),
    "already_member": _("The city is a member already."),
    "already_submitted": _("The application was submitted already."),
    "draft_not_expired": _("The time for which a draft is kept is not over."),
    "fields_not_named": _("Name the answers or documents that the applicant is to complete."),
    "due_date_missing": _("Give a day in the future by which the applicant is to answer."),
    "already_extended": _("The time to answer was extended already, and it can be extended only once."),
    "request_unanswered": _("The request for information is not answered yet."),
    "information_not_overdue": _("The time to answer the request is not over."),
    "reopening_too_late": _("The time in which this application could be reopened is over."),
    "insisting_too_late": _("The time in which the applicant could insist is over."),
    "waiting_not_over": _("The waiting time after a declined application is not over."),
    "application_not_withdrawn": _("The application was not withdrawn."),
}

CHECKING: dict[str, "StrPromise"] = {
    "changed_meanwhile": _(
        "Somebody else changed this application after you opened it. Nothing of yours was stored: look at what stands"
        " now, then decide again."
    ),
    "action_not_possible": _("This is not possible any more, or not yet: the record stands elsewhere by now."),
    "role_not_allowed": _("Your role may not do this."),
    "checklist_incomplete": _(
        "The checklist is not complete. Check the open points, or write why the application goes on incomplete."
    ),
    "recommendation_missing": _("Write the recommendation to the Committee."),
    "files_not_scanned": _("The files of this application were not scanned yet."),
    "application_frozen": _(
        "The application is frozen, because the mayor’s office does not know it. Speak with the city first."
    ),
    "no_such_reference": _("No application has this reference."),
    "no_second_factor": _("This user has no second factor."),
    "assignee_not_in_office": _("Applications are assigned to the Secretariat only."),
    "nothing_asked": _("Nothing is asked of this applicant."),
    "already_assigned": _("The application is assigned so already."),
    "already_reminded": _("The applicant was reminded today already."),
    "already_so_named": _("Another list of yours has this name."),
    "too_many_saved_filters": _("You keep as many lists as you can. Delete one first."),
    "comment_missing": _("Write the comment first."),
    "not_frozen": _("The application is not frozen."),
    "no_address": _("There is no e-mail address to write to: the application came by letter."),
    "contact_needed": _("An open application needs a new contact before the old one is erased."),
    "duplicate_application": _("Another application of this city is open. Return one of them first."),
    "received_in_future": _("The day on which the letter came lies in the future."),
    "end_missing": _("An observer at one event needs a day in the future on which this ends."),
    "too_many_keys": _("Several mails have been sent to this address within an hour. Try again later."),
    "ground_not_objective": _("An application may be returned only on an objective ground."),
}

VOTING: dict[str, "StrPromise"] = {
    "rule_not_valid": _("This decision rule is not valid today."),
    "electorate_empty": _("Nobody is in office in the Executive Committee today."),
    "not_convened": _(
        "A round is opened at the President's order, or at the request of at least two members of the Committee."
    ),
    "not_asked_by_committee": _("No member of the Committee asked for information."),
    "round_is_paused": _("The round is paused."),
    "round_not_paused": _("The round is not paused."),
    "round_is_closed": _("The round is closed. What was cast before stands, and nothing can be added."),
    "no_seat": _("This seat does not belong to the electorate of the round."),
    "explanation_missing": _("A conflict of interest needs an explanation."),
    "statement_missing": _("First state whether there is a conflict of interest."),
    "seat_recused": _("This seat stated a conflict of interest and cannot vote."),
    "round_is_suspended": _("The round is suspended, because the Committee changed."),
    "circulation_not_allowed": _(
        "Votes by circulation are off until a decision of the Committee that allows them is recorded."
    ),
    "deadline_too_near": _("A round by circulation lasts ten days at least."),
    "deadline_over": _("The time to vote is over. A vote cannot be dated back."),
    "deadline_not_over": _("The time to vote is not over."),
    "not_by_circulation": _("This round is held in a meeting already."),
    "too_few_demands": _("Fewer than two members want a meeting."),
    "meeting_not_open": _("The meeting is not in session."),
    "meeting_open_already": _("The session was opened already."),
    "item_is_open": _("An item of the agenda is still being decided. Close it first."),
    "item_is_closed": _("This item of the agenda is decided. What was entered afterwards is not stored."),
    "nothing_to_decide": _("Choose an application that is ready, or name the matter."),
    "already_on_agenda": _("This application is on the agenda already."),
    "seat_is_absent": _("This seat is neither present nor represented."),
    "entry_not_understood": _("This entry could not be read."),
    "meeting_is_closed": _("The meeting is closed."),
    "not_your_seat": _("This is not your seat."),
    "proxy_to_own_seat": _("A seat cannot authorise itself."),
    "proxy_given_already": _("This seat has given a proxy already. Revoke it first."),
    "proxy_held_already": _("The seat holds a proxy already, and one is the most."),
    "chain_of_proxies": _("Who holds a proxy cannot give one, and who gave one cannot hold one."),
    "proxy_and_recusal": _("A seat that stated a conflict of interest neither gives nor holds a proxy."),
    "proxy_revoked_already": _("This proxy was revoked already."),
    "proxy_stands": _("Your seat has given a proxy. Revoke it to vote yourself."),
    "no_proxy": _("Your seat holds no proxy of this seat that is in force."),
    "nothing_recorded": _("No vote was recorded for your seat to which you could object."),
    "decided_in_future": _("The day of the decision lies in the future."),
    "reason_missing": _("A reason is needed."),
    "information_not_requested": _("No information was requested in this round."),
    "request_unsettled": _("The request for information is not settled."),
    "composition_unchanged": _("The Committee did not change."),
    "mandate_ended": _("The mayor's mandate has ended. Write why the round may close all the same."),
}

DECIDING: dict[str, "StrPromise"] = {
    "round_not_closed": _("The round does not wait for the President: it is open, or its result was declared already."),
    "round_not_confirmed": _("The President has not confirmed a result yet."),
    "round_not_invalid": _("The round is not invalid."),
    "result_is_invalid": _("The result is invalid and cannot be confirmed."),
    "result_not_invalid": _("The result is not invalid."),
    "result_not_carried": _("The result is not carried."),
    "result_not_declined": _("The result is carried."),
    "contested_unsettled": _(
        "The result is contested. Record the interpretation of the Committee or the Assembly and the reading that it"
        " names, declare the application not approved, or defer it."
    ),
    "contested_needs_president": _("A contested result needs a declaration of the President."),
    "not_contested": _("The result is not contested, so it can only be confirmed or deferred."),
    "interpretation_missing": _("Record the interpretation of the Committee or the Assembly."),
    "already_deferred": _("This application was deferred already, and it can be deferred only once."),
    "silence_not_over": _("The time in which the President may object is not over."),
    "already_outcome": _("This outcome stands already."),
    "already_proposed": _("A correction of this decision is proposed already."),
    "already_answered": _("This correction was answered already."),
    "already_released": _("This decision was released already."),
    "extension_not_decided": _("The Committee did not decide on an extension."),
}

COMPOSING: dict[str, "StrPromise"] = {
    "composition_warns": _(
        "The Committee would be composed against the statutes. Look at the warnings, and give a reason if it must be so."
    ),
    "day_outside_the_term": _("The day lies outside the term of this seat."),
    "handover_not_ahead": _("A change is prepared for a day to come."),
    "one_person_one_seat": _("This person holds a seat in that time already."),
    "valid_from_past": _("A rule cannot be in force from a day that is over."),
}

JOINING: dict[str, "StrPromise"] = {
    "decision_not_released": _("The decision must be released before the declaration is signed."),
    "signature_incomplete": _("Give the place of the signature and the office of the person who signed."),
    "signed_in_future": _("The day of the signature lies in the future."),
    "ceremony_in_future": _("The day of the ceremony lies in the future."),
    "approval_not_expired": _("The time for which an approval is kept is not over."),
    "summit_missing": _("Name the summit at which the ceremony was held."),
}

MAILING: dict[str, "StrPromise"] = {
    "already_sent_again": _("This message was sent again already: look at the newer one."),
    "already_settled": _("This message was settled already."),
    "mail_on_its_way": _("This message is still on its way to that address, and is tried again by itself."),
    "recipient_missing": _("Give the address to which the message is to go."),
    "bounce_not_mail": _("This is no e-mail message."),
    "bounce_not_report": _("This is no delivery status notification (RFC 3464)."),
    "bounce_incomplete": _("This notification does not say which address failed, or what became of the message."),
    "bounce_of_unknown": _("This notification is about no message of the outbox."),
    "bounce_of_several": _("This notification does not say which of several messages to that address it is about."),
}

SENTENCES: dict[str, "StrPromise"] = {
    **APPLYING,
    **CHECKING,
    **VOTING,
    **DECIDING,
    **COMPOSING,
    **JOINING,
    **MEMBER_FAULTS,
    **MAILING,
}

STOOD_OTHERWISE = {
    "changed_meanwhile",
    "action_not_possible",
    "round_is_closed",
    "round_not_closed",
    "round_not_confirmed",
    "round_is_paused",
    "round_is_suspended",
    "item_is_closed",
    "deadline_over",
    "proxy_revoked_already",
}


def sentence(error: RuleError) -> "StrPromise | str":
    """Return why the act is refused, and the article that it rests on, where it rests on one."""
    if error.code in CASE_FAULTS:
        return fault_sentence(error)
    text = SENTENCES[error.code]
    if not error.article:
        return text
    return format_lazy("{} {}", text, format_lazy(_("See Article {article}."), article=error.article))


def status_of(error: RuleError) -> int:
    """Return 409 where the record stands otherwise than the writer saw it, 422 where what was sent is not enough."""
    is_conflict = error.code in STOOD_OTHERWISE or error.code.startswith("already_")
    return CONFLICT if is_conflict else UNPROCESSABLE
