"""Who may act in a rule. `CLOCK` is a deadline that passed; `MEMBER` is a member city, not a Committee member."""

from enum import StrEnum


class Role(StrEnum):
    VISITOR = "visitor"
    APPLICANT = "applicant"
    SECRETARIAT = "secretariat"
    SECRETARY = "secretary"
    COMMITTEE_MEMBER = "committee_member"
    PRESIDENT = "president"
    MEMBER = "member"
    CLOCK = "clock"
