"""Writes rows as CSV or as a workbook, so that no spreadsheet takes the words of an applicant for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

BYTE_ORDER_MARK = "\ufeff"  # by it Excel knows that a CSV is in UTF-8
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Rows = Iterable[Sequence[str]]


class _Echo:
    """A file that returns each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(rows: Rows) -> Iterator[str]:
    """Yield the lines of a CSV, one for each row, as they are read."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK
    for row in rows:
        yield writer.writerow([harmless(text) for text in row])


def harmless(text: str) -> str:
    """Return a text that no spreadsheet computes: an apostrophe stands before what begins like a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(BEGINS_A_FORMULA) else text


def workbook(rows: Rows, title: str) -> BytesIO:
    """Return a file with a workbook of one sheet, all cells of which are text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append([_cell(sheet, text) for text in row])
    file = BytesIO()
    book.save(file)
    file.seek(0)
    return file


def _cell(sheet: object, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"  # openpyxl takes what begins with = for a formula
    return cell
