"""What an applicant reads about the state of the application, and the names of the steps (Statutes, Art. 2, 5, 10, 13)."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from membership.labels.states import ApplicationState

NOW: dict[ApplicationState, str | Promise] = {
    ApplicationState.SUBMITTED: _("Your application has arrived. The Permanent Secretariat will check it next."),
    ApplicationState.IN_CHECK: _(
        "The Permanent Secretariat is checking whether your application is complete. You need do nothing now."
    ),
    ApplicationState.INFO_REQUESTED: _("The Permanent Secretariat has asked you for more. Please answer its message."),
    ApplicationState.RETURNED: _("The Permanent Secretariat has returned the application. Its message says why."),
    ApplicationState.READY: _("Your application has been checked and goes to the Executive Committee."),
    ApplicationState.IN_ROUND: _(
        "Your application is with the Executive Committee. We write to you as soon as the decision is released."
    ),
    ApplicationState.APPROVED: _(
        "Your application has been approved. Next, the mayor signs the Istanbul Declaration; "
        "the Permanent Secretariat agrees day and place with you."
    ),
    ApplicationState.DECLINED: _("Your application has not been approved. You may apply again."),
    ApplicationState.DECLARATION_SIGNED: _("The declaration is signed: your city is a member of the network."),
    ApplicationState.CEREMONY_DONE: _(
        "The declaration is signed and was celebrated at a summit: your city is a member of the network."
    ),
    ApplicationState.WITHDRAWN: _("You have withdrawn the application. You may apply again at any time."),
    ApplicationState.LAPSED: _("The application has lapsed, because the questions about it were not answered in time."),
    ApplicationState.LAPSED_APPROVAL: _(
        "The approval has lapsed, because the declaration was not signed in time. Please write to the Permanent Secretariat."
    ),
}

OBSERVER_NOW: dict[ApplicationState, str | Promise] = {
    ApplicationState.SUBMITTED: _("Your request has arrived. The Permanent Secretariat will check it next."),
    ApplicationState.IN_CHECK: _(
        "The Permanent Secretariat is checking your request; then the President decides. You need do nothing now."
    ),
    ApplicationState.INFO_REQUESTED: NOW[ApplicationState.INFO_REQUESTED],
    ApplicationState.APPROVED: _("The President has invited you as an observer."),
    ApplicationState.DECLINED: _("The President has not followed your request. You may ask again at any time."),
    ApplicationState.WITHDRAWN: _("You have withdrawn the request. You may ask again at any time."),
    ApplicationState.LAPSED: _("The request has lapsed, because the questions about it were not answered in time."),
}

FROZEN = _(
    "The mayor’s office has told us that it does not know this application. It stands still until the Permanent"
    " Secretariat has spoken with the city."
)

# What happens after a submission, as the receipt tells it.
NEXT: dict[str, str | Promise] = {
    "check": _("The Permanent Secretariat checks whether the application is complete (Article 5)."),
    "decide": _("The Executive Committee decides at one of its meetings (Articles 5 and 13)."),
    "letter": _("We write to you as soon as the decision is released."),
    "sign": _(
        "If it is approved, the mayor signs the Istanbul Declaration within twelve months; from that day the city is a"
        " member (Article 2)."
    ),
    "celebrate": _(
        "A summit celebrates the signings of the past calendar year (Articles 5 and 10); after an approval this year it"
        " is that of %(year)s."
    ),
}
OBSERVER_NEXT: dict[str, str | Promise] = {
    "check": _("The Permanent Secretariat checks whether the request is complete (Article 6)."),
    "decide": _("The President decides whether to invite you, and we write to you (Article 6)."),
}

# The steps of a request to observe.
OBSERVER_STEPS: dict[str, str | Promise] = {
    "applied": _("You ask to be an observer"),
    "checked": _("The Secretariat checks"),
    "decided": _("The President decides"),
}

STEPS: dict[str, str | Promise] = {
    "applied": _("The city applies"),
    "checked": _("The Secretariat checks"),
    "decided": _("The Executive Committee decides"),
    "signed": _("The mayor signs the Istanbul Declaration"),
    "celebrated": _("The summit celebrates the signing"),
}

ARTICLES: dict[str, str | Promise] = {
    "applied": _("Article 5"),
    "checked": _("Article 5"),
    "decided": _("Articles 5 and 13"),
    "signed": _("Article 2"),
    "celebrated": _("Articles 5 and 10"),
}

ARTICLE_6 = _("Article 6")
