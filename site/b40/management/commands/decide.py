"""Decide cases from outside: JSON in, JSON out (docs/decisions.md)."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation

from membership.labels.case_faults import fault_sentence
from membership.labels.decisions import decision_sentence
from membership.rules.errors import RuleError
from membership.rules.voting import CUMULATIVE, READINGS, DecisionRule, decide
from membership.rules.voting.notation import decision_as_json, read_case, read_rule

REFUSED = 2


class Command(BaseCommand):
    help = "Decide one case (JSON on the standard input), or one per line with --many, and print the decision as JSON."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--rule", default=CUMULATIVE.key, help=f"{', '.join(READINGS)}, or a JSON file of parameters"
        )
        parser.add_argument("--many", action="store_true", help="read one case per line, answer one line each")

    def handle(self, *_args: object, rule: str, many: bool, **_options: object) -> None:
        with translation.override("en"):
            chosen = self._rule(rule)
            if many:
                self._decide_many(sys.stdin.buffer, chosen)
            else:
                self._decide_one(sys.stdin.buffer.read(), chosen)

    def _rule(self, name: str) -> DecisionRule:
        if name in READINGS:
            return READINGS[name]
        try:
            return read_rule(Path(name).read_bytes())
        except (OSError, ValueError):
            self._refuse(f"There is no rule “{name}”: name {', '.join(READINGS)}, or a file that can be read.")
        except RuleError as fault:
            self._refuse(f"{name}: {fault_sentence(fault)}")

    def _decide_one(self, written: bytes, rule: DecisionRule) -> None:
        try:
            answer = _answer(written, rule)
        except RuleError as fault:
            self._refuse(fault_sentence(fault))
        else:
            self.stdout.write(json.dumps(answer))

    def _decide_many(self, lines: Iterable[bytes], rule: DecisionRule) -> None:
        for line in filter(None, map(bytes.strip, lines)):
            try:
                answer = _answer(line, rule)
            except RuleError as fault:
                answer = {"error": fault_sentence(fault), "seat": fault.details.get("seat")}
            self.stdout.write(json.dumps(answer))
            self.stdout.flush()  # a program that asks case by case waits for each answer

    def _refuse(self, sentence: str) -> NoReturn:
        self.stderr.write(sentence)
        sys.exit(REFUSED)


def _answer(written: bytes, rule: DecisionRule) -> dict[str, Any]:
    decision = decide(read_case(written), rule)
    return {**decision_as_json(decision), "sentence": decision_sentence(decision)}
