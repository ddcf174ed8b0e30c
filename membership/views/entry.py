"""The way to the form: may you apply, your address, the code from the mail."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from membership.forms.entry import AddressForm, CodeForm, EligibilityForm
from membership.forms.sections import OBSERVERS
from membership.labels import applying
from membership.models import AccessKey
from membership.rules.eligibility import Assessment, Route, assess
from membership.rules.errors import RuleError
from membership.selectors.drafts import NOTHING, open_parts
from membership.services import access, limits
from membership.sitting import enter, held, leave
from membership.views.guards import captcha_context, client_address, is_trusted, trusting_captcha
from membership.views.session import now, private
from pages.languages.table import SOURCE

TOO_MANY, GONE, UNKNOWN, REFUSED = 429, 410, 404, 422
DEAD = {"key_unknown": UNKNOWN, "key_used": GONE, "key_expired": GONE, "key_locked": GONE}


@require_safe
def eligibility(request: HttpRequest) -> HttpResponse:
    """Say who may apply for what. The question is in the address; nothing is stored and no cookie is set."""
    form = EligibilityForm(request.GET if EligibilityForm.is_asked(request.GET) else None, label_suffix="")
    context: dict[str, Any] = {"form": form}
    if form.is_bound and form.is_valid():
        context |= _assessed(form.cleaned_data)
    return render(request, "membership/apply/eligibility.html", context, status=REFUSED if form.errors else 200)


def _assessed(answers: dict[str, Any]) -> dict[str, Any]:
    found: Assessment = assess(answers["kind"], answers["country"], answers["population"])
    sentences = [applying.FINDINGS[finding.code] for finding in (*found.reasons, *found.warnings)]
    return {
        "sentences": sentences,
        "may_be_member": Route.MEMBERSHIP in found.routes,
        "may_be_observer": Route.OBSERVER in found.routes,
        "category": answers["kind"],
    }


@private
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, category: str = "") -> HttpResponse:
    """Ask for the address to which link and code are mailed; with a category, for a request to observe."""
    if category and category not in OBSERVERS:
        raise Http404
    form = AddressForm(_sent(request), label_suffix="")
    context = {"form": form, "category": category, **captcha_context()}
    if request.method != "POST":
        return trusting_captcha(render(request, "membership/apply/start.html", context))
    if not form.is_valid():
        return trusting_captcha(render(request, "membership/apply/start.html", context, status=REFUSED))
    if form.is_trapped:
        return render(request, "membership/apply/sent.html")
    email = form.cleaned_data["email"]
    try:
        limits.count_address(client_address(request), now=now())
        limits.count_mailbox(email, now=now())
        sent = access.send_key(email, get_language() or SOURCE, now=now(), category=category)
    except RuleError as error:
        return render(request, "membership/apply/refused.html", {"sentence": applying.sentence(error)}, status=TOO_MANY)
    return redirect("apply:key", sent.token) if is_trusted(request, form) else redirect("apply:sent")


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """A mail with link and code is on its way; the link in it leads on."""
    return render(request, "membership/apply/link_sent.html")


@private
@require_http_methods(["GET", "HEAD", "POST"])
def resume(request: HttpRequest) -> HttpResponse:
    """Mail a link to the application of an address. The answer is the same whether there is one or not."""
    form = AddressForm(_sent(request), label_suffix="")
    if request.method != "POST":
        return render(request, "membership/apply/resume.html", {"form": form})
    if not form.is_valid():
        return render(request, "membership/apply/resume.html", {"form": form}, status=REFUSED)
    if not form.is_trapped:
        try:
            limits.count_address(client_address(request), now=now())
        except RuleError as error:
            context = {"sentence": applying.sentence(error)}
            return render(request, "membership/apply/refused.html", context, status=TOO_MANY)
        access.send_key_of_application(form.cleaned_data["email"], now=now())
    return render(request, "membership/apply/sent.html")


@private
@require_http_methods(["GET", "HEAD", "POST"])
def key(request: HttpRequest, token: str) -> HttpResponse:
    """Show the field for the code; only the right code, sent by the button, opens the form."""
    try:
        found = access.key_of(token)
        access.refuse_dead(found, now=now())
    except RuleError as error:
        return _dead(request, token, error)
    form = CodeForm(_sent(request), label_suffix="")
    if request.method != "POST":
        return _code_page(request, token, form)
    if not form.is_valid():
        return _code_page(request, token, form, status=REFUSED)
    return _open(request, token, form)


def _open(request: HttpRequest, token: str, form: CodeForm) -> HttpResponse:
    code = "".join(form.cleaned_data["code"].split())
    try:
        application = access.open_application(token, code, now=now())
    except RuleError as error:
        if error.code != "code_wrong" or not error.details["left"]:
            return _dead(request, token, error)
        form.add_error("code", applying.sentence(error))
        return _code_page(request, token, form, status=REFUSED)
    enter(request, application)
    return redirect("apply:form" if open_parts(application) != NOTHING else "apply:status")


def _code_page(request: HttpRequest, token: str, form: CodeForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "token": token, "takes_over": access.key_of(token).takes_over}
    return render(request, "membership/apply/key.html", context, status=status)


def _dead(request: HttpRequest, token: str, error: RuleError) -> HttpResponse:
    """Say why the link opens nothing, and offer a new one to the same address where the link is known."""
    locked = RuleError("key_locked") if error.code == "code_wrong" else error
    context = {"sentence": applying.sentence(locked), "token": token, "can_renew": locked.code != "key_unknown"}
    return render(request, "membership/apply/dead_key.html", context, status=DEAD[locked.code])


@private
@require_http_methods(["GET", "HEAD", "POST"])
def renew(request: HttpRequest, token: str) -> HttpResponse:
    """Mail a new link and code to the address of an old link, and to no other; opening the address mails nothing."""
    if request.method != "POST":
        return redirect("apply:key", token)
    try:
        old: AccessKey = access.key_of(token)
        sent = access.send_key(
            old.email,
            get_language() or SOURCE,
            now=now(),
            application=old.application,
            category=old.category,
            takes_over=old.takes_over,
        )
    except RuleError as error:
        status = DEAD.get(error.code, TOO_MANY)
        return render(request, "membership/apply/refused.html", {"sentence": applying.sentence(error)}, status=status)
    return redirect("apply:key", sent.token)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest) -> HttpResponse:
    """Leave the form on this device; the answers stay. Opening the address closes nothing."""
    if request.method != "POST" and held(request):
        return redirect("apply:form")
    leave(request)
    return render(request, "membership/apply/left.html")


def _sent(request: HttpRequest) -> QueryDict | None:
    """What was posted, even if it is nothing; none when the page is only opened."""
    return request.POST if request.method == "POST" else None
