"""A decision rule: the choices that the statutes leave open, as a versioned value."""

from dataclasses import dataclass
from enum import StrEnum

from .. import statutes
from ..errors import RuleError


class Unanimity(StrEnum):
    NONE = "none"
    NO_AGAINST = "no_against"
    ALL_SEATS_YES = "all_seats_yes"


class QuorumBase(StrEnum):
    FILLED_SEATS = "filled_seats"
    STATUTORY_SEATS = "statutory_seats"


class CastingVote(StrEnum):
    NEVER = "never"
    ABSENCE = "absence"
    ANY_TIE = "any_tie"


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """One reading of Articles 5 and 13. A changed parameter is a new version; a round keeps the one it started with.

    `abstentions_count` says whether an abstention counts among the participating seats whose half a majority exceeds.
    The casting vote can matter only without unanimity: a tie contains a vote against.
    """

    key: str
    version: int = 1
    unanimity: Unanimity = Unanimity.NO_AGAINST
    quorum_base: QuorumBase = QuorumBase.FILLED_SEATS
    abstentions_count: bool = True
    casting_vote: CastingVote = CastingVote.NEVER
    proxy_carries_casting_vote: bool = False
    proxy_max: int = statutes.COMMITTEE_PROXY_MAX

    def __post_init__(self) -> None:
        if not isinstance(self.key, str) or not self.key.strip():
            raise RuleError("rule_parameter_wrong", parameter="key")
        for parameter, least in (("version", 1), ("proxy_max", 0)):
            number = getattr(self, parameter)
            if type(number) is not int or number < least:
                raise RuleError("rule_parameter_wrong", parameter=parameter)
        for parameter in ("abstentions_count", "proxy_carries_casting_vote"):
            if not isinstance(getattr(self, parameter), bool):
                raise RuleError("rule_parameter_wrong", parameter=parameter)
        for parameter, choices in CHOICES.items():
            self._keep_choice(parameter, choices)

    def _keep_choice(self, parameter: str, choices: type[StrEnum]) -> None:
        try:
            object.__setattr__(self, parameter, choices(getattr(self, parameter)))
        except ValueError:
            raise RuleError("rule_parameter_wrong", parameter=parameter) from None


CHOICES: dict[str, type[StrEnum]] = {
    "unanimity": Unanimity,
    "quorum_base": QuorumBase,
    "casting_vote": CastingVote,
}
