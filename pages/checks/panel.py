"""The findings at the top of the page editor, as the page was last saved."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from pages.checks import findings


class ChecksPanel(Panel):
    """Shows what is to be mended before publishing; a page that is not saved yet has nothing to show."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Before publishing"), "icon": "check", **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/checks/panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk) and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "findings": findings(self.instance)}
