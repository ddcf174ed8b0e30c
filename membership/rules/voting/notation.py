"""Cases, rules and decisions as JSON (docs/decisions.md). Reading refuses whatever it would have to guess."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, fields
from typing import Any

from ..errors import RuleError
from .case import Case
from .decision import Decision
from .outcome import Outcome
from .rule import DecisionRule
from .seat import CaseError, Seat

CASE_KEYS = ("seats", "attendance", "proxies", "recused", "ballots")
SEAT_KEYS = ("id", "role", "vacant")


def read_case(text: str | bytes) -> Case:
    """Return the case written as one JSON object. Absent keys but `seats` mean empty. Raises `CaseError`."""
    written = _object(_parsed(text), "case_not_object")
    _refuse_keys(written, CASE_KEYS, "key_unknown")
    seats = written.get("seats", [])
    if not isinstance(seats, list):
        raise CaseError("seats_not_list")
    return Case(
        seats=tuple(_seat(seat) for seat in seats),
        attendance=_words(written, "attendance"),
        proxies=_words(written, "proxies"),
        recused=_recused(written.get("recused", [])),
        ballots=_words(written, "ballots"),
    )


def case_from(written: Mapping[str, Any]) -> Case:
    """Return a case from its record, as a decision stores it. Raises `CaseError`."""
    return read_case(json.dumps(written))


def read_rule(text: str | bytes) -> DecisionRule:
    """Return the rule written as one JSON object; absent parameters are those of the cumulative reading."""
    written = _object(_parsed(text), "rule_not_object")
    known = [parameter.name for parameter in fields(DecisionRule)]
    for parameter in written:
        if parameter not in known:
            raise RuleError("rule_parameter_unknown", parameter=parameter)
    return DecisionRule(**{"key": "own", **written})


def rule_as_json(rule: DecisionRule) -> dict[str, Any]:
    """Return all parameters of a rule, as `read_rule` reads them and a decision stores them."""
    return asdict(rule)


def decision_as_json(decision: Decision) -> dict[str, Any]:
    """Return a decision without its sentence, which is written in a language."""
    return {
        **_outcome_as_json(decision.outcome),
        "counts": asdict(decision.counts),
        "quorum": asdict(decision.quorum),
        "contested": decision.is_contested,
        "readings": {key: list(_outcome_as_json(read).values()) for key, read in decision.readings.items()},
        "articles": list(decision.articles),
    }


class _Twice(dict[str, Any]):
    """A JSON object in which one key stands twice, which the plain parser would swallow."""

    key = ""


def _parsed(text: str | bytes) -> Any:
    try:
        written = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        return json.loads(written, object_pairs_hook=_noting_repeats, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise CaseError("json_wrong", line=error.lineno, column=error.colno) from None
    except UnicodeDecodeError:
        raise CaseError("json_not_utf8") from None
    except (RecursionError, ValueError):  # nested thousands deep, a number of thousands of digits, NaN
        raise CaseError("json_absurd") from None


def _noting_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    written = dict(pairs)
    if len(written) == len(pairs):
        return written
    repeated = _Twice(written)
    repeated.key = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
    return repeated


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _object(written: Any, code: str, twice: Callable[[str], CaseError] | None = None) -> dict[str, Any]:
    """Return a JSON object. Raises with `code` if it is none, and if one key stands twice."""
    if not isinstance(written, dict):
        raise CaseError(code)
    if isinstance(written, _Twice):
        raise twice(written.key) if twice else CaseError("key_twice", key=written.key)
    return written


def _refuse_keys(written: Mapping[str, Any], known: Collection[str], code: str, **details: str) -> None:
    for key in written:
        if key not in known:
            raise CaseError(code, key=key, **details)


def _seat(written: Any) -> Seat:
    seat = _object(written, "seat_not_object")
    if not isinstance(seat.get("id"), str):
        raise CaseError("seat_id_missing")
    _refuse_keys(seat, SEAT_KEYS, "seat_key_unknown", seat=seat["id"])
    names = {"id": "id", "role": "role", "vacant": "is_vacant"}
    return Seat(**{names[key]: value for key, value in seat.items()})


def _words(written: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Return a map from seat to word. Two entries for a seat are a contradiction, not a correction."""
    words = _object(written.get(key, {}), f"{key}_not_object", lambda seat: CaseError(f"{key}_twice", seat=seat))
    for seat, word in words.items():
        if not isinstance(word, str):
            raise CaseError(f"{key}_not_text", seat=seat)
    return words


def _recused(written: Any) -> frozenset[str]:
    if not isinstance(written, list) or not all(isinstance(seat, str) for seat in written):
        raise CaseError("recused_not_list")
    return frozenset(written)


def _outcome_as_json(decided: Outcome) -> dict[str, str]:
    return {"result": str(decided.result), "reason": str(decided.reason)}
