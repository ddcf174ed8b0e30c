"""Writes XML: whatever characters a text holds, the document is well-formed (XML 1.0)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import StringIO
from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

from pages.characters import without_controls


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its text, or with the elements in it."""

    name: str
    content: "str | Iterable[Element]" = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


def document(root: Element) -> bytes:
    """Return the document in UTF-8, with its declaration; control characters are left out."""
    stream = StringIO()
    writer = SimplerXMLGenerator(stream, "utf-8", short_empty_elements=True)
    writer.startDocument()
    _write(writer, root)
    writer.endDocument()
    return stream.getvalue().encode()


def _write(writer: SimplerXMLGenerator, element: Element) -> None:
    attributes = {name: without_controls(value) for name, value in element.attributes.items()}
    writer.startElement(element.name, AttributesImpl(attributes))
    if isinstance(element.content, str):
        writer.characters(without_controls(element.content))
    else:
        for child in element.content:
            _write(writer, child)
    writer.endElement(element.name)
