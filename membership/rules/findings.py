"""What a check found: a code with the article it rests on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason or warning. `subject` names whom it concerns (a seat, city, holder or country), empty for all."""

    code: str
    article: str = ""
    subject: str = ""

    def __post_init__(self) -> None:
        if not self.code:
            raise ValueError("a finding needs a code")
