"""Reads WXR, the extended RSS that WordPress exports; entities and document types are refused, as nothing needs them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from news.importing.fields import day_of, plain
from news.importing.values import Export, FileRefusedError, OldPicture, OldPost

BROKEN = "The file is no XML that can be read."
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
Element = ET.Element


def read_wxr(content: bytes) -> Export:
    """Return the published posts. Raises `FileRefusedError` for broken XML, for entities, and for what is no export."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise FileRefusedError("The file declares a document type or entities, which no export of WordPress does.")
    try:
        root = ET.fromstring(content)  # noqa: S314 - document types and entities are refused above
    except (ET.ParseError, ValueError, LookupError) as error:
        raise FileRefusedError(BROKEN) from error
    namespace = _namespace(root)
    if root.tag != "rss" or not namespace:
        raise FileRefusedError("The XML is no export of WordPress.")
    return _Reader(root, namespace).export()


def _namespace(root: Element) -> str:
    """Return the namespace of WordPress, which bears the version of the format."""
    tags = (child.tag for child in root.iter() if child.tag.startswith("{http://wordpress.org/export/"))
    return next((tag.partition("}")[0] + "}" for tag in tags if "excerpt" not in tag), "")


class _Reader:
    """Reads the items of one export."""

    def __init__(self, root: Element, namespace: str) -> None:
        self.items, self.wp = list(root.iter("item")), namespace
        self.excerpt = f"{namespace.removesuffix('/}')}/excerpt/}}encoded"
        self.pictures = self._pictures()

    def export(self) -> Export:
        passed_over: Counter[str] = Counter()
        posts = []
        for item in self.items:
            post, why = self._post(item)
            if post is None:
                passed_over[why] += 1
            else:
                posts.append(post)
        return Export(posts, passed_over)

    def _post(self, item: Element) -> tuple[OldPost | None, str]:
        kind, status = self._wp(item, "post_type"), self._wp(item, "status")
        if kind != "post" or status != "publish":
            return None, kind if kind != "post" else status
        title, day = plain(item.findtext("title") or ""), day_of(self._wp(item, "post_date"))
        if not title or day is None:
            return None, "post without title or date"
        number = self._wp(item, "post_id")
        return OldPost(
            number=int(number) if number.isascii() and number.isdigit() else 0,
            address=(item.findtext("link") or "").strip(),
            slug=self._wp(item, "post_name"),
            title=title,
            day=day,
            html=item.findtext(CONTENT) or "",
            excerpt=item.findtext(self.excerpt) or "",
            terms=tuple(term.get("nicename", "") for term in item.iter("category")),
            featured=self.pictures.get(self._meta(item, "_thumbnail_id")),
        ), ""

    def _wp(self, item: Element, name: str) -> str:
        return (item.findtext(f"{self.wp}{name}") or "").strip()

    def _meta(self, item: Element, wanted: str) -> str:
        for meta in item.iter(f"{self.wp}postmeta"):
            if self._wp(meta, "meta_key") == wanted:
                return self._wp(meta, "meta_value")
        return ""

    def _pictures(self) -> Mapping[str, OldPicture]:
        """Return number → picture of the attachments."""
        return {
            self._wp(item, "post_id"): OldPicture(
                self._wp(item, "attachment_url"), plain(self._meta(item, "_wp_attachment_image_alt"))
            )
            for item in self.items
            if self._wp(item, "post_type") == "attachment"
        }
