"""Reads start tags out of HTML."""

from html.parser import HTMLParser


class Elements(HTMLParser):
    """All start tags of a text as (name, attributes)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def all(self, name: str, /, **wanted: str) -> list[dict]:
        """Return the attributes of the elements of this name that have the wanted ones."""
        return [attrs for tag, attrs in self.found if tag == name and wanted.items() <= attrs.items()]
