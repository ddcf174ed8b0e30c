"""What an applicant is told: every refusal and every verdict has its sentence."""

import re
from pathlib import Path

import pytest

from membership.labels import applying
from membership.rules import eligibility
from membership.rules.errors import RuleError
from membership.services import access, drafts

CODE = re.compile(r'RuleError\("(\w+)"')


@pytest.mark.parametrize("module", [access, drafts], ids=["access", "drafts"])
def test_every_refusal_of_a_service_has_a_sentence(module):
    codes = set(CODE.findall(Path(module.__file__).read_text(encoding="utf-8")))

    assert codes
    assert codes <= applying.SENTENCES.keys()


def test_what_forbids_submitting_has_a_sentence():
    assert {"required_missing", "files_missing", "already_member"} <= applying.SENTENCES.keys()


def test_every_verdict_of_the_eligibility_rule_has_a_sentence():
    source = Path(eligibility.__file__).read_text(encoding="utf-8")

    assert set(re.findall(r'(?:Finding|_observer|_nothing)\("(\w+)"', source)) == set(applying.FINDINGS)


def test_a_wrong_code_is_told_with_the_attempts_that_are_left():
    assert applying.sentence(RuleError("code_wrong", left=3)) == "This is not the code from the mail. Attempts left: 3."
