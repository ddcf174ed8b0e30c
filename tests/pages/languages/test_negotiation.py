"""The choice of a language from Accept-Language."""

import time

import pytest

from pages.languages.negotiation import MAX_HEADER_LENGTH, match, negotiate


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("sr-ME", "cnr"),
        ("sr-Latn-ME", "cnr"),
        ("cnr", "cnr"),
        ("cnr-ME", "cnr"),
        ("cnr-Latn-ME", "cnr"),
        ("sh", "sr-latn"),
        ("sh-BA", "sr-latn"),
        ("sr-Latn", "sr-latn"),
        ("sr-Latn-RS", "sr-latn"),
        ("sr-latn-ba", "sr-latn"),
        ("sr", "sr"),
        ("sr-Cyrl", "sr"),
        ("sr-Cyrl-ME", "sr"),
        ("sr-RS", "sr"),
        ("SR-rs", "sr"),
        ("mo", "ro"),
        ("ro-MD", "ro"),
        ("mk-MK", "mk"),
        ("bs-Latn-BA", "bs"),
        ("el-GR", "el"),
        ("tr-CY", "tr"),
        ("sl-rozaj-1994", "sl"),
        ("de", None),
        ("srp", None),
        ("e", None),
    ],
)
def test_a_tag_matches_by_its_longest_known_beginning(tag, code):
    assert match(tag) == code


@pytest.mark.parametrize(
    ("header", "code"),
    [
        pytest.param("", "en", id="no header"),
        pytest.param("tr", "tr", id="one language"),
        pytest.param("de-DE,de;q=0.9", "en", id="none of ours"),
        pytest.param("de, fr;q=0.9, sl;q=0.1", "sl", id="the only one of ours"),
        pytest.param("en;q=0.5, hr;q=0.8", "hr", id="weights before order"),
        pytest.param("mk, bg", "mk", id="order at equal weights"),
        pytest.param("bg;q=0.7, mk;q=0.7", "bg", id="order at equal written weights"),
        pytest.param("sq;q=0.899, el;q=0.9", "el", id="three decimals"),
        pytest.param("sq ; q=0.3 ,\tel ; q = 0.2", "sq", id="white space"),
        pytest.param("SQ;Q=0.3", "sq", id="capitals"),
        pytest.param("*", "en", id="anything"),
        pytest.param("*, tr;q=0.5", "en", id="anything before Turkish"),
        pytest.param("tr, *;q=0.5", "tr", id="Turkish before anything"),
        pytest.param("tr;q=0", "en", id="weight 0 excludes"),
        pytest.param("tr;q=0.000, el;q=0.1", "el", id="weight 0.000 excludes"),
        pytest.param("en;q=0", "tr", id="English excluded"),
        pytest.param("en;q=0, *", "tr", id="anything but English"),
        pytest.param("en-GB;q=0, en", "en", id="English but not British"),
        pytest.param("sr-Latn;q=0.5, sr;q=0", "sr-latn", id="Serbian in Latin script only"),
        pytest.param("tr;q=1.5, el", "el", id="weight above 1 is malformed"),
        pytest.param("tr;q=0.1234, el;q=0.01", "el", id="four decimals are malformed"),
        pytest.param("tr;q=-1, el;q=0.01", "el", id="negative weight is malformed"),
        pytest.param("tr;q=, el;q=0.01", "el", id="empty weight is malformed"),
        pytest.param("tr;level=1, el;q=0.01", "el", id="unknown parameter is malformed"),
        pytest.param("tr_TR, ελ, <script>, ;q=1, ,el;q=0.01", "el", id="malformed tags"),
        pytest.param("tr;q=٠.٩, el;q=0.01", "el", id="digits of another script"),
    ],
)
def test_negotiation_follows_rfc_9110(header, code):
    assert negotiate(header) == code


def test_the_part_that_the_length_limit_cuts_is_not_misread():
    padding = "de," * ((MAX_HEADER_LENGTH - 3) // 3) + "sr-Latn-ME"

    assert padding[:MAX_HEADER_LENGTH].endswith(",sr-L")
    assert negotiate(padding) == "en"


def test_a_long_header_without_a_comma_is_answered_in_english():
    assert negotiate("tr-" + "a" * 10_000) == "en"


@pytest.mark.parametrize(
    "header",
    ["tr;q=0.1," * 1200, "a-" * 5000, " " * 10_000, ";q=" * 3500, "tr" + " ;" * 5000],
    ids=["parts", "subtags", "spaces", "weights", "parameters"],
)
def test_a_hostile_header_of_10_kilobytes_is_cheap(header):
    begin = time.process_time()

    for _ in range(20):
        negotiate(header)

    assert time.process_time() - begin < 0.5
