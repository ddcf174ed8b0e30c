"""The Content-Security-Policy of each area: strict for the public, what Wagtail needs for the admin (W3C CSP 3)."""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

PUBLIC = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [SELF],
}
# Wagtail's date choosers are inline scripts and wagtail-localize's editor is blank without inline styles (7.4, 1.14).
ADMIN = {
    **PUBLIC,
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "media-src": [SELF],
    "frame-src": [SELF],
}
# Where one logs in nothing is inline; the picture of a second factor, and Wagtail's own arrows, are data.
DOOR = {**PUBLIC, "img-src": [SELF, "data:"]}


class AreaPolicyMiddleware(CSPMiddleware):
    """Sets the policy of the area which the address belongs to; an answer may replace it with a stricter one."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        if report_only:
            return PolicyParts()
        parts = super().get_policy_parts(request, response)
        admin = request.path_info.startswith(reverse("wagtailadmin_home"))
        parts.config = parts.config or (ADMIN if admin else PUBLIC)
        return parts
