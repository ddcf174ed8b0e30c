"""Sections whose long answers may be in any language, if a summary in English comes with them (Statutes, Art. 10)."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.forms.base import SectionForm
from membership.forms.choices import ANSWER_LANGUAGES, SUMMARISED
from membership.forms.conditions import Condition
from membership.forms.fields import NOT_AMONG, WordsField

SUMMARY_WORDS = 200


class SummarisedForm(SectionForm):
    """Records the language of the answers; in another than English a summary is needed."""

    conditions = {"summary_en": Condition("answer_language", SUMMARISED)}

    answer_language = forms.ChoiceField(
        label=_("Language of your answers in this section"),
        choices=ANSWER_LANGUAGES,
        help_text=_(
            "English is the network’s official language (Article 10). You may write in your own language and add a"
            " summary in English."
        ),
        error_messages={"required": NOT_AMONG, "invalid_choice": NOT_AMONG},
    )
    summary_en = WordsField(
        label=_("Summary in English"),
        max_words=SUMMARY_WORDS,
        help_text=_("Needed if you do not answer in English"),
    )
