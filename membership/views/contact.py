"""The page on which anybody writes to the Secretariat."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from membership.emails.visitors import VisitorMessage
from membership.forms.contact import ContactForm
from membership.labels import applying
from membership.labels.contact import Concern
from membership.rules.errors import RuleError
from membership.rules.house_rules import CONTACT_KEPT_MONTHS
from membership.services import limits
from membership.services.contact import write_to_office
from membership.views.entry import REFUSED, TOO_MANY
from membership.views.guards import client_address
from membership.views.session import now, private
from pages.languages.table import SOURCE

UNAVAILABLE = 503
STATUS = {"too_many_tries": TOO_MANY, "nobody_to_write_to": UNAVAILABLE}


@private
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """Take a message; whoever sends it quicker than a person can is asked to send it again, and loses nothing."""
    if request.method != "POST":
        chosen = request.GET.get("about", "")
        initial = {"concern": chosen} if chosen in Concern.values else {}
        return _page(request, ContactForm(initial=initial, label_suffix=""), 200)
    form = ContactForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _page(request, form, REFUSED)
    if form.is_trapped:
        return redirect("contact:sent")
    if not form.was_read(now()):
        form.ask_again()
        return _page(request, form, REFUSED)
    return _send(request, form)


def _send(request: HttpRequest, form: ContactForm) -> HttpResponse:
    answers = form.cleaned_data
    try:
        limits.count_address(client_address(request), now=now())
        write_to_office(
            VisitorMessage(
                concern=Concern(answers["concern"]),
                name=answers["name"],
                organisation=answers["organisation"],
                email=answers["email"],
                text=answers["message"],
                language=get_language() or SOURCE,
                opened=answers["opened"],
            )
        )
    except RuleError as error:
        form.add_error(None, applying.sentence(error))
        return _page(request, form, STATUS[error.code])
    return redirect("contact:sent")


def _page(request: HttpRequest, form: ContactForm, status: int) -> HttpResponse:
    context = {"form": form, "kept_months": CONTACT_KEPT_MONTHS}
    return render(request, "membership/contact/write.html", context, status=status)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The message is with the Secretariat; what happens next."""
    return render(request, "membership/contact/sent.html")
