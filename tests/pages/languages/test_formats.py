"""Dates, numbers, percentages and lists as each language writes them; \u202f and \u2009 are narrow spaces of CLDR."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from pages.languages import formats
from pages.languages.partial_dates import PartialDate
from pages.languages.table import CODES

DAY = date(2022, 6, 28)


@pytest.mark.parametrize(
    ("code", "full", "long", "medium"),
    [
        ("en", "Tuesday, 28 June 2022", "28 June 2022", "28 Jun 2022"),
        ("tr", "28 Haziran 2022 Salı", "28 Haziran 2022", "28 Haz 2022"),
        ("sq", "e martë, 28 qershor 2022", "28 qershor 2022", "28 qer 2022"),
        ("bs", "utorak, 28. juni 2022.", "28. juni 2022.", "28. jun 2022."),
        ("bg", "вторник, 28 юни 2022\u202fг.", "28 юни 2022\u202fг.", "28.06.2022\u202fг."),
        ("hr", "utorak, 28. lipnja 2022.", "28. lipnja 2022.", "28. lip 2022."),
        ("el", "Τρίτη 28 Ιουνίου 2022", "28 Ιουνίου 2022", "28 Ιουν 2022"),
        ("mk", "вторник, 28 јуни 2022\u202fг.", "28 јуни 2022\u202fг.", "28.6.2022\u202fг."),
        ("cnr", "utorak, 28. jun 2022.", "28. jun 2022.", "28. 6. 2022."),
        ("ro", "marți, 28 iunie 2022", "28 iunie 2022", "28 iun. 2022"),
        ("sr", "уторак, 28. јун 2022.", "28. јун 2022.", "28. 6. 2022."),
        ("sr-latn", "utorak, 28. jun 2022.", "28. jun 2022.", "28. 6. 2022."),
        ("sl", "torek, 28. junij 2022", "28. junij 2022", "28. jun. 2022"),
    ],
)
def test_a_date_is_written_in_three_lengths(code, full, long, medium):
    written = [formats.format_date(code, DAY, style) for style in ("full", "long", "medium")]

    assert written == [full, long, medium]


@pytest.mark.parametrize(
    ("code", "month", "year"),
    [
        ("en", "June 2022", "2022"),
        ("tr", "Haziran 2022", "2022"),
        ("sq", "qershor 2022", "2022"),
        ("bs", "juni 2022.", "2022."),
        ("bg", "юни 2022\u202fг.", "2022\u202fг."),
        ("hr", "lipanj 2022.", "2022."),
        ("el", "Ιούνιος 2022", "2022"),
        ("mk", "јуни 2022\u202fг.", "2022\u202fг."),
        ("cnr", "jun 2022.", "2022."),
        ("ro", "iunie 2022", "2022"),
        ("sr", "јун 2022.", "2022."),
        ("sr-latn", "jun 2022.", "2022."),
        ("sl", "junij 2022", "2022"),
    ],
)
def test_a_partial_date_is_written_as_far_as_it_is_known(code, month, year):
    written = [formats.format_partial_date(code, PartialDate.parse(known)) for known in ("2022-06", "2022")]

    assert written == [month, year]


def test_a_partial_date_with_its_day_is_written_like_a_date():
    assert formats.format_partial_date("hr", PartialDate(2022, 6, 28)) == "28. lipnja 2022."


@pytest.mark.parametrize(
    ("code", "days", "months"),
    [
        ("en", "28–30 June 2022", "28 June\u2009–\u20092 July 2022"),
        ("tr", "28–30 Haziran 2022", "28 Haziran\u2009–\u20092 Temmuz 2022"),
        ("sq", "28\u2009–\u200930 qershor 2022", "28 qershor\u2009–\u20092 korrik 2022"),
        ("bs", "28–30. juni 2022.", "28. juni\u2009–\u20092. juli 2022."),
        ("bg", "28 – 30 юни 2022\u202fг.", "28 юни – 2 юли 2022\u202fг."),
        ("hr", "28.\u2009–\u200930. lipnja 2022.", "28. lipnja\u2009–\u20092. srpnja 2022."),
        ("el", "28–30 Ιουνίου 2022", "28 Ιουνίου – 2 Ιουλίου 2022"),
        ("mk", "28\u2009–\u200930 јуни 2022\u202fг.", "28 јуни\u2009–\u20092 јули 2022\u202fг."),
        ("cnr", "28.–30. jun 2022.", "28. jun\u2009–\u20092. jul 2022."),
        ("ro", "28–30 iunie 2022", "28 iunie\u2009–\u20092 iulie 2022"),
        ("sr", "28.–30. јун 2022.", "28. јун – 2. јул 2022."),
        ("sr-latn", "28.–30. jun 2022.", "28. jun\u2009–\u20092. jul 2022."),
        ("sl", "28.–30. junij 2022", "28. junij–2. julij 2022"),
    ],
)
def test_a_range_writes_once_what_both_days_share(code, days, months):
    assert formats.format_date_range(code, DAY, date(2022, 6, 30)) == days
    assert formats.format_date_range(code, DAY, date(2022, 7, 2)) == months


@pytest.mark.parametrize(
    ("code", "years"),
    [
        ("en", "28 June 2022\u2009–\u20093 January 2023"),
        ("bs", "28. juni 2022.\u2009–\u20093. januar 2023."),
        ("el", "28 Ιουνίου 2022 – 3 Ιανουαρίου 2023"),
        ("sl", "28. junij 2022–3. januar 2023"),
    ],
)
def test_a_range_over_two_years_writes_both_dates_in_full(code, years):
    assert formats.format_date_range(code, DAY, date(2023, 1, 3)) == years


def test_a_range_of_one_day_is_one_date():
    assert formats.format_date_range("en", DAY, DAY) == "28 June 2022"


def test_a_range_of_partial_dates_writes_each_as_far_as_it_is_known():
    written = formats.format_date_range("en", PartialDate(2022, 6), PartialDate(2023))

    assert written == "June 2022\u2009–\u20092023"


def test_a_range_of_one_partial_date_is_one_date():
    assert formats.format_date_range("en", PartialDate(2022, 6), PartialDate(2022, 6)) == "June 2022"


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "28 June 2022, 09:05"),
        ("sq", "28 qershor 2022, 9:05\u202fp.d."),
        ("cnr", "28. jun 2022. 09:05"),
        ("el", "28 Ιουνίου 2022, 9:05\u202fπ.μ."),
    ],
)
def test_a_moment_is_written_with_its_time_of_day(code, written):
    assert formats.format_moment(code, datetime(2022, 6, 28, 9, 5)) == written


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "1,273,651.5"),
        ("tr", "1.273.651,5"),
        ("sq", "1\xa0273\xa0651,5"),
        ("bg", "1\xa0273\xa0651,5"),
        ("cnr", "1.273.651,5"),
        ("sl", "1.273.651,5"),
    ],
)
def test_a_number_is_grouped_as_the_language_does(code, written):
    assert formats.format_number(code, Decimal("1273651.5")) == written


@pytest.mark.parametrize(
    ("code", "written"), [("en", "67%"), ("tr", "%67"), ("hr", "67\xa0%"), ("sr", "67%"), ("sl", "67\xa0%")]
)
def test_a_share_is_a_percentage(code, written):
    assert formats.format_percent(code, Fraction(2, 3)) == written


@pytest.mark.parametrize(
    ("share", "written"), [(Fraction(2, 3), "66.7%"), (Fraction(1, 2), "50%"), (0.255, "25.5%"), (Decimal(1), "100%")]
)
def test_a_percentage_has_at_most_the_digits_asked_for(share, written):
    assert formats.format_percent("en", share, digits=1) == written


@pytest.mark.parametrize(
    ("size", "written"),
    [
        (0, "0.1 kB"),
        (60, "0.1 kB"),
        (1024, "1 kB"),
        (2600, "2.5 kB"),
        (1024 * 1024 - 1, "1,024 kB"),
        (1024 * 1024, "1 MB"),
        (10 * 1024 * 1024, "10 MB"),
    ],
)
def test_a_size_is_in_kilobytes_or_megabytes(size, written):
    assert formats.format_size("en", size) == written


@pytest.mark.parametrize("code", CODES)
def test_a_size_has_no_word_and_the_decimal_sign_of_the_language(code):
    sign = "." if code == "en" else ","
    assert formats.format_size(code, 2600) == f"2{sign}5 kB"


def test_the_digits_of_one_percentage_do_not_stay_for_the_next():
    formats.format_percent("en", Fraction(2, 3), digits=1)

    assert formats.format_percent("en", Fraction(2, 3)) == "67%"


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "A, B and C"),
        ("tr", "A, B ve C"),
        ("sq", "A, B dhe C"),
        ("bs", "A, B i C"),
        ("bg", "A, B и C"),
        ("hr", "A, B i C"),
        ("el", "A, B και C"),
        ("mk", "A, B и C"),
        ("cnr", "A, B i C"),
        ("ro", "A, B și C"),
        ("sr", "A, B и C"),
        ("sr-latn", "A, B i C"),
        ("sl", "A, B in C"),
    ],
)
def test_a_list_ends_with_the_word_for_and(code, written):
    assert formats.format_list(code, ["A", "B", "C"]) == written


@pytest.mark.parametrize(
    ("names", "written"), [([], ""), (["A"], "A"), (["A", "B"], "A or B"), (["A", "B", "C"], "A, B or C")]
)
def test_a_list_may_end_with_or(names, written):
    assert formats.format_list("en", names, "or") == written
