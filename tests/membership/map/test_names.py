"""A country's name stands inside its country and clear of the marks, or not at all."""

import pytest

from membership.map.geometry import Room
from membership.map.names import Circle, fits, place, text_width

# A square of 200 × 200 pixels at 100, 100: scan lines 10 units apart, one pixel a unit.
SQUARE = Room(top=100, rows=((100, 300),) * 21)
SCALE = {"row": 10, "unit": 1.0}


def test_a_name_stands_in_the_middle_of_an_empty_country():
    box = place("Greece", SQUARE, **SCALE, circles=())

    assert (box.x, box.y, box.lines) == (200, 200, ("Greece",))


def test_a_name_moves_aside_for_a_mark():
    mark = Circle(200, 200, 14)

    box = place("Greece", SQUARE, **SCALE, circles=[mark])

    assert box is not None
    assert not fits(type(box)(200, 200, box.lines), SQUARE, **SCALE, circles=[mark])
    assert fits(box, SQUARE, **SCALE, circles=[mark])


def test_a_name_too_wide_for_one_line_takes_two():
    narrow = Room(top=100, rows=((100, 200),) * 21)

    box = place("Bosnia and Herzegovina", narrow, **SCALE, circles=())

    assert box.lines == ("Bosnia and", "Herzegovina")


@pytest.mark.parametrize(("width", "stands"), [(60, True), (40, False)])
def test_a_name_without_room_is_left_out(width, stands):
    room = Room(top=100, rows=((100, 100 + width),) * 21)

    assert (place("Kosovo*", room, **SCALE, circles=()) is not None) is stands


def test_a_country_too_low_for_a_line_has_no_name():
    assert place("Greece", Room(top=100, rows=((100, 300),) * 2), **SCALE, circles=()) is None


def test_a_full_country_has_no_name():
    marks = [Circle(x, y, 14) for x in range(100, 301, 20) for y in range(100, 301, 20)]

    assert place("Greece", SQUARE, **SCALE, circles=marks) is None


def test_wide_letters_count_more():
    assert text_width("Шш") > text_width("Kk") > text_width("Il")
