"""What a file of the corpus is, and the smallest good files that the bad ones are made of."""

from collections.abc import Callable
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from pikepdf import Dictionary, Pdf
from PIL import Image

TAKEN = "taken"


class Case(NamedTuple):
    """One file, and the code of the fault it is refused with; `TAKEN` when only its name is odd."""

    id: str
    name: str
    content: bytes
    expected: str


def picture(kind: str, mode: str = "RGB", **options: Any) -> bytes:
    """Return a whole picture of many colours."""
    content = BytesIO()
    Image.linear_gradient("L").resize((300, 200)).convert(mode).save(content, kind, **options)
    return content.getvalue()


def pdf(change: Callable[[Pdf], None] = lambda _made: None, **options: Any) -> bytes:
    """Return a PDF of one page, changed before it is saved with the options of pikepdf."""
    content = BytesIO()
    with Pdf.new() as made:
        made.add_blank_page()
        change(made)
        made.save(content, static_id="encryption" not in options, **options)
    return content.getvalue()


def with_catalogue(**entries: Any) -> bytes:
    """Return a PDF with these entries in its catalogue."""
    return pdf(lambda made: made.Root.update(Dictionary(**entries)))


def with_annotation(**entries: Any) -> bytes:
    """Return a PDF whose page has an annotation with these entries."""

    def annotate(made: Pdf) -> None:
        annotation = Dictionary(**{"Type": "/Annot", "Subtype": "/Link", "Rect": [0, 0, 9, 9], **entries})
        made.pages[0].Annots = made.make_indirect([made.make_indirect(annotation)])

    return pdf(annotate)


def archive(name: str = "letter.txt", content: bytes = b"letter", comment: bytes = b"") -> bytes:
    """Return a ZIP archive of one file."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        file.writestr(name, content)
        file.comment = comment
    return made.getvalue()


JPG, PNG = picture("JPEG"), picture("PNG")
