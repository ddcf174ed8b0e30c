"""The error that a broken rule raises: a code and an article, never a sentence."""

from collections.abc import Mapping
from types import MappingProxyType


class RuleError(Exception):
    """A rule forbids what was asked.

    `code` is a stable word which membership.labels turns into a sentence, `article` the article of the statutes that
    forbids it (empty for a house rule or for plain nonsense), `details` the named values of that sentence.
    """

    def __init__(self, code: str, article: str = "", **details: str | int) -> None:
        super().__init__(code, article)
        self.code = str(code)
        self.article = article
        self.details: Mapping[str, str | int] = MappingProxyType(details)

    def __str__(self) -> str:
        return f"{self.code} (Article {self.article})" if self.article else self.code
