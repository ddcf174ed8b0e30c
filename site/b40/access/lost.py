"""What an administrator does for somebody whose device is lost."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db import transaction

from membership.emails import second_factor_removed_message
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.selectors.office import language_of
from membership.services.outbox import post
from membership.services.record import actor_key, record

SERVER = "server"


@transaction.atomic
def remove_second_factor(user_id: int, by: User, *, reason: str, now: datetime) -> None:
    """Take second factor and recovery codes from a user, and write it to him: at the next log-in he sets up another.

    Raises `RuleError("reason_missing")`, and `RuleError("no_second_factor")` where there is none.
    """
    require(by, Action.REMOVE_SECOND_FACTOR, day_in_the_network(now))
    if not reason.strip():
        raise RuleError("reason_missing")
    user = get_user_model().objects.select_for_update().get(pk=user_id)
    _take_from(user, actor_key(by), reason=reason.strip())


@transaction.atomic
def remove_on_the_server(username: str, *, reason: str) -> None:
    """Do the same from the command line, for the only administrator. Raises `RuleError("no_second_factor")`."""
    _take_from(get_user_model().objects.select_for_update().get(username=username), SERVER, reason=reason)


def _take_from(user: User, actor: str, *, reason: str) -> None:
    if not Authenticator.objects.filter(user=user).delete()[0]:
        raise RuleError("no_second_factor")
    event = record(None, "second_factor_removed", actor, user=actor_key(user), reason=reason)
    message = second_factor_removed_message(language_of(user), user_name=user.get_username())
    post(f"second_factor_removed:{event.pk}", user.email, message)
