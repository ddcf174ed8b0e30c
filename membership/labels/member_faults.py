"""Why an act about a member is refused: one sentence per code of a broken rule."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

MEMBER_FAULTS: dict[str, "StrPromise"] = {
    "committee_decision_missing": _("Name the decision of the Committee: its meeting and day."),
    "exit_not_reached": _("The year of the notice is not over."),
    "revoking_too_late": _("The notice has taken effect and cannot be withdrawn. The city may apply again."),
    "exit_day_not_confirmed": _(
        "The notice takes effect on another day than the page showed. Look again, then record it."
    ),
    "motion_not_in_notice": _(
        "The ballot cannot open: the convening notice with this motion was not sent to every member."
    ),
    "assembly_not_quorate": _("The ballot cannot open: fewer than two thirds of the members attend."),
    "assembly_not_today": _("The ballot opens on the day of the Assembly, not before."),
    "assembly_in_the_past": _("The day of the Assembly lies in the past."),
    "assembly_decision_missing": _("Name the decision of the Assembly: its minutes and day."),
    "no_absolute_majority": _("Fewer than the absolute majority of all members voted Yes."),
    "motion_under_way": _("A motion to remove this member is under way already."),
    "motion_not_prepared": _("This motion is not in preparation any more."),
    "motion_not_open": _("The ballot on this motion is not open."),
    "roll_unknown_member": _("This member is not on the roll."),
    "roll_proxy_missing": _("Name the member that holds the proxy."),
    "roll_proxy_to_itself": _("A member cannot represent itself."),
    "roll_proxy_chain": _("The holder of a proxy is itself represented."),
    "roll_proxy_too_many": _("A member may hold one proxy only."),
    "roll_proxy_holder_absent": _("The holder of a proxy is not present."),
    "ballot_of_absent_member": _("A member that does not attend cannot vote."),
    "already_noted": _("The Committee has taken note of this act already."),
    "already_ended": _("The invitation of this observer has ended already."),
    "event_in_future": _("The day of the event lies in the future."),
    "ceremony_year_past": _("The year of the ceremony lies in the past."),
    "ceremony_list_empty": _("No city is on the list of this ceremony."),
}
