"""The form of a comment."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.desk.base import DeskForm


class CommentForm(DeskForm):
    """A comment for office and Committee."""

    key = "comment"
    body = forms.CharField(label=_("Comment"), widget=forms.Textarea(attrs={"rows": 3}), max_length=5000)
