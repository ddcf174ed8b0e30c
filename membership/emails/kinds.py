"""Every kind of mail, written from a sample, so that its text can be read in any language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils import translation

from membership.emails import accounts, applicant, committee, members, network, office, visitors
from membership.emails.samples import DAY, MOMENT, OPENS_NOTHING, Sample
from membership.emails.writing import Message, Notice
from membership.labels.members import Authority, MemberActKind
from membership.labels.states import ApplicationState, Outcome, ReturnGround, Route
from membership.rules.voting import Result

Written = Message | Notice
USER_NAME = "secretariat"
Kinds = Mapping[str, Callable[[Sample], Written]]


def _of_act(kind: MemberActKind) -> Callable[[Sample], Written]:
    return lambda sample: members.member_act_message(sample.act(kind))


# The name of a kind is that of its template; after a colon, what makes another text of it.
TO_APPLICANTS: Kinds = {
    "access": lambda sample: applicant.access_message(sample.language, token=OPENS_NOTHING, code="000000", hours=24),
    "access:takes_over": lambda sample: applicant.access_message(
        sample.language, token=OPENS_NOTHING, code="000000", hours=24, takes_over=True
    ),
    "handed_over": lambda sample: applicant.handed_over_message(sample.application()),
    "draft_expiring": lambda sample: applicant.draft_expiring_message(sample.application(), DAY),
    "receipt": lambda sample: applicant.receipt_message(sample.revision()),
    "receipt:observer": lambda sample: applicant.receipt_message(sample.revision(route=Route.OBSERVER)),
    "mayor": lambda sample: applicant.mayor_message(sample.application(), token=OPENS_NOTHING, code="000000"),
    "infected": lambda sample: applicant.infected_message(sample.upload()),
    "message_from_office": lambda sample: applicant.message_from_office_message(sample.application()),
    "information": lambda sample: applicant.information_message(sample.request()),
    "information_reminder": lambda sample: applicant.information_reminder_message(sample.request()),
    "lapsed": lambda sample: applicant.lapsed_message(sample.application()),
    "returned": lambda sample: applicant.returned_message(sample.application(), ReturnGround.DUPLICATE, ""),
    "decision": lambda sample: applicant.decision_message(sample.application(), sample.confirmation(Outcome.APPROVED)),
    "correction": lambda sample: applicant.correction_message(
        sample.application(), sample.correction(Outcome.APPROVED)
    ),
    "correction:not_approved": lambda sample: applicant.correction_message(
        sample.application(), sample.correction(Outcome.NOT_APPROVED)
    ),
    "decision:not_approved": lambda sample: applicant.decision_message(
        sample.application(), sample.confirmation(Outcome.NOT_APPROVED)
    ),
    "signature_reminder": lambda sample: applicant.signature_reminder_message(sample.application()),
    "approval_lapsed": lambda sample: applicant.approval_lapsed_message(sample.application()),
    "ceremony": lambda sample: applicant.ceremony_message(sample.application()),
    "observer": lambda sample: applicant.observer_message(sample.application(state=ApplicationState.APPROVED)),
    "observer_ended": lambda sample: members.observer_ended_message(sample.observer(), sample.language),
    "observer_ended:revoked": lambda sample: members.observer_ended_message(sample.observer("…"), sample.language),
    "ceremony_city": lambda sample: members.ceremony_city_message(sample.ceremonies().rows[0], None),
    "observer:declined": lambda sample: applicant.observer_message(sample.application(state=ApplicationState.DECLINED)),
}
TO_OFFICE: Kinds = {
    "office_contact": lambda sample: visitors.contact_office_message(sample.visitor_message()),
    "office_submitted": lambda sample: office.submitted_office_message(sample.application()),
    "office_infected": lambda sample: office.infected_office_message(sample.upload()),
    "office_disowned": lambda sample: office.disowned_office_message(sample.application()),
    "office_message": lambda sample: office.message_to_office_message(sample.application()),
    "office_requested": lambda sample: office.requested_office_message(sample.request()),
    "office_answered": lambda sample: office.answered_office_message(sample.application()),
    "office_lapsed": lambda sample: office.lapsed_office_message(sample.application()),
    "office_insisted": lambda sample: office.insisted_office_message(sample.application()),
    "office_withdrawn": lambda sample: office.withdrawn_office_message(sample.application()),
    "office_released": lambda sample: office.released_office_message(sample.decision()),
    "office_signature": lambda sample: office.signature_office_message(sample.application()),
    "office_approval_lapsed": lambda sample: office.approval_lapsed_office_message(sample.application()),
    "office_ceremony": lambda sample: office.ceremony_office_message(sample.application()),
    "office_observer": lambda sample: office.observer_office_message(
        sample.application(state=ApplicationState.APPROVED)
    ),
    "office_observer:declined": lambda sample: office.observer_office_message(
        sample.application(state=ApplicationState.DECLINED)
    ),
    "office_member": lambda sample: members.office_act_message(sample.act(MemberActKind.SUSPEND), [sample.seat()]),
    "office_member:notice": lambda sample: members.office_act_message(
        sample.act(MemberActKind.GIVE_NOTICE, Authority.MEMBER)
    ),
    "office_observer_ended": lambda sample: members.observer_ended_office_message(sample.observer()),
    "office_observer_ended:revoked": lambda sample: members.observer_ended_office_message(sample.observer("…")),
    "office_bounced": lambda sample: office.bounced_office_message(sample.mail()),
}
TO_COMMITTEE: Kinds = {
    "office_digest": lambda sample: committee.digest_message([sample.application(), sample.application()]),
    "office_ready": lambda sample: committee.ready_message(sample.application()),
    "office_round_opened": lambda sample: committee.round_opened_message(sample.round()),
    "office_round_reminder": lambda sample: committee.round_reminder_message(sample.round()),
    "office_quorum_missing": lambda sample: committee.quorum_missing_message(sample.round()),
    "office_conflict": lambda sample: committee.conflict_message(sample.round()),
    "office_proxy": lambda sample: committee.proxy_message(sample.proxy()),
    "office_proxy:revoked": lambda sample: committee.proxy_message(sample.proxy(revoked_at=MOMENT)),
    "office_proxy:meeting": lambda sample: committee.proxy_message(sample.proxy(round=None, meeting=sample.meeting())),
    "office_ballot": lambda sample: committee.ballot_message(sample.round(), sample.ballot()),
    "office_ballot:recorded": lambda sample: committee.ballot_message(
        sample.round(), sample.ballot(recorded_by_secretariat=True)
    ),
    "office_result": lambda sample: committee.result_message(sample.decision()),
    "office_result:contested": lambda sample: committee.result_message(sample.decision(is_contested=True)),
    "office_result:invalid": lambda sample: committee.result_message(sample.decision(result=Result.INVALID)),
    "office_confirm": lambda sample: committee.confirm_message(sample.decision()),
    "office_confirm:contested": lambda sample: committee.confirm_message(sample.decision(is_contested=True)),
}
TO_MEMBERS: Kinds = {
    "member_approved": lambda sample: network.approved_message(sample.decision(), sample.language),
    **{name: _of_act(kind) for kind, name in members.TO_THE_MEMBER.items()},
    "convening": lambda sample: members.convening_message(sample.motion(), sample.member()),
    "ceremony_list": lambda sample: members.ceremony_list_message(sample.ceremonies(), sample.language),
}
TO_ACCOUNTS: Kinds = {
    "password_reset": lambda sample: accounts.password_reset_message(
        sample.language, user_name=USER_NAME, url=OPENS_NOTHING
    ),
    "second_factor_removed": lambda sample: accounts.second_factor_removed_message(
        sample.language, user_name=USER_NAME
    ),
    "translation_asked": lambda sample: accounts.translation_asked_message(sample.assignment(), sample.page_title()),
    "translations_due": lambda sample: accounts.translations_due_message([(sample.assignment(), sample.page_title())]),
}


def written(kinds: Kinds, language: str) -> dict[str, Message]:
    """Return each kind of mail in a language."""
    with translation.override(language):
        mails = {kind: make(Sample(language)) for kind, make in kinds.items()}
        return {kind: mail.in_language(language) if isinstance(mail, Notice) else mail for kind, mail in mails.items()}
