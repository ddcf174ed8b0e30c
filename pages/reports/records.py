"""Links in published pages, and what was found at their other end."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

ADDRESS_LENGTH = 1000


class LinkStatus(models.TextChoices):
    """`DEAD` is a page or document of this site; the others are answers of foreign servers, or the lack of one."""

    WAITING = "waiting", _("not looked up yet")
    WORKING = "working", _("works")
    DEAD = "dead", _("deleted or not published here")
    BROKEN = "broken", _("the server says that there is nothing")
    SILENT = "silent", _("no answer")
    REFUSED = "refused", _("not a public address of the web")


TO_MEND = (LinkStatus.DEAD, LinkStatus.BROKEN, LinkStatus.SILENT, LinkStatus.REFUSED)


class LinkCheck(models.Model):
    """A link in a published page. `url` is the address, or for a place on this site its kind and number."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    url = models.CharField(_("address"), max_length=ADDRESS_LENGTH)
    words = models.CharField(_("link"), max_length=255, blank=True)
    status = models.CharField(_("state"), max_length=10, choices=LinkStatus.choices, default=LinkStatus.WAITING)
    checked_at = models.DateTimeField(_("looked up"), null=True, blank=True)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        constraints = [models.UniqueConstraint(fields=["page", "url"], name="one_check_a_link")]
        indexes = [models.Index(fields=["status", "checked_at"], name="link_checks_due")]

    def __str__(self) -> str:
        return self.url
