"""Fields of pages that hold the name of a record which another app keeps and offers."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.db import models


class OfferedSelect(forms.Select):
    """A list of what is offered; a value that nobody offers any more stays visible, so that nobody loses it unseen."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        groups = super().optgroups(name, value, attrs)
        known = {option["value"] for _label, options, _index in groups for option in options}
        lost = [slug for slug in value if slug and slug not in known]
        options = [self.create_option(name, slug, slug, True, len(groups) + place) for place, slug in enumerate(lost)]
        return [*groups, *((None, [option], option["index"]) for option in options)]


class OfferedFormField(forms.ChoiceField):
    """Accepts what is `offered`, asked anew each time the form is shown."""

    widget = OfferedSelect
    offered: Callable[[], Iterable[tuple[str, str]]]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=lambda: [("", "---------"), *self.offered()], **kwargs)


class OfferedField(models.CharField):
    """The name of a record; not a foreign key, because pages and records do not know each other."""

    form_class: type[OfferedFormField]
    length: int

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": self.length, **kwargs})

    def formfield(self, **kwargs: Any) -> Any:
        return models.Field.formfield(self, **{"form_class": self.form_class, **kwargs})
