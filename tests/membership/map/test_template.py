"""The map as HTML: accessible, strict, and within its budget of bytes."""

import re
from html.parser import HTMLParser

import brotli
import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from membership.map.svg import draw
from tests.membership.map.places import ISTANBUL, SOFIA, TEXTS, facts, pin


def rendered(pins, **choices):
    return render_to_string("membership/components/member_map.html", {"map": draw(pins, **TEXTS, **choices)})


class Links(HTMLParser):
    """The links inside the marks: address and text of the title of each."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.in_title = False
        self.feed(html.split('class="map__marks"')[1].split("</svg>")[0])

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.found.append([dict(attrs)["href"], ""])
        self.in_title = tag == "title" and bool(self.found)

    def handle_endtag(self, _tag):
        self.in_title = False

    def handle_data(self, text):
        if self.in_title:
            self.found[-1][1] += text


def eighty():
    """The seed's cities and more, so that there are eighty: the size the network speaks of."""
    extra = [pin(f"Newcomer {index}", "RO", (44.2 + index * 0.17, 23 + index * 0.21)) for index in range(19)]
    return [*facts(), *extra]


def test_eighty_pins_fit_the_budget():
    pins = eighty()

    svg = "".join(re.findall(r'<svg class="map__(?:land|marks)".*?</svg>', rendered(pins), re.DOTALL)).encode()

    assert len(pins) == 80
    assert 30_000 < len(svg) <= 47_000
    assert len(brotli.compress(svg, quality=11)) <= 11_500


@pytest.mark.parametrize("country", [*TEXTS["country_names"]])
def test_the_view_of_a_country_fits_the_budget_too(country):
    html = rendered(eighty(), zoom=country).encode()

    assert len(html) <= 47_000
    assert len(brotli.compress(html, quality=11)) <= 11_500


def test_every_mark_is_a_link_with_a_name():
    links = Links(rendered(facts())).found

    assert len(links) == 64
    assert [link for link in links if not (link[0] and link[1].strip())] == []


def test_links_come_in_the_order_of_the_pins():
    links = Links(rendered([pin("Şişli", "TR", ISTANBUL), pin("Sofia", "BG", SOFIA)])).found

    assert links == [
        ["/en/members/sisli/", "Şişli, Türkiye: member"],
        ["/en/members/sofia/", "Sofia, Bulgaria: member"],
    ]


def test_a_cluster_says_how_many_and_which():
    links = Links(rendered([pin("Plovdiv", "BG", (42.15, 24.75)), pin("Rakovski", "BG", (42.274, 24.941))])).found

    assert links == [["/en/members/?country=bg", "2 cities: Plovdiv, Rakovski"]]


@pytest.mark.parametrize("choices", [{}, {"zoom": "XK"}, {"is_compact": True}])
def test_nothing_needs_a_script_or_a_style_of_its_own(choices):
    html = rendered(facts(), **choices)

    assert not re.search(r"\sstyle\s*=|<style|<script|\son\w+\s*=|javascript:|https?:", html)


def test_kosovo_has_its_star_its_dashes_and_its_footnote():
    html = rendered(facts(), zoom="XK")

    assert "Prizren, Kosovo*: member" in html
    assert ">Kosovo*</tspan>" in html
    assert re.search(r'<path class="map__border map__border--dashed" d="M\d', html)
    assert "<p>* A footnote.</p>" in html
    assert re.findall(r"Kosovo(?!\*)", html) == []


def test_the_caption_takes_no_side():
    assert "The boundaries and names on this map do not imply any opinion of the network." in rendered([])


def test_a_compact_map_links_to_no_country():
    assert "?country=" in rendered([pin("Sofia", "BG", SOFIA)])
    assert "?country=" not in rendered([pin("Sofia", "BG", SOFIA)], is_compact=True)


def test_countries_can_be_reached_by_keyboard_once():
    html = rendered([])

    assert html.count('href="/en/members/?country=gr" tabindex="-1"') == 1
    assert html.count('href="/en/members/?country=gr"') == 2


def test_numbers_are_written_for_svg_in_every_language():
    with override("tr"):
        html = rendered([pin("Sofia", "BG", SOFIA)])

    assert 'x="49.53%" y="42.11%"' in html
    assert 'width="4000" height="3887"' in html


def test_ids_are_unique():
    ids = re.findall(r'\sid="([^"]+)"', rendered(facts()))

    assert len(ids) == len(set(ids))
