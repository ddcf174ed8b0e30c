"""The translation service: what it is asked, what of its answers is taken, and what is done with all others."""

import json

import pytest

from pages.translating.machine.service import MachineError, Service
from tests.servers.translator import in_capitals, running


@pytest.fixture
def translator():
    with running() as found:
        yield found


def service(translator, **options) -> Service:
    return Service(**{"url": translator.url, "key": "k", "limit": 20.0, "pauses": (0.0, 0.0), **options})


def test_it_is_asked_in_its_own_words_and_answers_one_for_one(translator):
    assert service(translator).translate(["One.", "<b>Two</b>."], "en", "tr") == ["ONE.", "<b>TWO</b>."]

    assert translator.asked == [
        {
            "path": "/translate",
            "q": ["One.", "<b>Two</b>."],
            "source": "en",
            "target": "tr",
            "format": "html",
            "api_key": "k",
        }
    ]


def test_many_texts_go_in_parts_and_come_back_in_order(translator):
    texts = [f"text {number} {'x' * 90}" for number in range(100)]

    assert service(translator).translate(texts, "en", "tr") == [text.upper() for text in texts]
    assert max(len(asked["q"]) for asked in translator.asked) <= 40
    assert max(sum(map(len, asked["q"])) for asked in translator.asked) <= 4_000


@pytest.mark.parametrize("status", [500, 503, 429])
def test_it_is_asked_again_when_it_is_busy(translator, status):
    answers = iter([(status, b"busy"), (status, b"busy")])
    translator.answer = lambda words: next(answers, None) or in_capitals(words)

    assert service(translator).translate(["One."], "en", "tr") == ["ONE."]
    assert len(translator.asked) == 3


@pytest.mark.parametrize(
    ("answer", "tries"),
    [
        ((500, b"down"), 3),
        ((400, b'{"error": "tr is not supported"}'), 1),
        ((302, b""), 1),
        ((200, b"<!doctype html><p>Welcome"), 1),
        ((200, b'{"translatedText": ["ON'), 1),
        ((200, b'{"translatedText": "ONE."}'), 1),
        ((200, b'{"translatedText": []}'), 1),
        ((200, b'{"translatedText": [null]}'), 1),
        ((200, b"[]"), 1),
        ((200, json.dumps({"translatedText": ["x" * 2_100_000]}).encode()), 1),
    ],
)
def test_an_answer_that_cannot_be_used_is_an_error(translator, answer, tries):
    translator.answer = lambda _words: answer

    with pytest.raises(MachineError):
        service(translator).translate(["One."], "en", "tr")

    assert len(translator.asked) == tries


def test_an_answer_that_does_not_come_is_an_error_when_the_time_is_over(translator):
    translator.answer = translator.hang

    with pytest.raises(MachineError, match=r"within 0\.2 seconds"):
        service(translator, limit=0.2).translate(["One."], "en", "tr")


def test_a_service_that_is_not_there_is_an_error(translator):
    gone = Service("http://127.0.0.1:9", pauses=(0.0,))

    with pytest.raises(MachineError):
        gone.translate(["One."], "en", "tr")
