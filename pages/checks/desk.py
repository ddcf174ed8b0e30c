"""The gate of the checks: who publishes a page in which something is wrong is asked once."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page

from pages.checks import findings
from pages.checks.values import Finding, Level
from pages.translating.desk import TranslationDesk

PAGE_PUBLISHED_ANYWAY = "b40.page_published_with_findings"  # an action of Wagtail's log


class ChecksView(TranslationDesk):
    """What was found in the draft of a page, and the button with which its editor answers for it."""

    page_title = _("Before the page is published")
    header_icon = "warning"
    template_name = "pages/checks/gate.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        page = get_object_or_404(Page, pk=kwargs["pk"])
        if not page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        self.page = page.get_latest_revision_as_object()
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            {
                "url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
                "label": self.page.get_admin_display_title(),
            },
            {"url": reverse("page_checks", args=[self.page.pk]), "label": self.page_title},
        ]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data(page=self.page, findings=findings(self.page)))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Publish the draft as its editor left it, now or at the moment that was set."""
        revision = self.page.latest_revision
        if revision is None:
            return redirect("wagtailadmin_pages:edit", pk)
        try:
            PublishPageRevisionAction(revision, user=self.user).execute()
        except ValidationError:
            messages.error(request, _("The page was refused. Open the editor, which shows what is wrong."))
            return redirect("wagtailadmin_pages:edit", pk)
        codes = sorted({finding.code for finding in _errors(self.page)})
        log(instance=self.page, action=PAGE_PUBLISHED_ANYWAY, user=self.user, data={"findings": codes})
        messages.success(request, _("The page is published."))
        return redirect("wagtailadmin_explore", self.page.get_parent().pk)


def ask_before_publishing(request: HttpRequest, page: Page) -> HttpResponse | None:  # noqa: ARG001 - Wagtail gives both
    """Lead whoever publishes a page to what is wrong in it; the draft is kept by then."""
    return redirect("page_checks", page.pk) if _errors(page.specific) else None


def _errors(page: Page) -> list[Finding]:
    return [finding for finding in findings(page) if finding.level == Level.ERROR]
