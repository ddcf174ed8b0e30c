"""What the pages of the admin share that are about one translation in the editor."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from wagtail.models import Page

from pages.translating.desk import MATRIX_CRUMB, TranslationDesk
from pages.translating.originals import in_editor


class EditorDesk(TranslationDesk):
    """A page about a translation that is made with the editor, for whoever may do with its page what `permission` names.

    `address` is the name of its own address.
    """

    address: ClassVar[str]
    permission: ClassVar[str] = "can_edit"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.translation = get_object_or_404(in_editor(), pk=kwargs["pk"])
        self.target = self.translation.get_target_instance()
        if not isinstance(self.target, Page) or not self._is_permitted(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def _is_permitted(self, request: HttpRequest) -> bool:
        return bool(getattr(self.target.permissions_for_user(request.user), self.permission)())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        own = {"url": reverse(self.address, args=[self.translation.pk]), "label": self.target.title}
        return [MATRIX_CRUMB, own]
