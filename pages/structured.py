"""What pages say of themselves to search engines (schema.org, as JSON-LD): the same facts as the page shows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from pages.frame import Frame, absolute

CONTEXT = "https://schema.org"
NETWORK = "B40 Balkan Cities Network"
# Inside a script element no text may look like its end; JSON reads the escapes as the signs themselves.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}


def script(facts: Mapping[str, Any]) -> SafeString:
    """Return the facts as a block of data, which no browser executes; what is empty is left out."""
    text = json.dumps({"@context": CONTEXT, **_known(facts)}, ensure_ascii=False).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped the line above


def network() -> dict[str, Any]:
    """Return the network as an organisation; it is found by its start page."""
    return {"@type": "Organization", "name": NETWORK, "url": absolute("/")}


def breadcrumbs(frame: Frame) -> dict[str, Any]:
    """Return the way from the start page down to the page; nothing on the start page itself."""
    links = [(link.title, absolute(link.url)) for link in frame.breadcrumbs]
    if not links:
        return {}
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": title, "item": url}
            for place, (title, url) in enumerate(links, start=1)
        ],
    }


def _known(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _known(part) for name, part in value.items() if part not in (None, "", [], {})}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_known(part) for part in value]
    return value
