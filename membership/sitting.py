"""Which application a browser may open: its session says so, for eight hours, and nothing else."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.http import HttpRequest

from membership.models import Application
from membership.permissions import Action, may, roles_of
from membership.selectors.calendar import today_in_the_network
from membership.services.record import APPLICANT, actor_key

KEY, CONTACT, CLERK = "application", "application_contact", "application_clerk"


def enter(request: HttpRequest, application: Application, *, clerk: User | None = None) -> None:
    """Let this browser open the application; the session's key is changed, so that nobody can have planted it.

    A clerk of the Secretariat enters what came by letter.
    """
    request.session.cycle_key()
    request.session[KEY] = application.pk
    request.session[CONTACT] = application.contact_email
    request.session[CLERK] = clerk.pk if clerk else None


def leave(request: HttpRequest) -> None:
    """Forget the application in this browser; whoever is logged in to the office stays so."""
    if request.session.get(CLERK):
        for key in (KEY, CONTACT, CLERK):
            request.session.pop(key, None)
    else:
        request.session.flush()


def held(request: HttpRequest) -> Application | None:
    """Return the application which this browser may open: it closes when somebody else becomes the contact."""
    application = Application.objects.filter(pk=request.session.get(KEY, 0)).first()
    if application is None:
        return None
    clerk = request.session.get(CLERK)
    if clerk is not None:
        return application if clerk == application.entered_by_id and _is_clerk(request, clerk) else None
    return application if request.session.get(CONTACT) == application.contact_email else None


def actor(request: HttpRequest) -> str:
    """The key under which what is done in this browser stands in the record."""
    return actor_key(request.user) if request.session.get(CLERK) else APPLICANT  # type: ignore[arg-type] # held() saw who it is


def _is_clerk(request: HttpRequest, pk: int) -> bool:
    return request.user.pk == pk and may(roles_of(request.user, today_in_the_network()), Action.ENTER_LETTER)
