"""What the applicant does after submitting: writes, answers, insists, hands over, answers to the ceremony."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from membership.forms.changes import changes
from membership.forms.exchange import AnswerForm, InsistForm, MayorAddressForm, MessageForm
from membership.labels import applying
from membership.labels.states import ApplicationState, CeremonyAnswer
from membership.models import Application
from membership.permissions import Action
from membership.rules.errors import RuleError
from membership.selectors.drafts import open_request
from membership.selectors.status import insist_until, standing_of
from membership.services import afterwards, again, information, messages, notices, returning
from membership.services.access import hand_over as offer
from membership.sitting import actor, enter
from membership.views.session import Stage, applicant, now
from membership.views.status import status_page

REFUSED, CONFLICT, TOO_MANY = 422, 409, 429


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.WRITE_TO_OFFICE, Stage.RECEIVED)
def write(request: HttpRequest, application: Application) -> HttpResponse:
    """Send a message to the Secretariat; it stands on the status page afterwards."""
    form = MessageForm(_sent(request), label_suffix="")
    if request.method == "POST" and form.is_valid():
        messages.write_to_office(application.pk, form.cleaned_data["body"])
        return redirect("apply:status")
    context = {"application": application, "form": form}
    return render(request, "membership/apply/write.html", context, status=REFUSED if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.ANSWER_REQUEST, Stage.OPEN)
def answer(request: HttpRequest, application: Application) -> HttpResponse:
    """Show what was changed since the last submission, then send it."""
    if application.state == ApplicationState.DRAFT:
        return redirect("apply:check")
    form = AnswerForm(_sent(request), label_suffix="")
    if request.method == "POST" and form.is_valid():
        try:
            information.answer(application.pk, text=form.cleaned_data["text"], now=now(), actor=actor(request))
        except RuleError as error:
            if error.code == "action_not_possible":
                raise
            form.add_error("text", applying.sentence(error))
        else:
            return redirect("apply:status")
    context = {
        "application": application,
        "form": form,
        "asked": open_request(application),
        "changes": changes(application),
    }
    return render(request, "membership/apply/answer.html", context, status=REFUSED if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.INSIST, Stage.RECEIVED)
def insist(request: HttpRequest, application: Application) -> HttpResponse:
    """Put a returned application before the Committee all the same."""
    form = InsistForm(_sent(request), label_suffix="")
    until = insist_until(application)
    if request.method == "POST" and form.is_valid():
        try:
            returning.insist(application.pk, reason=form.cleaned_data["reason"], now=now(), actor=actor(request))
        except RuleError as error:
            application.refresh_from_db()
            return status_page(request, application, status=CONFLICT, fault=applying.sentence(error))
        return redirect("apply:status")
    if until is None:
        return redirect("apply:status")
    context = {"application": application, "form": form, "until": until}
    return render(request, "membership/apply/insist.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.ANSWER_CEREMONY, Stage.RECEIVED)
def ceremony(request: HttpRequest, application: Application) -> HttpResponse:
    """Accept the next ceremony or postpone it; a second answer replaces the first."""
    chosen = request.POST.get("answer", "")
    if request.method == "POST" and chosen in CeremonyAnswer.values:
        afterwards.answer_ceremony(application.pk, CeremonyAnswer(chosen), actor=actor(request))
        return redirect("apply:status")
    if not standing_of(application).is_invited_to_ceremony:
        return redirect("apply:status")
    return render(request, "membership/apply/ceremony.html", {"application": application})


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.APPLY_AGAIN, Stage.RECEIVED)
def apply_again(request: HttpRequest, application: Application) -> HttpResponse:
    """Begin a new application with the answers of a declined one, once its decision is released."""
    if request.method != "POST" or not standing_of(application).may_apply_again:
        return redirect("apply:status")
    enter(request, again.apply_again(application.pk, now=now()))
    return redirect("apply:form")


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.NOTIFY_MAYOR, Stage.RECEIVED)
def notify_mayor(request: HttpRequest, application: Application) -> HttpResponse:
    """Write to the mayor's office again, at a corrected address."""
    form = MayorAddressForm(_sent(request), label_suffix="", initial={"email": application.mayor_email})
    if request.method == "POST" and form.is_valid():
        try:
            notices.notify_mayor_again(application.pk, form.cleaned_data["email"], actor=actor(request))
        except RuleError as error:
            form.add_error("email", applying.sentence(error))
        else:
            return redirect("apply:status")
    context = {"application": application, "form": form}
    return render(request, "membership/apply/mayor.html", context, status=REFUSED if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.HAND_OVER, Stage.ANY)
def hand_over(request: HttpRequest, application: Application) -> HttpResponse:
    """Offer the application to the alternate contact; nothing changes before that contact uses the code."""
    context = {"application": application, "email": application.alternate_email}
    if request.method != "POST":
        return render(request, "membership/apply/hand_over.html", context)
    try:
        offer(application.pk, now=now())
    except RuleError as error:
        sentence = {"sentence": applying.sentence(error)}
        return render(request, "membership/apply/hand_over.html", context | sentence, status=TOO_MANY)
    return render(request, "membership/apply/handed_over.html", context)


def _sent(request: HttpRequest) -> QueryDict | None:
    """What was posted, even if it is nothing; none when the page is only opened."""
    return request.POST if request.method == "POST" else None
