"""Fields of the network's forms: a day in three parts, numbers as people write them, texts counted in words."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import DomainNameValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

# Thousands in groups of three behind one and the same separator; \s takes in the no-break and the thin spaces.
GROUPED = re.compile(r"[+-]?\d{1,3}(?P<separator>[\s'’.,_])\d{3}(?:(?P=separator)\d{3})*")
MINUS = "\u2212"  # what word processors write for the hyphen before a number
DEGREES = re.compile(r"\s|°|(?<=[\d°\s])[NE]$", re.IGNORECASE)
SHORT, LONG = 200, 1000
NOT_AMONG = _("Choose one of the answers.")


class DayWidget(forms.MultiWidget):
    """Three small inputs: they read and write the same in every locale, by keyboard and by voice."""

    template_name = "components/widgets/day.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        number = {"inputmode": "numeric", "autocomplete": "off"}
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            name: forms.TextInput({**number, "size": size}) for name, size in PARTS
        }
        super().__init__(widgets, attrs)

    def decompress(self, value: date | str | None) -> list[Any]:
        if not value:
            return [None, None, None]
        day = date.fromisoformat(value) if isinstance(value, str) else value
        return [day.day, day.month, day.year]

    def posted(self, name: str, value: date | str | None) -> dict[str, str]:
        """Return a day as a browser would send it."""
        parts = zip(PARTS, self.decompress(value), strict=True)
        return {f"{name}_{part}": "" if number is None else str(number) for (part, _size), number in parts}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for widget, label in zip(context["widget"]["subwidgets"], (_("Day"), _("Month"), _("Year")), strict=True):
            widget["label"] = label
        return context


PARTS = (("day", "2"), ("month", "2"), ("year", "4"))


class DayField(forms.MultiValueField):
    """A calendar day typed as three numbers; `cleaned_data` holds a date."""

    widget = DayWidget
    default_error_messages = {
        "nonsense": _("Enter a real date, for example 27 3 2024."),
        "incomplete": _("Enter day, month and year."),
        "required": _("Enter day, month and year."),
    }

    def __init__(self, **kwargs: Any) -> None:
        parts = tuple(forms.IntegerField() for _part in PARTS)
        super().__init__(parts, require_all_fields=False, **kwargs)
        for field in self.fields:
            field.error_messages["invalid"] = self.error_messages["nonsense"]
            field.error_messages["incomplete"] = self.error_messages["incomplete"]

    def clean(self, value: list[Any]) -> date | None:
        try:
            return super().clean(value)
        except ValidationError as error:
            # One sentence for the field: three parts may be wrong at once in the same way.
            raise ValidationError(list(dict.fromkeys(error.messages))[:1]) from None

    def compress(self, parts: list[int]) -> date | None:
        if not parts:
            return None
        day, month, year = parts
        try:
            return date(year, month, day)
        except (ValueError, OverflowError):
            raise ValidationError(self.error_messages["nonsense"], code="nonsense") from None


class CountField(forms.IntegerField):
    """A whole number as people write it, with spaces, points or commas between the thousands; 12.5 is none."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {"invalid": _("Enter a whole number, in figures.")}

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, str):
            value = value.strip().replace(MINUS, "-")
            grouped = GROUPED.fullmatch(value)
            value = value.replace(grouped["separator"], "") if grouped else value
        return super().to_python(value)


class YearField(forms.IntegerField):
    """A year: a whole number that is never written with a separator."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": "4"})
    default_error_messages = {"invalid": CountField.default_error_messages["invalid"]}


class DegreesField(forms.DecimalField):
    """Degrees with a decimal point or comma, as maps give them; rounded to five places, which is about a metre."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    STEP = Decimal("0.00001")

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # the stubs derive it from whole numbers
        if isinstance(value, str):
            value = DEGREES.sub("", value.strip()).replace(",", ".").replace(MINUS, "-")
        try:
            degrees = super().to_python(value)
            return degrees.quantize(self.STEP, ROUND_HALF_EVEN) if degrees is not None else None
        except InvalidOperation:  # infinite, or too many digits to be rounded
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class DomainField(forms.CharField):
    """A domain in any script, in small letters; an @ before it is taken away."""

    default_validators = [DomainNameValidator(message=_("Enter a domain like example.org, without @."))]

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").lower().removeprefix("@")


class WordsField(forms.CharField):
    """A text of at most so many words; the limit is told in the hint, and the count when it is passed."""

    widget = forms.Textarea(attrs={"rows": 8})

    def __init__(self, *, max_words: int, **kwargs: Any) -> None:
        self.max_words = max_words
        super().__init__(max_length=max_words * 40, **kwargs)

    def validate(self, value: str) -> None:
        super().validate(value)
        words = len(value.split())
        if words > self.max_words:
            sentence = ngettext_lazy(
                "The text has %(words)d word; at most %(limit)d are possible.",
                "The text has %(words)d words; at most %(limit)d are possible.",
                "words",
            )
            raise ValidationError(sentence % {"words": words, "limit": self.max_words}, code="too_many_words")


def mark_needed(field: forms.Field, *, is_needed: bool) -> None:
    """Say whether the field is needed in the end, though it may be empty while it is a draft."""
    field.is_needed = is_needed  # type: ignore[attr-defined]  # components/field_label.html reads it
    field.required = False


def is_needed(field: forms.Field) -> bool:
    return bool(getattr(field, "is_needed", field.required))


def text(label: Any, *, needed: bool = True, max_length: int = SHORT, **kwargs: Any) -> forms.CharField:
    """A line of text."""
    attrs = {"autocomplete": kwargs.pop("autocomplete", "off")}
    return forms.CharField(
        label=label, required=needed, max_length=max_length, widget=forms.TextInput(attrs=attrs), **kwargs
    )


def choice(label: Any, choices: Any, *, needed: bool = True, **kwargs: Any) -> forms.ChoiceField:
    """One of a few answers, as radio buttons, so that all can be read at once."""
    errors = {"required": NOT_AMONG, "invalid_choice": NOT_AMONG}
    return forms.ChoiceField(
        label=label, choices=choices, required=needed, widget=forms.RadioSelect, error_messages=errors, **kwargs
    )
