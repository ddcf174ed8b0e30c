"""The values of the map: order, clusters, views, names, and what is refused."""

import pytest

from membership.map.geometry import COUNTRIES
from membership.map.svg import draw, is_zoomable
from tests.membership.map.places import ANKARA, ISTANBUL, NAMES, SOFIA, TEXTS, VAN, facts, pin

# In the corner of three countries, thirty kilometres from each other.
EDIRNE, SVILENGRAD, ORESTIADA = (41.67719, 26.55597), (41.76667, 26.2), (41.50306, 26.52972)
PLOVDIV, RAKOVSKI = (42.15, 24.75), (42.27408, 24.94083)


def test_marks_follow_the_order_of_the_pins():
    pins = [pin("Şişli", "TR", ISTANBUL), pin("София", "BG", SOFIA), pin("Athens", "GR", (37.98376, 23.72784))]

    assert [mark.names for mark in draw(pins, **TEXTS).marks] == [("Şişli",), ("София",), ("Athens",)]


def test_a_pin_stands_at_its_percentage_of_the_sheet():
    (mark,) = draw([pin("Sofia", "BG", SOFIA)], **TEXTS).marks

    assert (mark.x, mark.y, mark.absent, mark.url) == ("49.53%", "42.11%", (), "/en/members/sofia/")


def test_every_pin_is_on_the_map_at_every_size():
    drawn = draw(facts(), **TEXTS)

    for size in ("small", "medium", "large"):
        shown = [city.slug for mark in drawn.marks if size not in mark.absent for city in mark.pins]
        assert sorted(shown) == sorted(city.slug for city in facts())


@pytest.mark.parametrize(("size", "width"), [("small", 280), ("medium", 480), ("large", 736)])
def test_no_two_targets_overlap(size, width):
    drawn = draw(facts(), **TEXTS)
    height = width * drawn.height / drawn.width
    places = [
        (float(mark.x[:-1]) / 100 * width, float(mark.y[:-1]) / 100 * height)
        for mark in drawn.marks
        if size not in mark.absent
    ]

    nearest = min(
        ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 for i, (ax, ay) in enumerate(places) for bx, by in places[:i]
    )

    assert nearest >= 23.9  # 24, less what the rounding of percentages takes


def test_a_cluster_leads_to_the_list_of_its_country():
    marks = draw([pin("Plovdiv", "BG", PLOVDIV), pin("Rakovski", "BG", RAKOVSKI)], **TEXTS).marks

    assert [(mark.names, mark.url, mark.absent) for mark in marks] == [
        (("Plovdiv", "Rakovski"), "/en/members/?country=bg", ()),
    ]


def test_a_cluster_across_borders_names_each_country():
    pins = [pin("Edirne", "TR", EDIRNE), pin("Orestiada", "GR", ORESTIADA), pin("Svilengrad", "BG", SVILENGRAD)]

    marks = draw(pins, **TEXTS).marks

    assert ("/en/members/?country=bg&country=gr&country=tr#members", 3) in [(mark.url, mark.size) for mark in marks]


def test_a_country_s_own_view_resolves_its_clusters():
    pins = [pin("Plovdiv", "BG", PLOVDIV), pin("Rakovski", "BG", RAKOVSKI)]

    marks = draw(pins, **TEXTS, zoom="BG").marks

    assert [(mark.names, mark.absent) for mark in marks] == [
        (("Plovdiv",), ("small", "medium")),
        (("Plovdiv", "Rakovski"), ("large",)),
        (("Rakovski",), ("small", "medium")),
    ]
    assert marks[1].url == "/en/members/?country=bg#members"


def test_an_address_with_a_query_keeps_it():
    drawn = draw([], **{**TEXTS, "members_url": "/en/members/?status=founding"})

    assert drawn.zooms[0].url == "/en/members/?status=founding&country=al"


