"""Sheets, letters and their parts refuse nonsense."""

import pytest

from pages.languages import table
from pages.typesetting.languages import TAGS
from pages.typesetting.values import Line, Part
from tests.pages.typesetting.samples import letter, sheet


@pytest.mark.parametrize("make", [sheet, letter])
def test_a_document_is_in_a_language_of_the_network(make):
    with pytest.raises(ValueError, match="Not a language of the network: 'de'"):
        make(lang="de")


def test_every_language_has_its_tags():
    assert sorted(TAGS) == sorted(table.CODES)


@pytest.mark.parametrize("title", ["", "  ", "\x00", "\u200b"])
def test_a_title_can_be_seen(title):
    with pytest.raises(ValueError, match="a sheet's title is empty"):
        sheet(title=title)


def test_a_letter_has_a_subject():
    with pytest.raises(ValueError, match="a letter's subject is empty"):
        letter(subject=" ")


def test_a_part_has_a_title():
    with pytest.raises(ValueError, match="a part's title is empty"):
        Part("")


def test_a_line_has_a_label():
    with pytest.raises(ValueError, match="a line's label is empty"):
        Line("")


@pytest.mark.parametrize("blank_lines", [-1, 61])
def test_ruled_lines_have_limits(blank_lines):
    with pytest.raises(ValueError, match="there may be 0 to 60"):
        Line("Why?", blank_lines=blank_lines)


@pytest.mark.parametrize("blank_lines", [0, 60])
def test_ruled_lines_may_reach_their_limits(blank_lines):
    assert Line("Why?", blank_lines=blank_lines).blank_lines == blank_lines


@pytest.mark.parametrize("page_word", ["", "Page {page}", "{pages} pages"])
def test_the_foot_counts_pages(page_word):
    with pytest.raises(ValueError, match="counts no pages"):
        sheet(page_word=page_word)
