"""Which texts the site starts with, and in which languages."""

import csv

import pytest

from b40.seed.facts import FACTS
from b40.seed.rows import read_news
from b40.seed.texts import languages_of, read_text
from pages.languages.table import CODES

EVERYWHERE = (
    "home", "about", "join", "members", "declaration", "organisation", "contact", "privacy", "accessibility", "news", "events",
)  # fmt: skip


@pytest.mark.parametrize("key", EVERYWHERE)
def test_a_text_of_the_site_is_in_every_language_with_the_same_parts(key):
    assert set(languages_of(key)) == set(CODES)
    kinds = [kind for kind, _ in read_text(key, "en").body_blocks]
    assert {code: [kind for kind, _ in read_text(key, code).body_blocks] for code in CODES} == dict.fromkeys(
        CODES, kinds
    )


@pytest.mark.parametrize("key", ["history", "principles", "strategy", "legal"])
def test_the_other_texts_are_in_english_and_turkish(key):
    assert set(languages_of(key)) == {"en", "tr"}


def test_three_news_are_in_every_language():
    whole = [
        row.slug for row in read_news(FACTS) if {code for code, title in row.titles.items() if title} == set(CODES)
    ]

    assert whole == [
        "first-summit-of-balkan-mayors-opens-in-istanbul",
        "zagreb-takes-over-the-presidency",
        "cities-sign-a-declaration-on-democratic-values",
    ]


def test_every_further_text_has_a_headline_that_fits_and_a_summary():
    with (FACTS / "news_texts.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))

    assert len(rows) == 30
    assert [row for row in rows if not row["headline"] or not 20 < len(row["summary"]) <= 255] == []
