"""What changed between two texts, for whoever translates it and for the reader."""

import pytest

from pages.translating.differences import changes_between, words_changed

JULY = ["Title", "The cities meet in July.", "They sign.", "They part."]
OLD = ["Title", "The cities meet in June.", "They sign.", "They part."]


def shown(older, newer) -> list[str]:
    signs = {"same": "{}", "out": "[-{}-]", "in": "[+{}+]"}
    return [
        " ".join(signs[piece.kind].format(piece.text) for piece in change.pieces)
        for change in changes_between(older, newer)
    ]


@pytest.mark.parametrize(
    ("newer", "expected"),
    [
        (OLD, []),
        (JULY, ["The cities meet in [-June.-] [+July.+]"]),
        (["Title", "They sign.", "They part."], ["[-The cities meet in June.-]"]),
        ([*OLD, "The end."], ["[+The end.+]"]),
        (
            ["Title", "Nothing of it stayed here", "They sign.", "They part."],
            ["[-The cities meet in June.-]", "[+Nothing of it stayed here+]"],
        ),
        ([], [f"[-{text}-]" for text in OLD]),
    ],
)
def test_only_paragraphs_that_differ_are_shown(newer, expected):
    assert shown(OLD, newer) == expected


def test_a_paragraph_that_moved_is_taken_out_and_put_in():
    assert shown(["a b", "c d", "e f"], ["c d", "e f", "a b"]) == ["[-a b-]", "[+a b+]"]


@pytest.mark.parametrize(
    ("newer", "words"),
    [
        (OLD, 0),
        (JULY, 5),
        ([*OLD, "The end."], 2),
        ([], 0),
    ],
)
def test_the_words_to_do_are_those_of_the_changed_paragraphs(newer, words):
    assert words_changed(OLD, newer) == words
