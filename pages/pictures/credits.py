"""One act for many pictures: who made them, under which licence, and where they were found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.images.views.bulk_actions.image_bulk_action import ImageBulkAction
from wagtail.log_actions import log

from pages.pictures.models import Picture

CREDIT_FIELDS = ("credit", "licence", "source_url")


class CreditForm(forms.ModelForm):
    """What all chosen pictures get; licence and address are left as they are where nothing is written."""

    source_url = Picture._meta.get_field("source_url").formfield(assume_scheme="https")

    class Meta:
        model = Picture
        fields = CREDIT_FIELDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credit"].required = True


class CreditBulkAction(ImageBulkAction):
    """Writes one credit at all chosen pictures that their editor may change."""

    display_name = _("Set the credit")
    action_type = "set_credit"
    aria_label = _("Set the credit of the selected pictures")
    template_name = "pages/pictures/credit.html"
    action_priority = 15
    form_class = CreditForm
    models = [Picture]

    def check_perm(self, image: Picture) -> bool:
        return bool(self.permission_policy.user_has_permission_for_instance(self.request.user, "change", image))

    def get_execution_context(self) -> dict[str, Any]:
        written = {name: text for name, text in self.cleaned_form.cleaned_data.items() if text}
        return {"written": written, "user": self.request.user}

    @classmethod
    def execute_action(
        cls, images: Iterable[Picture], written: dict[str, str] | None = None, user: Any = None
    ) -> tuple[int, int]:
        """Keep the credit, with a line in the history of each picture; return how many there were."""
        pictures = list(images)
        for picture in pictures:
            for name, text in (written or {}).items():
                setattr(picture, name, text)
            picture.save(update_fields=[*(written or {})])
            log(instance=picture, action="wagtail.edit", user=user)
        return len(pictures), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext(
            "The credit of %(count)d picture is set.",
            "The credit of %(count)d pictures is set.",
            num_parent_objects,
        ) % {"count": num_parent_objects}
