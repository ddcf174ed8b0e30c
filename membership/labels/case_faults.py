"""Why a case, or a rule for it, is refused: one sentence per code, naming the seat."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from membership.rules.errors import RuleError

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

# Details that name a seat; a page may give them the names of cities.
SEAT_DETAILS = ("seat", "holder", "principal", "last", "other")

CASE_FAULTS: dict[str, "StrPromise"] = {
    # Contradictions.
    "seats_empty": _("The case has no seats."),
    "seat_id_missing": _("A seat has no id, or an id that is not text."),
    "seat_twice": _("Seat “%(seat)s” is listed twice."),
    "two_presidents": _("Seats “%(other)s” and “%(seat)s” cannot both be the President's."),
    "attendance_of_unknown_seat": _("Attendance names “%(seat)s”, which is not a seat of this case."),
    "proxy_of_unknown_seat": _("A proxy is given by “%(seat)s”, which is not a seat of this case."),
    "proxy_to_unknown_seat": _("A proxy is given to “%(seat)s”, which is not a seat of this case."),
    "recusal_of_unknown_seat": _("A recusal names “%(seat)s”, which is not a seat of this case."),
    "ballot_of_unknown_seat": _("A ballot names “%(seat)s”, which is not a seat of this case."),
    "vacant_attends": _("Seat “%(seat)s” is vacant and cannot attend or be represented."),
    "vacant_recused": _("Seat “%(seat)s” is vacant and cannot be recused."),
    "vacant_votes": _("Seat “%(seat)s” is vacant and cannot vote."),
    "proxy_of_vacant": _("Seat “%(seat)s” is vacant and cannot give a proxy."),
    "proxy_to_vacant": _("Seat “%(seat)s” is vacant and cannot hold a proxy."),
    "recused_votes": _("Seat “%(seat)s” is recused and cannot vote."),
    "absent_votes": _("Seat “%(seat)s” is absent and cannot vote."),
    "represented_without_proxy": _("Seat “%(seat)s” is represented but has given no proxy (Article 13)."),
    "proxy_of_present": _("Seat “%(seat)s” is present and cannot be represented by “%(holder)s” as well (Article 13)."),
    "proxy_of_absent": _("Seat “%(seat)s” has given a proxy to “%(holder)s” but is listed as absent (Article 13)."),
    "proxy_to_self": _("Seat “%(seat)s” cannot give a proxy to itself (Article 13)."),
    "proxy_of_recused": _("Seat “%(seat)s” is recused and cannot give a proxy to “%(holder)s” (Article 13)."),
    "proxy_to_recused": _("Seat “%(seat)s” is recused and cannot hold the proxy of “%(principal)s” (Article 13)."),
    "proxy_to_absent": _("Seat “%(seat)s” is absent and cannot hold the proxy of “%(principal)s” (Article 13)."),
    "proxy_chain": _(
        "Seat “%(seat)s” cannot hold the proxy of “%(principal)s”, because it is itself represented by “%(last)s”"
        " (Article 13)."
    ),
    "proxies_too_many": ngettext_lazy(
        "Seat “%(seat)s” holds %(count)d proxy, and at most %(proxy_max)d is allowed (Article 13).",
        "Seat “%(seat)s” holds %(count)d proxies, and at most %(proxy_max)d is allowed (Article 13).",
        "count",
    ),
    "ballots_twice": _("Seat “%(seat)s” has two ballots."),
    "attendance_twice": _("Seat “%(seat)s” has two entries in the attendance."),
    "proxies_twice": _("Seat “%(seat)s” has given two proxies."),
    # Words that mean nothing here.
    "role_unknown": _("Seat “%(seat)s” has the unknown role “%(value)s”."),
    "attendance_unknown": _("Seat “%(seat)s” has the unknown attendance “%(value)s”."),
    "ballot_unknown": _("Seat “%(seat)s” has the unknown ballot “%(value)s”."),
    "vacant_not_boolean": _("Seat “%(seat)s” must say true or false for vacant."),
    "seat_key_unknown": _("Seat “%(seat)s” has the unknown key “%(key)s”."),
    "key_unknown": _("The case has the unknown key “%(key)s”."),
    "key_twice": _("The key “%(key)s” stands twice in one object."),
    # Writing that is no case.
    "json_wrong": _("This is not JSON: see line %(line)d, column %(column)d."),
    "json_not_utf8": _("This is not text in UTF-8."),
    "json_absurd": _("This JSON holds a number or a depth that no case has."),
    "case_not_object": _("A case is one JSON object."),
    "seats_not_list": _("The seats must be a list of objects."),
    "seat_not_object": _("A seat must be an object."),
    "attendance_not_object": _("The attendance must be an object from seat to word."),
    "proxies_not_object": _("The proxies must be an object from seat to seat."),
    "ballots_not_object": _("The ballots must be an object from seat to word."),
    "attendance_not_text": _("The attendance of seat “%(seat)s” must be a word."),
    "proxies_not_text": _("The proxy of seat “%(seat)s” must name one seat."),
    "ballots_not_text": _("The ballot of seat “%(seat)s” must be a word."),
    "recused_not_list": _("The recused seats must be a list of ids."),
    # Rules of one's own.
    "rule_not_object": _("A rule is one JSON object."),
    "rule_parameter_unknown": _("The rule has the unknown parameter “%(parameter)s”."),
    "rule_parameter_wrong": _("The rule's parameter “%(parameter)s” has a value that it cannot have."),
}


def fault_sentence(fault: RuleError, names: Mapping[str, str] | None = None) -> str:
    """Return why a case or a rule is refused. `names` may give what to call each seat instead of its id."""
    details = dict(fault.details)
    for detail in SEAT_DETAILS:
        if names and detail in details:
            details[detail] = names.get(str(details[detail]), str(details[detail]))
    return str(CASE_FAULTS[fault.code] % details)
