"""What one answer reads once, and that nothing is kept beyond it."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from pages.once import OnceMiddleware, once

asked: list[str] = []


@once
def told(name: str, *, loud: bool = False) -> str:
    asked.append(name)
    return name.upper() if loud else name


@pytest.fixture(autouse=True)
def nothing_asked():
    asked.clear()


def answer(method: str, *questions: str) -> None:
    """Let a request of this method ask the questions."""

    def view(request) -> HttpResponse:
        assert [told(name) for name in questions] == list(questions)
        return HttpResponse()

    OnceMiddleware(view)(getattr(RequestFactory(), method)("/"))


@pytest.mark.parametrize("method", ["get", "head"])
def test_a_reading_request_reads_each_answer_once(method):
    answer(method, "a", "b", "a")
    assert asked == ["a", "b"]


def test_the_next_request_reads_again():
    answer("get", "a")
    answer("get", "a")
    assert asked == ["a", "a"]


def test_a_request_that_may_write_reads_every_time():
    answer("post", "a", "a")
    assert asked == ["a", "a"]


def test_outside_a_request_everything_is_read_every_time():
    assert (told("a"), told("a", loud=True), told("a")) == ("a", "A", "a")
    assert asked == ["a", "a", "a"]


def test_answers_to_other_arguments_are_others():
    def view(request) -> HttpResponse:
        assert (told("a"), told("a", loud=True), told("a", loud=True)) == ("a", "A", "A")
        return HttpResponse()

    OnceMiddleware(view)(RequestFactory().get("/"))
    assert asked == ["a", "a"]


def test_a_failed_request_leaves_nothing_behind():
    def view(request) -> HttpResponse:
        told("a")
        raise LookupError

    with pytest.raises(LookupError):
        OnceMiddleware(view)(RequestFactory().get("/"))
    told("a")
    assert asked == ["a", "a"]
