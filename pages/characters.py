"""Which characters may stand in a file that other programs read."""

import re

# All but what XML 1.0 allows; of the controls, which RFC 5545 mostly refuses, only tab and line ends stay.
_CONTROLS = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def without_controls(text: str) -> str:
    """Return the text without control characters, halves of surrogate pairs and what is no character."""
    return _CONTROLS.sub("", text)
