"""Shows the text of every kind of message in any language of the site, from invented records."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from membership.desk.base import DeskForm, DeskView
from membership.desk.outbox import OUTBOX_CRUMB
from membership.emails.kinds import TO_ACCOUNTS, TO_APPLICANTS, TO_COMMITTEE, TO_MEMBERS, TO_OFFICE, written
from membership.permissions import Action
from pages.languages.table import BY_CODE, DJANGO_LANGUAGES, SOURCE

GROUPS = (
    (_("To applicants and mayor’s offices"), TO_APPLICANTS),
    (_("To the Secretariat"), TO_OFFICE),
    (_("To the Committee and its President"), TO_COMMITTEE),
    (_("To the members"), TO_MEMBERS),
    (_("To who has an account"), TO_ACCOUNTS),
)


class MailTextsForm(DeskForm):
    """The language in which the texts are read. Sent by GET, so that it can be linked."""

    key = "texts"
    language = forms.ChoiceField(label=_("Language"), choices=DJANGO_LANGUAGES)


class MailTextsView(DeskView):
    """Every kind of message, as its reader would get it."""

    action = Action.SEE_OUTBOX
    page_title = _("Texts of messages")
    header_icon = "mail"
    template_name = "membership/desk/mail_texts.html"

    def url(self) -> str:
        return reverse("desk:mail_texts")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [OUTBOX_CRUMB, {"url": self.url(), "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("language", translation.get_language() or SOURCE)
        language = BY_CODE.get(asked, BY_CODE[SOURCE])
        groups = [(heading, written(kinds, language.code)) for heading, kinds in GROUPS]
        form = MailTextsForm(initial={"language": language.code})
        return super().get_context_data(form=form, language=language, groups=groups, **kwargs)
