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
