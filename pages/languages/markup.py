"""What in a message is no text: tags with their attributes, entities, addresses and placeholders."""

import re

TAG = r"<[^<>]*>"
ENTITY = r"&#?\w+;"
ADDRESS = r"\b(?:https?://|mailto:|www\.)[^\s<>]+"
PERCENT_PLACEHOLDER = r"%(?:\(\w+\))?[#0\-+]*\d*(?:\.\d+)?[a-zA-Z]"
BRACE_PLACEHOLDER = r"\{[^{}]*\}"

_NOT_TEXT = re.compile(f"({TAG}|{ENTITY}|{ADDRESS}|{PERCENT_PLACEHOLDER}|{BRACE_PLACEHOLDER})")


def split(message: str) -> list[str]:
    """Return text and other parts in turns, beginning and ending with text."""
    return _NOT_TEXT.split(message)


def text_only(message: str) -> str:
    """Return the text of a message, a space in place of each other part."""
    return " ".join(split(message)[::2])
