"""Files as scanners, offices, cameras and signing services write them are taken."""

from io import BytesIO

import pytest
from pikepdf import Dictionary, Name, ObjectStreamMode, Pdf, Stream, String
from PIL import Image, PngImagePlugin

from membership.inspection.inspect import inspect
from membership.inspection.values import CheckedFile
from tests.membership.inspection.cases import JPG, PNG, pdf, picture, with_annotation, with_catalogue
from tests.membership.inspection.raw import chunk, jpg_of, jpg_with, page_pdf, png_of, stream, updated

PAGE = page_pdf()
SIGNATURE = "<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 9 99 9] /Contents <00> >>"
FIELD = "<< /FT /Sig /T (Mayor) /V 5 0 R /Subtype /Widget /Type /Annot /Rect [0 0 0 0] /P 3 0 R >>"
SIGNED = page_pdf("/AcroForm << /Fields [4 0 R] /SigFlags 3 >>", "/Annots [4 0 R]", FIELD, SIGNATURE)
NAMED_LIKE_ACTIONS = Dictionary(JS=Dictionary(Type=Name.Font), EF=Dictionary(Type=Name.Font), AF=Dictionary())
TALLY = "<< /FT /Tx /T (inhabitants) /V (110 196) /Subtype /Widget /Type /Annot /Rect [0 0 9 9] /P 3 0 R >>"


def _with_text(made: Pdf) -> None:
    made.pages[0].Contents = Stream(made, b"BT (It speaks of /JavaScript, /Launch and /EmbeddedFile) Tj ET")


def _with_fonts(made: Pdf) -> None:
    made.pages[0].Resources = Dictionary(Font=NAMED_LIKE_ACTIONS)


def _tagged(made: Pdf) -> None:
    made.Root.StructTreeRoot = made.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    made.Root.StructTreeRoot.K = [made.make_indirect(Dictionary(S=Name.P, P=made.Root.StructTreeRoot))] * 2000


def _exif() -> bytes:
    exif = Image.Exif()
    exif[0x010E], exif[0x010F] = "Signing of the letter", "Camera"
    return picture("JPEG", exif=exif)


def _deep_png() -> bytes:
    content = BytesIO()
    Image.new("I;16", (50, 50), 40_000).save(content, "PNG")
    return content.getvalue()


def _moving_png() -> bytes:
    content = BytesIO()
    frames = [Image.new("RGB", (9, 9), (shade, 0, 0)) for shade in (0, 99, 200)]
    frames[0].save(content, "PNG", save_all=True, append_images=frames[1:])
    return content.getvalue()


def _texts() -> PngImagePlugin.PngInfo:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Title", "Letter")
    texts.add_itxt("Comment", "Писмо градоначелника", "sr", zip=True)
    return texts


PDFS = {
    "plain": pdf(),
    "packed objects": pdf(_with_text, object_stream_mode=ObjectStreamMode.generate),
    "linearised": pdf(_with_text, linearize=True),
    "unpacked": pdf(_with_text, compress_streams=False),
    "QDF": pdf(_with_text, qdf=True),
    "written by hand": PAGE,
    "one update": updated(PAGE, 4, "<< /Note (seen) >>"),
    "two updates": updated(updated(PAGE, 4, "<< /Note (seen) >>"), 5, "<< /Note (again) >>"),
    "signed": SIGNED,
    "signed and updated": updated(SIGNED, 6, "<< /Type /DSS /Certs [] >>"),
    "filled form": page_pdf("/AcroForm << /Fields [4 0 R] >>", "/Annots [4 0 R]", TALLY),
    "link": with_annotation(A=Dictionary(S=Name.URI, URI=String("https://www.example.org/"))),
    "link to a page": with_catalogue(OpenAction=Dictionary(S=Name.GoTo, D=[0, Name.Fit])),
    "no attached files": with_catalogue(Names=Dictionary(EmbeddedFiles=Dictionary(Names=[]))),
    "fonts named like actions": pdf(_with_fonts),
    "tagged": pdf(_tagged),
    "a name that is no text": page_pdf("/A#e9 << /Oui#e9 /Off#ff >>"),
    "a picture within": page_pdf("", "", stream("/Type /XObject /Subtype /Image /Filter /DCTDecode", JPG)),
    "a wrong place of the table": PAGE.replace(b"startxref\n", b"startxref\n9"),
    "zeros behind": PAGE + bytes(9000),
    "a little behind": PAGE + b"% sent by the registry\n" * 99,
    "line breaks of Windows": PAGE.replace(b"%%EOF\n", b"%%EOF\r\n\r\n"),
}
JPGS = {
    "plain": JPG,
    "EXIF": _exif(),
    "progressive": picture("JPEG", progressive=True),
    "grey": picture("JPEG", "L"),
    "CMYK": picture("JPEG", "CMYK"),
    "colour profile": picture("JPEG", icc_profile=bytes(3000)),
    "comment": picture("JPEG", comment="Писмо"),
    "preview within": jpg_with(b"Exif\0\0" + JPG, marker=0xE1),
    "film behind": JPG + b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 99,
    "zeros of a camera": JPG + bytes(5000),
    "two pictures": JPG + JPG,
    "60 megapixels, taken unread": jpg_of(10_000, 6_000),
}
PNGS = {
    "plain": PNG,
    "grey": picture("PNG", "L"),
    "palette": picture("PNG", "P"),
    "transparent": picture("PNG", "RGBA"),
    "16 bit": _deep_png(),
    "moving": _moving_png(),
    "texts": picture("PNG", pnginfo=_texts()),
    "resolution": picture("PNG", dpi=(300, 300)),
    "an unknown part": PNG[:-12] + chunk(b"prVt", b"Dear mayors") + PNG[-12:],
    "as many pixels as may be": png_of(15_000, 10_000),
    "as wide as may be": png_of(30_000, 5_000),
}
FILES = [
    *(pytest.param("pdf", content, id=f"pdf, {what}") for what, content in PDFS.items()),
    *(pytest.param("jpg", content, id=f"jpg, {what}") for what, content in JPGS.items()),
    *(pytest.param("png", content, id=f"png, {what}") for what, content in PNGS.items()),
]


@pytest.mark.parametrize(("extension", "content"), FILES)
def test_an_honest_file_is_taken_as_it_is(extension, content):
    file = inspect(content, f"letter.{extension}")

    assert isinstance(file, CheckedFile)
    assert (file.extension, file.content) == (extension, content)
