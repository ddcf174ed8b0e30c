"""The command that decides cases from outside."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

import membership.rules.voting
from membership.labels.case_faults import CASE_FAULTS

ROOT = Path(__file__).parents[2]

CASE = {
    "seats": [
        {"id": "istanbul", "role": "president"},
        {"id": "athens", "role": "former"},
        {"id": "sofia", "vacant": True},
    ],
    "attendance": {"istanbul": "present", "athens": "represented"},
    "proxies": {"athens": "istanbul"},
    "recused": [],
    "ballots": {"istanbul": "yes", "athens": "abstain"},
}
CONTESTED = {
    "seats": [{"id": "istanbul", "role": "president"}, {"id": "athens"}, {"id": "sofia"}],
    "attendance": {"istanbul": "present", "athens": "present", "sofia": "present"},
    "ballots": {"istanbul": "yes", "athens": "yes", "sofia": "against"},
}


def ran(written, *arguments):
    """Run the command as from outside, and return its exit, output and error."""
    done = subprocess.run(
        [sys.executable, "site/manage.py", "decide", *arguments],
        input=written if isinstance(written, bytes) else written.encode(),
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def decide(monkeypatch, capsys):
    """Return a way to run the command in this process: text in, exit, output and error out."""

    def run(written, *arguments):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(written.encode())))
        status = 0
        try:
            call_command("decide", *arguments)
        except SystemExit as end:
            status = end.code
        output, error = capsys.readouterr()
        return status, output, error

    return run


def test_a_case_is_answered_by_one_object_on_one_line():
    status, output, error = ran(json.dumps(CASE))

    assert (status, error) == (0, "")
    assert output == (
        '{"result": "not_carried", "reason": "no_majority", "counts": {"in_office": 2, "attending": 2,'
        ' "participating": 2, "yes": 1, "against": 0, "abstain": 1, "recused": 0, "absent": 0},'
        ' "quorum": {"need": 2, "have": 2}, "contested": false, "readings": {"cumulative":'
        ' ["not_carried", "no_majority"], "art13": ["not_carried", "no_majority"], "strict":'
        ' ["not_carried", "not_all_seats"]}, "articles": ["13"], "sentence": "Not carried: 1 of the 2 seats counted'
        ' voted Yes, which is not more than half (Article 13)."}\n'
    )


@pytest.mark.parametrize(
    ("rule", "result", "reason"),
    [
        pytest.param("cumulative", "not_carried", "against", id="cumulative"),
        pytest.param("art13", "carried", "majority", id="art13"),
        pytest.param("strict", "not_carried", "against", id="strict"),
    ],
)
def test_a_named_rule_decides(decide, rule, result, reason):
    status, output, _error = decide(json.dumps(CONTESTED), "--rule", rule)

    answer = json.loads(output)
    assert (status, answer["result"], answer["reason"]) == (0, result, reason)
    assert answer["contested"] is True
    assert answer["readings"] == {
        "cumulative": ["not_carried", "against"],
        "art13": ["carried", "majority"],
        "strict": ["not_carried", "against"],
    }


def test_the_cumulative_reading_is_the_default(decide):
    assert decide(json.dumps(CONTESTED)) == decide(json.dumps(CONTESTED), "--rule", "cumulative")


def test_a_rule_is_read_from_a_file(decide, tmp_path):
    rule = tmp_path / "rule.json"
    rule.write_text('{"key": "own", "unanimity": "none", "quorum_base": "statutory_seats"}')

    status, output, _error = decide(json.dumps(CONTESTED), "--rule", str(rule))

    answer = json.loads(output)
    assert (status, answer["result"], answer["quorum"]) == (0, "invalid", {"need": 4, "have": 3})
    assert answer["readings"]["art13"] == ["carried", "majority"]


def test_a_rule_that_is_not_there_ends_with_a_sentence():
    status, output, error = ran(json.dumps(CASE), "--rule", "unanimous")

    assert (status, output) == (2, "")
    assert error == "There is no rule “unanimous”: name cumulative, art13, strict, or a file that can be read.\n"


@pytest.mark.parametrize("many", [[], ["--many"]], ids=["one", "many"])
def test_a_wrong_rule_file_ends_with_a_sentence(decide, tmp_path, many):
    rule = tmp_path / "rule.json"
    rule.write_text('{"casting_vote": "always"}')

    status, output, error = decide(json.dumps(CASE), "--rule", str(rule), *many)

    assert (status, output) == (2, "")
    assert error == f"{rule}: The rule's parameter “casting_vote” has a value that it cannot have.\n"


def test_two_ballots_for_a_seat_end_with_a_sentence():
    written = json.dumps(CASE).replace('"istanbul": "yes"', '"istanbul": "yes", "istanbul": "against"')

    assert ran(written) == (2, "", "Seat “istanbul” has two ballots.\n")


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        pytest.param("", "This is not JSON: see line 1, column 1.\n", id="nothing"),
        pytest.param('{"seats": [', "This is not JSON: see line 1, column 12.\n", id="half"),
        pytest.param('{"seats": []}', "The case has no seats.\n", id="no_seats"),
        pytest.param(json.dumps({**CASE, "votes": {}}), "The case has the unknown key “votes”.\n", id="unknown_key"),
        pytest.param(
            json.dumps({**CASE, "recused": ["istanbul"]}),
            "Seat “istanbul” is recused and cannot vote.\n",
            id="recused_votes",
        ),
    ],
)
def test_what_cannot_be_decided_ends_with_a_sentence(decide, written, sentence):
    assert decide(written) == (2, "", sentence)


def test_a_byte_that_is_no_text_ends_with_a_sentence():
    assert ran(b'{"seats": [{"id": "\xff"}]}') == (2, "", "This is not text in UTF-8.\n")


def test_many_cases_are_answered_line_by_line(decide):
    doubtful = {**CASE, "proxies": {"athens": "athens"}}
    lines = [json.dumps(CASE), "", json.dumps(doubtful), "  ", "{", json.dumps(CONTESTED)]

    status, output, error = decide("\n".join(lines), "--many")

    answers = [json.loads(line) for line in output.splitlines()]
    assert (status, error, len(answers)) == (0, "", 4)
    assert (answers[0]["result"], answers[3]["reason"]) == ("not_carried", "against")
    assert answers[1] == {"error": "Seat “athens” cannot give a proxy to itself (Article 13).", "seat": "athens"}
    assert answers[2] == {"error": "This is not JSON: see line 1, column 2.", "seat": None}


def test_ten_thousand_cases_are_answered_in_one_go():
    status, output, _error = ran("\n".join([json.dumps(CASE)] * 10_000), "--many")

    assert (status, output.count("\n"), output.count('"no_majority"')) == (0, 10_000, 30_000)


def test_an_answer_does_not_wait_for_the_next_case():
    with subprocess.Popen(
        [sys.executable, "site/manage.py", "decide", "--many"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as asked:
        asked.stdin.write(json.dumps(CASE).encode() + b"\n")
        asked.stdin.flush()
        answer = asked.stdout.readline()
        asked.stdin.close()

    assert json.loads(answer)["result"] == "not_carried"


def test_every_fault_that_the_rules_name_has_a_sentence():
    sources = Path(membership.rules.voting.__file__).parent.glob("*.py")
    written = "\n".join(source.read_text() for source in sources)
    raised = set(re.findall(r'(?:Case|Rule)Error\(\s*"(\w+)"', written))
    passed = set(re.findall(r'"(\w+_(?:unknown|not_object|of_unknown_seat|to_unknown_seat))"', written))
    built = {f"{key}_{fault}" for key in ("attendance", "proxies", "ballots") for fault in ("twice", "not_object")}

    assert len(raised) > 20
    assert (raised | passed | built) - set(CASE_FAULTS) == set()
