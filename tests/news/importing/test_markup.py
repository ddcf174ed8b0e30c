"""The HTML of a post as blocks: the builder's markup goes, every word stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news.importing.markup import body_of, text_of
from news.importing.values import OldPicture
from news.importing.writing import shortened

TAGS = "<p> </p> <h2> </h2> <ul> <li> </ul> <blockquote> </blockquote> <b> </b> <br> <div> </div> <a>"
ADDRESS = "https://b40network.org/v2/opening/"


def blocks(html: str) -> list:
    return list(body_of(html, ADDRESS).blocks)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One.</p>\n<p>Two <strong>three</strong>.</p>", [("paragraph", "<p>One.</p><p>Two <b>three</b>.</p>")]),
        ("Bare text<br>next line", [("paragraph", "<p>Bare text<br/>next line</p>")]),
        ("<div><div>One</div>two</div>", [("paragraph", "<p>One</p><p>two</p>")]),
        ("<ul><li>a</li><li>b</li></ul>", [("paragraph", "<ul><li>a</li><li>b</li></ul>")]),
        ("<ol><li>a<ul><li>b</li></ul></li></ol>", [("paragraph", "<ol><li>a</li><li>b</li></ol>")]),
        (
            "<h1>Top</h1><h4>Part</h4><p>Text</p>",
            [
                ("heading", {"text": "Top", "level": "2"}),
                ("heading", {"text": "Part", "level": "3"}),
                ("paragraph", "<p>Text</p>"),
            ],
        ),
        ("<h4>First</h4>", [("heading", {"text": "First", "level": "2"})]),
        ("<blockquote><p>We<br>agree.</p><p>All.</p></blockquote>", [("quote", {"text": "We\nagree.\nAll.", "source": ""})]),
        ('<p>See <a href="/v2/other/">there</a></p>', [("paragraph", '<p>See <a href="https://b40network.org/v2/other/">there</a></p>')]),
        ('<p><a href="javascript:alert(1)">x</a></p>', [("paragraph", f'<p><a href="{ADDRESS}">x</a></p>')]),
        ("<p>1 &lt; 2 &amp; 3</p>", [("paragraph", "<p>1 &lt; 2 &amp; 3</p>")]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", [("paragraph", "<p>a</p><p>b</p>")]),
        ('[av_section color="x"]<style>.av{}</style><p>Kept [1]</p>[/av_section]', [("paragraph", "<p>Kept [1]</p>")]),
        ("<p> &nbsp; </p><p></p>", []),
        ("<b><i>open <p>next", [("paragraph", "<p><b><i>open </i></b></p><p>next</p>")]),
        ("nought\x00 here", [("paragraph", "<p>nought here</p>")]),
        (
            '<p>Before<img src="/wp-content/uploads/a.jpg" alt="Bridge">after</p>',
            [
                ("paragraph", "<p>Before</p>"),
                ("old_picture", OldPicture("https://b40network.org/wp-content/uploads/a.jpg", "Bridge")),
                ("paragraph", "<p>after</p>"),
            ],
        ),
        ('<img src="data:image/png;base64,AAAA">', []),
    ],
)  # fmt: skip
def test_what_becomes_of_html(html, expected):
    assert blocks(html) == expected


@settings(max_examples=150, derandomize=True, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(TAGS.split()),
            st.text(alphabet="abcШž &<>[]\n", min_size=1, max_size=8),
        ),
        max_size=30,
    )
)  # fmt: skip
def test_no_word_is_lost_or_doubled(parts):
    body = body_of("".join(parts), ADDRESS)

    assert body.words == body.source_words


def test_the_words_of_a_quotation_are_counted_as_they_are_read():
    body = body_of("<blockquote><p>one &lt;two three&gt; four</p></blockquote>", ADDRESS)

    assert (body.source_words, body.words) == (4, 4)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("One two", "One two"),
        ("One two […]", "One two"),
        ("One two three", "One two…"),
        ("Onetwothree four", "Onetwothr…"),
    ],
)
def test_a_summary_is_cut_at_a_word(text, short):
    assert shortened(text, 10) == short


def test_the_text_of_an_excerpt_has_no_markup():
    assert text_of("<p>We &amp; <b>you</b> [&hellip;]</p>\n") == "We & you […]"
