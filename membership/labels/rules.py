"""What the parameters of a decision rule mean (docs/decisions.md)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

PARAMETERS: dict[str, "StrPromise"] = {
    "unanimity": _("Unanimity"),
    "quorum_base": _("Quorum: more than half of"),
    "casting_vote": _("Casting vote of the President"),
    "abstentions_count": _("Abstentions count among those of whom more than half must vote Yes"),
    "proxy_carries_casting_vote": _("A proxy of the President carries the casting vote"),
    "proxy_max": _("Proxies that one seat may hold"),
}
UNANIMITIES: dict[str, "StrPromise"] = {
    "none": _("Not needed"),
    "no_against": _("No vote against"),
    "all_seats_yes": _("Yes from every seat in office"),
}
QUORUM_BASES: dict[str, "StrPromise"] = {
    "filled_seats": _("the seats in office"),
    "statutory_seats": _("the seven seats of the statutes"),
}
CASTING_VOTES: dict[str, "StrPromise"] = {
    "never": _("Never"),
    "absence": _("In a tie that results from an absence"),
    "any_tie": _("In any tie"),
}
YES_NO = {True: _("yes"), False: _("no")}
WORDS: dict[str, Mapping[Any, "StrPromise"]] = {
    "unanimity": UNANIMITIES,
    "quorum_base": QUORUM_BASES,
    "casting_vote": CASTING_VOTES,
    "abstentions_count": YES_NO,
    "proxy_carries_casting_vote": YES_NO,
}


def parameter_rows(parameters: Mapping[str, Any]) -> list[tuple["StrPromise", "StrPromise | str"]]:
    """Return each parameter with its value in words."""
    return [
        (label, WORDS.get(name, {}).get(parameters[name], str(parameters[name]))) for name, label in PARAMETERS.items()
    ]