@pytest.mark.parametrize("city", [ANKARA, VAN], ids=["Ankara", "Van"])
def test_a_pin_in_the_east_calls_for_the_wide_sheet(city):
    near = draw([pin("Istanbul", "TR", ISTANBUL)], **TEXTS)
    far = draw([pin("Istanbul", "TR", ISTANBUL), pin("East", "TR", city)], **TEXTS)

    assert (near.width, near.height) == (4000, 3887)
    assert (far.width, far.height) == (4000, 2316)
    assert [mark.names for mark in far.marks if "large" not in mark.absent] == [("Istanbul",), ("East",)]


@pytest.mark.parametrize("country", COUNTRIES)
def test_each_country_has_its_view(country):
    drawn = draw(facts(), **TEXTS, zoom=country)

    shown = {city.slug for mark in drawn.marks for city in mark.pins}
    assert {city.slug for city in facts() if city.country == country} <= shown
    assert [shape.code for shape in drawn.countries if shape.is_zoomed] == [country]
    assert [zoom.code for zoom in drawn.zooms if zoom.is_current] == [country]
    assert drawn.zoom_name == NAMES[country]
    assert country in [name.country for name in drawn.names if "large" not in name.absent]


def test_zooms_keep_the_order_of_the_names():
    drawn = draw([], **{**TEXTS, "country_names": dict(reversed(NAMES.items()))})

    assert [zoom.name for zoom in drawn.zooms][:3] == ["Türkiye", "Slovenia", "Serbia"]


def test_a_compact_map_has_marks_and_no_links_to_countries():
    drawn = draw(facts(), **TEXTS, is_compact=True)

    assert (drawn.zooms, drawn.names, {shape.url for shape in drawn.countries}) == ((), (), {""})
    assert drawn.marks == draw(facts(), **TEXTS).marks


def test_a_cluster_with_the_host_is_marked():
    pins = [pin("Plovdiv", "BG", PLOVDIV, kind="host"), pin("Rakovski", "BG", RAKOVSKI)]

    assert [mark.shape for mark in draw(pins, **TEXTS).marks] == ["cluster-host"]
    assert [mark.shape for mark in draw(pins[:1], **TEXTS).marks] == ["host"]


def test_the_legend_knows_the_kinds_on_the_map():
    assert draw([pin("Sofia", "BG", SOFIA)], **TEXTS).kinds == ("member",)
    assert draw(facts(), **TEXTS).kinds == ("member", "founding")


def test_the_name_of_kosovo_stands_on_its_own_view_with_its_star():
    drawn = draw(facts(), **TEXTS, zoom="XK")

    assert {line.text for name in drawn.names if name.country == "XK" for line in name.lines} == {"Kosovo*"}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"country_names": {**NAMES, "XK": "Kosovo"}}, id="name without star"),
        pytest.param({"footnote": "A footnote."}, id="footnote without star"),
        pytest.param({"country_names": {"BG": "Bulgaria"}}, id="names missing"),
        pytest.param({"zoom": "IT"}, id="another country"),
        pytest.param({"zoom": "gr"}, id="small letters"),
    ],
)
def test_a_map_that_would_be_wrong_is_refused(change):
    with pytest.raises(ValueError, match=r"star|twelve|no view"):
        draw([], **{**TEXTS, **change})


def test_a_pin_in_kosovo_carries_the_star_in_its_title():
    with pytest.raises(ValueError, match="star"):
        type(pin("Prizren", "XK", (42.2, 20.7)))(
            slug="prizren",
            name="Prizren",
            country="XK",
            latitude=42.2,
            longitude=20.7,
            url="/en/members/prizren/",
            kind="member",
            status="member",
            title="Prizren, Kosovo: member",
        )


@pytest.mark.parametrize(("code", "zoomable"), [("XK", True), ("TR", True), ("IT", False), ("", False)])
def test_only_the_twelve_countries_can_be_zoomed(code, zoomable):
    assert is_zoomable(code) is zoomable
