from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckedFile:
    content: bytes
    display_name: str
    content_type: str
    extension: str
    sha256: str
