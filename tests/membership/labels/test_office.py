"""Every refusal of the rules and of the services has its sentence and its status."""

import re
from pathlib import Path

import pytest

import membership.services
from membership.labels.office import SENTENCES, sentence, status_of
from membership.rules.errors import RuleError
from membership.rules.lifecycle import APPLICATION, MEMBERSHIP
from membership.rules.rounds import ROUND

RAISED = re.compile(r'RuleError\("(\w+)"|super\(\).__init__\("(\w+)"')
SERVICES = Path(membership.services.__file__).parent
RULES = SERVICES.parent / "rules"
APPLICANTS = {"access", "contact", "files", "limits", "notices"}  # what these refuse is told on the public pages
FOR_THE_OFFICE = [path for path in SERVICES.glob("*.py") if path.stem not in APPLICANTS]


def codes_raised_in(*paths: Path) -> set[str]:
    return {first or second for path in paths for first, second in RAISED.findall(path.read_text("utf-8"))}


@pytest.mark.parametrize("code", sorted({*APPLICATION.guards, *MEMBERSHIP.guards, *ROUND.guards}))
def test_every_guard_has_a_sentence(code):
    assert str(sentence(RuleError(code))).endswith(".")


@pytest.mark.parametrize("code", sorted(codes_raised_in(*FOR_THE_OFFICE, RULES / "rounds.py", RULES / "roll_call.py")))
def test_every_refusal_of_a_service_has_a_sentence(code):
    assert str(sentence(RuleError(code))).endswith(".")


@pytest.mark.parametrize("code", ["action_not_possible", "role_not_allowed"])
def test_an_act_outside_the_table_has_a_sentence(code):
    assert code in SENTENCES


def test_a_refusal_names_its_article():
    error = RuleError("round_is_closed", "13")

    assert str(sentence(error)) == (
        "The round is closed. What was cast before stands, and nothing can be added. See Article 13."
    )


def test_a_house_rule_names_no_article():
    assert str(sentence(RuleError("reason_missing"))) == "A reason is needed."


def test_a_contradictory_case_is_told_with_its_seat():
    error = RuleError("absent_votes", seat="sofia-2")

    assert sentence(error) == "Seat “sofia-2” is absent and cannot vote."


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("changed_meanwhile", 409),
        ("round_is_closed", 409),
        ("round_not_closed", 409),
        ("round_not_confirmed", 409),
        ("action_not_possible", 409),
        ("already_released", 409),
        ("already_deferred", 409),
        ("reason_missing", 422),
        ("contested_unsettled", 422),
        ("not_convened", 422),
    ],
)
def test_a_refusal_bears_its_status(code, status):
    assert status_of(RuleError(code)) == status
