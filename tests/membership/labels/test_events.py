"""Every verb of the record has its sentence."""

import re
from pathlib import Path

import pytest

import membership.services
from membership.labels.events import EVENTS

RECORDED = re.compile(r'record(?:_member)?\(\s*[\w.]+,\s*"(\w+)"')
SERVICES = Path(membership.services.__file__).parent
VERBS = sorted({verb for path in SERVICES.glob("*.py") for verb in RECORDED.findall(path.read_text("utf-8"))})


def test_the_verbs_are_found():
    assert {"submitted", "round_opened", "dossier_opened", "member_opened"} <= set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_sentence(verb):
    assert str(EVENTS[verb]).endswith(".")
