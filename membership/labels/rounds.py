"""Why a ballot that was cast does not count, as the desk says it."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

VOIDS: dict[str, "StrPromise"] = {
    "conflict": _("void: a conflict of interest was stated afterwards"),
    "objection": _("void: the member objected"),
    "stale": _("void: cast on an older revision, to be cast again"),
    "revoked": _("void: the proxy was revoked"),
}
