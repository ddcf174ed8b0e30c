"""Tests of the XML that is written: well-formed whatever a text holds."""

import pytest
from defusedxml.ElementTree import fromstring

from pages.xml import Element, document


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ohrid & Bitola <2024> ]]>", "Ohrid & Bitola <2024> ]]>"),
        ("a\x00b\x08c\x0bd\x1fe", "abcde"),
        ("a\x7fb\x85c\x9fd", "abcd"),
        ("a\ud800b\ufffec\uffffd", "abcd"),
        ("tab\tand line\nend", "tab\tand line\nend"),
        ("Θεσσαλονίκη, Ѓорѓи, 🧵👩‍👩‍👧", "Θεσσαλονίκη, Ѓорѓи, 🧵👩‍👩‍👧"),
    ],
)
def test_a_text_is_kept_but_for_control_characters(text, kept):
    root = fromstring(document(Element("a", [Element("b", text), Element("c", "", {"d": text})])))

    assert root[0].text == kept
    assert root[1].attrib["d"] == kept


def test_a_document_declares_its_encoding_and_leaves_no_empty_end_tag():
    assert document(Element("a", [Element("b", "ё", {"xml:lang": "ru"}), Element("c")])).decode() == (
        '<?xml version="1.0" encoding="utf-8"?>\n<a><b xml:lang="ru">ё</b><c/></a>'
    )
