"""What an applicant is told when something cannot be done, by the code of the rule."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from membership.labels.states import MemberState
from membership.rules.errors import RuleError

SENTENCES: dict[str, str | Promise] = {
    "key_unknown": _(
        "This link is not known. It may be incomplete: copy it from the mail once more, or ask for a new one."
    ),
    "key_used": _("This link was used before, and each link works once."),
    "key_expired": _("This link is no longer valid, because its time is over or a newer one was sent."),
    "key_locked": _("The code was entered wrongly too often, so this link is closed."),
    "code_wrong": _("This is not the code from the mail. Attempts left: %(left)s."),
    "too_many_keys": _(
        "Several mails have been sent to this address within an hour. Please use the newest, or try again later."
    ),
    "too_many_tries": _(
        "The form was asked for very often from your network within an hour. Please try again later, or write to the"
        " Permanent Secretariat."
    ),
    "no_alternate": _("First name an alternate contact in the section “Contacts” and save it."),
    "nobody_to_write_to": _(
        "The message cannot be taken at present. Nothing of it is lost: please copy it and try again later."
    ),
    "too_many_files": _("At most %(most)s files can be kept. Remove one first."),
    "notice_unknown": _("This link is not known. It may be incomplete: copy it from the mail once more."),
    "notice_locked": _("The code was entered wrongly too often. Ask the Permanent Secretariat for help."),
    "notice_answered": _("The mayor’s office has answered already."),
    "too_many_notices": _(
        "The mayor’s office was written to %(most)s times. Please write to the Permanent Secretariat."
    ),
    "application_frozen": _(
        "The application stands still, because the mayor’s office does not know it. The Permanent Secretariat will speak"
        " with the city."
    ),
    "request_unanswered": _(
        "Nothing was changed yet. Complete an open part, or write what the Secretariat should know."
    ),
    "insisting_too_late": _("The thirty days in which you could insist are over."),
    "action_not_possible": _("This is not possible any more. Below you see where your application stands now."),
    "already_submitted": _("This application has been submitted; its answers can no longer be changed."),
    "changed_meanwhile": _("This section was changed in another window after you opened it here."),
    "required_missing": _("Some sections are not complete yet."),
    "files_missing": _("The letter signed by the mayor is missing (Article 5)."),
    "already_member": _("This city is a member of the network already. Please contact the Permanent Secretariat."),
    "member_suspended": _(
        "The membership of this city is suspended. It needs no new application: please contact the Permanent Secretariat."
    ),
    "member_leaving": _(
        "This city has given notice to leave at the end of the year. Until then it can withdraw the notice; please"
        " contact the Permanent Secretariat."
    ),
    "population_missing": _("Enter the population: it decides (Article 6)."),
}

FINDINGS: dict[str, str | Promise] = {
    "local_government_in_region": _(
        "A local government of one of the twelve countries may apply for membership (Article 5)."
    ),
    "country_outside_region": _("Only local governments of the twelve countries of Article 1 can become members."),
    "local_government_outside": _(
        "A local government outside the region with at least 500,000 inhabitants may be invited as an observer (Article 6)."
    ),
    "population_too_small": _(
        "A local government outside the region needs at least 500,000 inhabitants to be an observer (Article 6)."
    ),
    "population_exactly_at_threshold": _(
        "Article 6 says at least 500,000 inhabitants, Article 2 says more than 500,000. "
        "With exactly this number you may ask; the President will be told."
    ),
    "association_in_region": _(
        "An association of local governments of the region may be invited as an observer (Article 6)."
    ),
    "association_outside_region": _("Only associations of the region can be observers (Article 6)."),
    "international_body": _("An international body may be invited as an observer (Article 6)."),
}


def sentence(error: RuleError) -> str:
    """Return the sentence for a refused act of the applicant."""
    return str(SENTENCES[error.code]) % error.details


def standing_sentence(state: str) -> str | Promise:
    """Return what a city with a standing membership is told, by the state of that membership."""
    codes = {MemberState.SUSPENDED: "member_suspended", MemberState.LEAVING: "member_leaving"}
    return SENTENCES[codes.get(MemberState(state), "already_member")]
