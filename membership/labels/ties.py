"""What ties the city of a seat to an applicant; a reminder before the statement, and no conflict by itself."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

TIES: dict[str, "StrPromise"] = {
    "own": _("The applicant is your city."),
    "twin": _("The application names your city as a twin city."),
    "cooperation": _("The application names your city as one with which the applicant cooperates."),
    "introduced": _("The application says that your city introduces the applicant."),
    "near": _("The applicant lies less than %(kilometres)d km from your city."),
    "country": _("The applicant lies in the country of your city."),
}
